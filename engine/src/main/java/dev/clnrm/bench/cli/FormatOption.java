package dev.clnrm.bench.cli;

import dev.clnrm.bench.report.Format;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The form of what is printed. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Converter.class,
            description = "The form of the output: table, json, csv, markdown or junit (default: table).")
    Format format = Format.TABLE;

    /** Formats as written. */
    static final class Converter implements CommandLine.ITypeConverter<Format> {
        @Override
        public Format convert(String word) {
            return Format.ofWord(word)
                    .orElseThrow(() -> new CommandLine.TypeConversionException(
                            "`" + word + "` is no format; there are table, json, csv, markdown and junit"));
        }
    }
}
