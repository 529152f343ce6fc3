package dev.clnrm.bench.cli;

import dev.clnrm.bench.report.Format;
import picocli.CommandLine.Option;

/** The form of what is printed. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The form of the output: table, json, csv, markdown or junit (default: table).")
    Format format = Format.TABLE;
}
