package dev.clnrm.bench.measure;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.List;

/** Hears how a run goes on. Calls come one at a time, though not always on the same thread. */
public interface RunListener {
    /**
     * A run begins.
     *
     * @param cases what is measured
     * @param forks how many forks are run for sure
     * @param seconds about how long they take
     * @param kept how many of an earlier part of the run are there already
     */
    void planned(List<PlannedCase> cases, int forks, double seconds, int kept);

    /** A fork is about to be started. */
    void forkStarted(CaseName name, int fork, int of);

    /** An iteration of the current fork has ended; {@code value} in the unit of the case's mode. */
    void iterationEnded(CaseName name, boolean counts, double value);

    /** A fork has ended, and its record is kept. */
    void forkEnded(JournalEntry result);

    /** Something people should know: one clause. */
    void noted(String text);
}
