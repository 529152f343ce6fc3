package dev.clnrm.bench.samples;

/**
 * Evidence, observed from outside, that a fork did not get the processor while it measured.
 *
 * @param cpuShare one number per measured iteration, from 0 to 1: the share of its time in which no thread of the benchmark
 *     waited for a processor. Waiting for the fork's own threads is subtracted as far as it is known
 * @param others the share of the machine's processor time that other processes used, from 0 to 1
 * @param steal the share of the machine's processor time that its host gave to other machines, from 0 to 1
 * @param load processes that ran or waited to run, in the minute before the first iteration
 * @param throttled whether a limit of its container stopped it
 * @param forkShare the share, from 0 to 1, of the time that all threads of the fork wanted to run in which they ran, including
 *     compiler and collector threads
 * @param preempted how often a thread of the benchmark was replaced on its processor by another one
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
     * The smallest share of an undisturbed iteration. On a quiet machine of two processors, single iterations of 50 ms go down to
     * 0.87, when this program writes and the JVM compiles; beside a busy process on the same core, all are below 0.5.
     */
    public static final double LEAST_SHARE = 0.9;

    /**
     * The largest share of disturbed iterations in an undisturbed fork. With more, the median of the measured iterations, which
     * represents the fork, is no longer safely an undisturbed one.
     */
    public static final double MOST_ITERATIONS = 0.25;

    /**
     * The largest share of stolen time. It is not visible in the share of an iteration, so the same 5 % applies to the whole
     * fork.
     */
    public static final double MOST_STEAL = 0.05;

    /**
     * The largest share of other processes. A process that shares caches and cores slows a benchmark even if the benchmark never
     * waits. Of two processors, a busy process uses half; this program and a quiet system use at most a tenth.
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

    /** The number of iterations that waited too long. */
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
