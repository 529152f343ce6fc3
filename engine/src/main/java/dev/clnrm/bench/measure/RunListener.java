package dev.clnrm.bench.measure;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.List;

/** Receives the progress of a run. Calls come one at a time, though not always on the same thread. */
public interface RunListener {
    /** A listener that does nothing. */
    RunListener SILENT = new RunListener() {};

    /**
     * A run starts.
     *
     * @param cases the measured cases
     * @param forks the number of guaranteed forks
     * @param seconds about how long they take
     * @param kept how many forks of an earlier part of the run exist already
     */
    default void planned(List<PlannedCase> cases, int forks, double seconds, int kept) {}

    /** A fork is about to be started. */
    default void forkStarted(CaseName name, int fork, int of) {}

    /** The process of the current fork, or of the forks that follow, has been started. */
    default void processStarted(String side, long pid) {}

    /** An iteration of the current fork has ended; {@code value} in the unit of the case's mode. */
    default void iterationEnded(CaseName name, boolean counts, double value) {}

    /** A fork has ended, and its record is kept. */
    default void forkEnded(JournalEntry result) {}

    /** A note for people: one clause. */
    default void noted(String text) {}
}
