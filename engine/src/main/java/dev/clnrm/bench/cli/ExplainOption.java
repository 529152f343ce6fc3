package dev.clnrm.bench.cli;

import picocli.CommandLine.Option;

/** Whether regressions are profiled. */
final class ExplainOption {
    @Option(
            names = "--explain",
            description =
                    "Profile both sides of what is proven slower, one fork each, and show which methods grew. Takes a quarter of a"
                            + " minute for each of up to three cases; changes no verdict.")
    boolean explain;
}
