package dev.clnrm.bench.model;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a metric may change against the base, as shares of the base (0.05 is 5 %).
 *
 * @param tolerance the largest change that is ignored
 * @param warning the proven change from which a regression is a warning
 * @param critical the proven change from which it is critical
 * @param alert the proven change from which it is an alert
 * @param place where it was written
 */
public record Change(
        Optional<Double> tolerance,
        Optional<Double> warning,
        Optional<Double> critical,
        Optional<Double> alert,
        Place place) {
    public Change {
        Stream.of(tolerance, warning, critical, alert).flatMap(Optional::stream).forEach(share -> {
            if (!(share >= 0) || Double.isInfinite(share)) {
                throw new IllegalArgumentException("a change is a share of the base from 0, but this is " + share);
            }
        });
    }

    /** A rule that ignores a change of up to {@code share} of the base. */
    public static Change within(double share, Place place) {
        return new Change(Optional.of(share), Optional.empty(), Optional.empty(), Optional.empty(), place);
    }

    /** This rule with a threshold for warnings. */
    public Change warning(Share threshold) {
        return new Change(tolerance, Optional.of(threshold.fraction()), critical, alert, place);
    }

    /** This rule with a threshold for critical regressions. */
    public Change critical(Share threshold) {
        return new Change(tolerance, warning, Optional.of(threshold.fraction()), alert, place);
    }

    /** This rule with a threshold for alerts. */
    public Change alert(Share threshold) {
        return new Change(tolerance, warning, critical, Optional.of(threshold.fraction()), place);
    }

    /** The values of {@code nearer}, completed from this rule. */
    public Change overriddenBy(Change nearer) {
        return new Change(
                nearer.tolerance.or(() -> tolerance),
                nearer.warning.or(() -> warning),
                nearer.critical.or(() -> critical),
                nearer.alert.or(() -> alert),
                nearer.place);
    }
}
