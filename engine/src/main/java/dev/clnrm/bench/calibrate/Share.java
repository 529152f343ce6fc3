package dev.clnrm.bench.calibrate;

/**
 * The share of trials with a certain result.
 *
 * @param yes the number of trials with this result
 * @param of the number of all trials
 */
public record Share(long yes, long of) {
    public static final Share NONE = new Share(0, 0);

    /** The share for one trial. */
    public static Share of(boolean so) {
        return new Share(so ? 1 : 0, 1);
    }

    /** The share; NaN without trials. */
    public double value() {
        return (double) yes / of;
    }

    /** The standard error of the share from the finite number of trials. */
    public double error() {
        return Math.sqrt(value() * (1 - value()) / of);
    }

    public Share plus(Share other) {
        return new Share(yes + other.yes, of + other.of);
    }
}
