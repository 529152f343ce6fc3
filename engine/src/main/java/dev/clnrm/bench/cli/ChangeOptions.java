package dev.clnrm.bench.cli;

import dev.clnrm.bench.config.FailOn;
import dev.clnrm.bench.judge.Strictness;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a change against a base is judged. */
final class ChangeOptions {
    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            description = "The smallest proven slowdown that ends with status 1: regression (any), warning, critical,"
                    + " alert or never (default: the file's choice, else regression). If given here, it"
                    + " also applies to a comparison with a run of another time.")
    @Nullable FailOn failOn;

    @Option(
            names = "--allow-different-hosts",
            description = "Judge times even if machine, JDK or flags differ between the sides; the result says so.")
    boolean allowDifferentHosts;

    /** Whether nothing here was said. */
    boolean isUntouched() {
        return failOn == null && !allowDifferentHosts;
    }

    /** What is said here, and whether what is inconclusive is an error. */
    Strictness strictness(boolean failOnInconclusive) {
        return new Strictness(Optional.ofNullable(failOn), allowDifferentHosts, failOnInconclusive);
    }
}
