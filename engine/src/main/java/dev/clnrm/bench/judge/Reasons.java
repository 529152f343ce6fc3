package dev.clnrm.bench.judge;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Warning;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/** The reasons why something has no verdict, one clause each. */
final class Reasons {
    private Reasons() {}

    /** The reason why {@code estimate} has no number or no interval; empty if it has both. */
    static Optional<String> of(Estimate estimate) {
        return estimate.interval().isPresent()
                ? Optional.empty()
                : estimate.warnings().stream()
                        .flatMap(warning -> clause(warning).stream())
                        .findFirst();
    }

    /** The failure of a case; empty if every fork finished. */
    static Optional<String> failure(CaseSamples samples) {
        List<Outcome.Failed> failures = samples.failures();
        if (failures.isEmpty()) {
            return Optional.empty();
        }
        String first = failures.get(0).message();
        int forks = samples.forks().size();
        return Optional.of(
                failures.size() == forks
                        ? "it failed: " + first
                        : failures.size() + " of " + forks + " forks failed: " + first);
    }

    /** A share as people write it: {@code 5 %}. */
    static String percent(double share) {
        return BigDecimal.valueOf(share * 100)
                        .round(new MathContext(2))
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    private static Optional<String> clause(Warning warning) {
        if (warning instanceof Warning.OneFork) {
            return Optional.of("one fork: not proven");
        }
        if (warning instanceof Warning.NoForks) {
            return Optional.of("no fork finished");
        }
        if (warning instanceof Warning.NotPositive notPositive) {
            return Optional.of("fork " + notPositive.fork() + " took no time");
        }
        if (warning instanceof Warning.NotFinite notFinite) {
            return Optional.of("fork " + notFinite.fork() + " gave no number");
        }
        if (warning instanceof Warning.NoHistogram) {
            return Optional.of("a percentile needs the mode `sample`, which keeps single times");
        }
        if (warning instanceof Warning.NotMeasured) {
            return Optional.of("it was not measured");
        }
        return Optional.empty();
    }
}
