package dev.clnrm.bench.terminal;

import dev.clnrm.bench.model.CaseName;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Counts the progress of a run and estimates the remaining time. */
final class Tally {
    /**
     * The weight of the plan's own estimate, in forks: the first forks do not represent a run well, and the plan assumes the
     * longest warm-up, which few forks need.
     */
    private static final int PRIOR_FORKS = 2;

    /** Forks at least, and the part of all, by which a pace is seen: the first JVMs read what is not yet in memory. */
    private static final int FORKS_OF_A_PACE = 5;

    private static final double PART_OF_A_PACE = 0.1;

    /** From which multiple of what was told on an estimate misleads whoever waits. */
    private static final double SLOWER = 1.3;

    private static final double NANOS = 1e9;

    private final LongSupplier nanos;
    private final Map<CaseName, Map<Integer, Double>> byCase = new HashMap<>();
    private long begin;
    private long forkBegin;
    private int planned;
    private int ended;
    private int kept;
    private double plannedSeconds;
    private double toldEach;

    Tally(LongSupplier nanos) {
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
    }

    void planned(int forks, int alreadyKept, double seconds) {
        begin = nanos.getAsLong();
        forkBegin = begin;
        planned = forks;
        kept = alreadyKept;
        plannedSeconds = seconds;
        toldEach = foreseen();
    }

    /** A fork is started; a fork beyond the plan extends the plan. */
    void started() {
        forkBegin = nanos.getAsLong();
        planned = Math.max(planned, kept + ended + 1);
    }

    /**
     * A fork ended; its value replaces that of an earlier fork with its number, which a block that was measured again leaves behind.
     *
     * @param secondsPerOperation its mean; NaN if it is not shown
     * @return whether it is the first with its number
     */
    boolean ended(CaseName name, int fork, double secondsPerOperation) {
        ended++;
        return Double.isNaN(secondsPerOperation) || of(name).put(fork, secondsPerOperation) == null;
    }

    /** A fork failed, so this many more forks of its case are not run. */
    void failed(int notRun) {
        ended++;
        planned = Math.max(kept + ended, planned - Math.max(0, notRun));
    }

    /** The number of the current fork among all. */
    int current() {
        return Math.min(planned, kept + ended + 1);
    }

    int finished() {
        return kept + ended;
    }

    int planned() {
        return planned;
    }

    /** How many forks of a case have ended in this part of the run. */
    int forksOf(CaseName name) {
        return of(name).size();
    }

    /** The mean of a case's forks so far; NaN without forks. */
    double meanOf(CaseName name) {
        return of(name).values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    private Map<Integer, Double> of(CaseName name) {
        return byCase.computeIfAbsent(name, key -> new HashMap<>());
    }

    /** The estimated remaining time, in seconds, from the pace so far. */
    double left() {
        double each = each();
        double inThis = Math.min(each, (nanos.getAsLong() - forkBegin) / NANOS);
        return Math.max(0, each * (planned - kept - ended) - inThis);
    }

    /** Whether forks take much longer than was told; from now on the pace seen so far counts as told. */
    boolean slowedDown() {
        boolean slower = ended >= Math.max(FORKS_OF_A_PACE, PART_OF_A_PACE * (planned - kept))
                && toldEach > 0
                && each() > SLOWER * toldEach;
        if (slower) {
            toldEach = each();
        }
        return slower;
    }

    /** How long a fork takes at the pace seen so far, in seconds. */
    private double each() {
        double gone = (forkBegin - begin) / NANOS;
        return (foreseen() * PRIOR_FORKS + gone) / (PRIOR_FORKS + ended);
    }

    private double foreseen() {
        return plannedSeconds / Math.max(1, planned - kept);
    }
}
