package dev.clnrm.bench.cli;

import picocli.CommandLine.Option;

/** How a command that measures shows what it finds, and how far it is. */
final class OutputOptions extends PrintOptions {
    @Option(
            names = {"-q", "--quiet"},
            description = "No progress.")
    boolean quiet;
}
