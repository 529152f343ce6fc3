package dev.clnrm.bench.samples;

/**
 * What kept a fork from the processor while it measured, seen from outside of it.
 *
 * @param cpuShare one number an iteration that counts, from 0 to 1: of the time its threads wanted to run, the part they ran. Waiting that
 *     the fork's own threads caused each other is left out as far as it can be told
 * @param steal the part of the machine's processor time that its host gave to others, from 0 to 1
 * @param load processes that ran or waited to, in the minute before the first iteration
 * @param throttled whether a limit of its container stopped it
 */
public record Disturbance(Values cpuShare, double steal, double load, boolean throttled) {
    /**
     * An iteration that ran for less of its time is disturbed. On a quiet machine the JVM's own small threads wait to be woken, too: of 171
     * forks of 50 ms iterations none had more than a quarter of its iterations below 0.8, and nine in ten had below 0.95.
     */
    public static final double LEAST_SHARE = 0.8;

    /**
     * A fork is disturbed when more than this part of its iterations is: the median of those that count, which is what a fork stands for,
     * is then no longer safely among the undisturbed.
     */
    public static final double MOST_ITERATIONS = 0.25;

    /** Time the host took shows in no iteration's share, so the whole is held to the same 5 %. */
    public static final double MOST_STEAL = 0.05;

    public Disturbance {
        if (!(steal >= 0 && steal <= 1) || !(load >= 0)) {
            throw new IllegalArgumentException("steal " + steal + ", load " + load);
        }
    }

    /** Whether what was measured is better not used where it can be measured again. */
    public boolean disturbed() {
        long low = cpuShare.stream().filter(share -> share < LEAST_SHARE).count();
        return throttled || steal > MOST_STEAL || low > MOST_ITERATIONS * cpuShare.size();
    }
}
