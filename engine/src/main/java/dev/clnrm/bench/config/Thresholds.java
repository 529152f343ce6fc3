package dev.clnrm.bench.config;

/**
 * How large a proven slowdown is to be called by each name, as shares of the base (0.15 is +15 %); a smaller one is minor.
 *
 * @param warning from here on a warning
 * @param critical from here on critical
 * @param alert from here on an alert
 */
public record Thresholds(double warning, double critical, double alert) {
    public Thresholds {
        if (!(warning >= 0 && warning <= critical && critical <= alert) || Double.isInfinite(alert)) {
            throw new IllegalArgumentException("thresholds rise from warning to critical to alert, but these are "
                    + warning + ", " + critical + ", " + alert);
        }
    }
}
