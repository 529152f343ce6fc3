package dev.clnrm.bench.config;

/**
 * The severities of proven slowdowns, as shares of the base (0.15 is +15 %); a slowdown below all of them is minor.
 *
 * @param warning the smallest slowdown that is a warning
 * @param critical the smallest slowdown that is critical
 * @param alert the smallest slowdown that is an alert
 */
public record Thresholds(double warning, double critical, double alert) {
    public Thresholds {
        if (!(warning >= 0 && warning <= critical && critical <= alert) || Double.isInfinite(alert)) {
            throw new IllegalArgumentException("thresholds rise from warning to critical to alert, but these are "
                    + warning + ", " + critical + ", " + alert);
        }
    }
}
