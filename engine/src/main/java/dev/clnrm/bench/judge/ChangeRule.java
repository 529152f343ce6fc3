package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.stats.Limits;
import java.util.Optional;

/**
 * The smallest change of one metric that counts, and the severities. Shares are of the base: 0.05 is 5 %.
 *
 * @param tolerance the share that counts as no change
 * @param least the amount in base units that counts as no change, however large its share
 * @param margin the slowdown that the verdict ok excludes; the tolerance if that is larger
 * @param warning the smallest proven slowdown that is a warning
 * @param critical the smallest proven slowdown that is critical
 * @param alert the smallest proven slowdown that is an alert
 * @param place the place of the rule; empty for defaults
 */
public record ChangeRule(
        double tolerance,
        double least,
        double margin,
        double warning,
        double critical,
        double alert,
        Optional<Place> place) {
    /** The relative error that a ratio of exactly 1.3 may have after logarithms and divisions. */
    private static final double ROUNDING = 1e-9;

    public ChangeRule {
        if (!(tolerance >= 0 && least >= 0 && margin >= 0)) {
            throw new IllegalArgumentException(
                    "tolerance and margin are from 0, but these are " + tolerance + ", " + least + ", " + margin);
        }
    }

    /** The share of {@code base} that counts as no change; infinite if the base is 0. */
    public double toleranceAt(double base) {
        return Math.max(tolerance, base > 0 ? least / base : Double.POSITIVE_INFINITY);
    }

    /** The amount that counts as no change from {@code base}. */
    double leastAt(double base) {
        return Math.max(least, tolerance * base);
    }

    /** The limits of a case whose base value is {@code base}. */
    public Limits limitsAt(double base) {
        return new Limits(toleranceAt(base), margin);
    }

    /** The same, except that of each pair of numbers the smaller one applies: stricter if the other is, but never looser. */
    ChangeRule noLooser(ChangeRule other) {
        return new ChangeRule(
                Math.min(tolerance, other.tolerance),
                Math.min(least, other.least),
                Math.min(margin, other.margin),
                Math.min(warning, other.warning),
                Math.min(critical, other.critical),
                Math.min(alert, other.alert),
                place);
    }

    /** The severity of a proven slowdown by {@code share} of the base. */
    Severity severity(double share) {
        double rounded = share + ROUNDING;
        if (rounded >= alert) {
            return Severity.ALERT;
        }
        if (rounded >= critical) {
            return Severity.CRITICAL;
        }
        return rounded >= warning ? Severity.WARNING : Severity.MINOR;
    }

    /** The smallest share that has this severity. */
    public double threshold(Severity severity) {
        return switch (severity) {
            case MINOR -> tolerance;
            case WARNING -> warning;
            case CRITICAL -> critical;
            case ALERT -> alert;
        };
    }
}
