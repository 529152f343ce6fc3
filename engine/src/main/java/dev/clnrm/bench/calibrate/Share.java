package dev.clnrm.bench.calibrate;

/**
 * How often something was so.
 *
 * @param yes how often it was
 * @param of how often it could have been
 */
public record Share(long yes, long of) {
    public static final Share NONE = new Share(0, 0);

    /** Of one trial. */
    public static Share of(boolean so) {
        return new Share(so ? 1 : 0, 1);
    }

    /** The share; not a number if nothing was counted. */
    public double value() {
        return (double) yes / of;
    }

    /** Its standard error from the finite number of trials. */
    public double error() {
        return Math.sqrt(value() * (1 - value()) / of);
    }

    public Share plus(Share other) {
        return new Share(yes + other.yes, of + other.of);
    }
}
