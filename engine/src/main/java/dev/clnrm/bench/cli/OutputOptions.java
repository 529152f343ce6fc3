package dev.clnrm.bench.cli;

import picocli.CommandLine.Option;

/** The options for how a measuring command shows its results and its progress. */
final class OutputOptions extends PrintOptions {
    @Option(
            names = {"-q", "--quiet"},
            description = "No progress.")
    boolean quiet;
}
