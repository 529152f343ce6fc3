package dev.clnrm.bench.samples;

/**
 * What kept a fork from the processor while it measured, seen from outside.
 *
 * @param cpuShare one number an iteration that counts, from 0 to 1: the part of its time in which no thread of the benchmark waited for a
 *     processor. Waiting for the fork's own threads is subtracted as far as it is known
 * @param others the part of the machine's processor time that other processes had, from 0 to 1
 * @param steal the part of the machine's processor time that its host gave to others, from 0 to 1
 * @param load processes that ran or waited to, in the minute before the first iteration
 * @param throttled whether a limit of its container stopped it
 * @param forkShare of the time all the fork's threads wanted to run, its compiler's and collector's too, the part they ran, from 0 to 1
 * @param preempted how often a thread of the benchmark was taken off its processor for another one
 */
public record Disturbance(
        Values cpuShare,
        double others,
        double steal,
        double load,
        boolean throttled,
        double forkShare,
        long preempted) {
    /**
     * An iteration whose benchmark waited for longer is disturbed. On a quiet machine of two processors single iterations of 50 ms go down
     * to 0.87, when this program writes and the JVM compiles; beside a busy process on the same core all are below 0.5.
     */
    public static final double LEAST_SHARE = 0.9;

    /**
     * A fork is disturbed when more than this part of its iterations is: the median of those that count, which is what a fork stands for,
     * is then no longer safely among the undisturbed.
     */
    public static final double MOST_ITERATIONS = 0.25;

    /** Time the host took shows in no iteration's share, so the whole is held to the same 5 %. */
    public static final double MOST_STEAL = 0.05;

    /**
     * What shares caches and cores with a benchmark slows it though it never waits. Of two processors, a process that is always busy has
     * half; this program and a quiet system have at most a tenth.
     */
    public static final double MOST_OTHERS = 0.2;

    public Disturbance {
        if (!part(others) || !part(steal) || !part(forkShare) || !(load >= 0) || preempted < 0) {
            throw new IllegalArgumentException("others " + others + ", steal " + steal + ", load " + load
                    + ", forkShare " + forkShare + ", preempted " + preempted);
        }
    }

    private static boolean part(double number) {
        return number >= 0 && number <= 1;
    }

    /** How many iterations waited for too long. */
    public int lowIterations() {
        return (int) cpuShare.stream().filter(share -> share < LEAST_SHARE).count();
    }

    /** Whether the fork should be measured again. */
    public boolean disturbed() {
        return throttled || steal > MOST_STEAL || others > MOST_OTHERS || waited();
    }

    private boolean waited() {
        return lowIterations() > MOST_ITERATIONS * cpuShare.size();
    }
}
