package dev.clnrm.bench.cli;

import picocli.CommandLine.Option;

/** Whether regressions are profiled. */
final class ExplainOption {
    @Option(
            names = "--explain",
            description =
                    "Profile both sides of what is proven slower, two forks each, and show which methods grew and what is compiled"
                            + " otherwise. Takes half a minute for each of up to three cases; changes no verdict.")
    boolean explain;
}
