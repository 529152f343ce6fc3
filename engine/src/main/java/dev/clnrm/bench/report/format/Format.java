package dev.clnrm.bench.report.format;

import dev.clnrm.bench.report.Renderer;
import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.report.csv.CsvReport;
import dev.clnrm.bench.report.json.JsonReport;
import dev.clnrm.bench.report.junit.JunitReport;
import dev.clnrm.bench.report.markdown.Templates;
import dev.clnrm.bench.report.table.TableReport;
import java.util.Locale;

/** The formats of a report. Each is a {@link Renderer} in a folder beside this one. */
public enum Format {
    TABLE,
    /** JSON for programs: a stable interface. */
    JSON,
    CSV,
    /** Markdown for GitHub: the comment for two sides, the job summary for one. */
    MARKDOWN,
    /** JUnit XML, for tools that show tests. */
    JUNIT;

    public Renderer renderer(Style style) {
        return switch (this) {
            case TABLE -> new TableReport(style, true);
            case JSON -> new JsonReport();
            case CSV -> new CsvReport();
            case MARKDOWN -> Templates.own()::markdown;
            case JUNIT -> new JunitReport();
        };
    }

    /** As written on the command line: {@code table}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
