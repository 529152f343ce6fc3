package dev.clnrm.bench.run;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.samples.ForkRecord;

/** Hears how a run goes on. Calls come one at a time, though not always on the same thread. */
public interface RunListener {
    /** A run begins; {@code kept} forks of an earlier part of it are there already. */
    void planned(Plan plan, int kept);

    /** A fork is about to be started. */
    void forkStarted(CaseName name, int fork, int of);

    /** An iteration of the current fork has ended; {@code value} in the unit of the case's mode. */
    void iterationEnded(CaseName name, boolean counts, double value);

    /** A fork has ended, and its record is kept. */
    void forkEnded(ForkRecord result);

    /** Something people should know: one clause. */
    void noted(String text);
}
