package dev.clnrm.bench.report.csv;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.LawText;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.report.json.DataWords;
import dev.clnrm.bench.report.json.Fields;
import dev.clnrm.bench.report.json.JsonParts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows for spreadsheets in the format of RFC 4180: base units, shares as fractions. A field without a column is not written.
 * Texts are safe: text that a spreadsheet would take for a formula starts with an apostrophe.
 */
final class CsvTable {
    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .enable(StreamWriteFeature.IGNORE_UNKNOWN, StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .addModule(DataWords.module())
            .addModule(new SimpleModule("cells")
                    .addSerializer(
                            String.class, DataWords.serializer((text, out, provider) -> out.writeString(cell(text)))))
            .build();

    private CsvTable() {}

    /**
     * The whole table; every line ends in CR LF.
     *
     * @param columns their names in lower case with underscores, separated by blanks
     */
    static String of(String columns, List<Fields> rows) {
        CsvSchema schema = CsvSchema.builder()
                .addColumns(List.of(columns.split(" ")), CsvSchema.ColumnType.STRING)
                .setUseHeader(true)
                .setLineSeparator("\r\n")
                .build();
        StringWriter out = new StringWriter();
        try (SequenceWriter lines = MAPPER.writer(schema).writeValues(out)) {
            lines.writeAll(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** The cells that every row of a case has. */
    static Fields row(String kind, CaseName name) {
        return new Fields()
                .with("kind", kind)
                .with("suite", name.suite())
                .with("benchmark", name.benchmarkInFull())
                .with("params", Words.params(name.params(), ","));
    }

    /** The cells that every row of a law has. */
    static Fields law(LawVerdict law) {
        return JsonParts.law(law)
                .with("kind", "law")
                .with("metric", LawText.subject(law.law()))
                .with("unit", "1")
                .with("limit_low", law.requirement().low())
                .with("limit", law.requirement().high());
    }

    /** The codes of the warnings about a row, each code once. */
    static String codes(Stream<String> codes) {
        return codes.distinct().collect(Collectors.joining(" "));
    }

    private static String cell(String text) {
        String inert = Inert.text(text);
        return inert.isEmpty() || "=+-@＝＋－＠␉␍".indexOf(inert.charAt(0)) < 0 ? inert : "'" + inert;
    }
}
