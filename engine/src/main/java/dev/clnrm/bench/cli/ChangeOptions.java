package dev.clnrm.bench.cli;

import dev.clnrm.bench.config.FailOn;
import dev.clnrm.bench.judge.Strictness;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for how strictly results are judged. */
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

    @Option(names = "--fail-on-inconclusive", description = "End with status 4 if something is inconclusive.")
    private boolean failOnInconclusive;

    /** Whether no option is set that applies only to a change. */
    boolean isUntouched() {
        return failOn == null && !allowDifferentHosts;
    }

    /** Applies the present options to a resumed run. The options that are not set now keep their earlier values. */
    void judgedAs(ChangeOptions now) {
        failOn = now.failOn == null ? failOn : now.failOn;
        allowDifferentHosts |= now.allowDifferentHosts;
        failOnInconclusive |= now.failOnInconclusive;
    }

    Strictness strictness() {
        return new Strictness(Optional.ofNullable(failOn), allowDifferentHosts, failOnInconclusive);
    }
}
