package dev.clnrm.bench.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How what was found is shown. */
final class OutputOptions {
    @Mixin
    FormatOption format = new FormatOption();

    @Option(names = "--color", paramLabel = "WHEN", description = "Colours: auto, always or never (default: auto).")
    String color = "auto";

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress.")
    boolean quiet;

    @Option(names = "--fail-on-inconclusive", description = "End with status 4 where a budget is undecided.")
    boolean failOnInconclusive;
}
