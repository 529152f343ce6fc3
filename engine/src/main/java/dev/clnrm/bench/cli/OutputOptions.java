package dev.clnrm.bench.cli;

import dev.clnrm.bench.render.Format;
import picocli.CommandLine.Option;

/** How what was found is shown. */
final class OutputOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = RunCommand.Formats.class,
            description = "How the result is printed: table, json, csv or markdown (default: table).")
    Format format = Format.TABLE;

    @Option(names = "--color", paramLabel = "WHEN", description = "Colours: auto, always or never (default: auto).")
    String color = "auto";

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress.")
    boolean quiet;

    @Option(names = "--fail-on-inconclusive", description = "End with status 4 where a budget is undecided.")
    boolean failOnInconclusive;
}
