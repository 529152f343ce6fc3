package dev.clnrm.bench.terminal;

import dev.clnrm.bench.model.CaseName;
import java.util.OptionalDouble;

/** What people see while a run goes on. Safe to call from any thread. */
public interface Progress {
    /**
     * Something goes on before anything is measured, or has begun.
     *
     * @param what one clause
     * @param seconds since it began
     */
    default void waiting(String what, long seconds) {}

    /**
     * A run begins.
     *
     * @param cases how many cases
     * @param forks how many forks they get for sure, those kept included
     * @param kept how many of them are there already
     * @param seconds about how long those still to run take
     */
    default void planned(int cases, int forks, int kept, double seconds) {}

    /**
     * A fork is about to be started.
     *
     * @param fork its number among its case's, from 1
     * @param of how many the case gets as far as is known
     */
    default void forkStarted(CaseName name, int fork, int of) {}

    /**
     * An iteration of the current fork has ended.
     *
     * @param counts whether it is measured or part of the warm-up
     * @param secondsPerOperation its value
     */
    default void iteration(CaseName name, boolean counts, double secondsPerOperation) {}

    /**
     * A fork has given its values; with its last fork a case is finished.
     *
     * @param secondsPerOperation the mean of its values
     */
    default void forkEnded(CaseName name, int fork, int of, OptionalDouble secondsPerOperation) {}

    /**
     * A fork has failed; its case gets no further ones.
     *
     * @param why one clause
     */
    default void forkFailed(CaseName name, int fork, int of, String why) {}

    /** Something people should know: one clause. */
    default void note(String text) {}

    /** Nothing more comes; what follows is the report. */
    default void done() {}
}
