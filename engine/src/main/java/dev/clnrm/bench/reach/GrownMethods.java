package dev.clnrm.bench.reach;

import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import java.util.List;

/** Finds methods whose code is longer on the head, from the class files of both sides. Class paths are read once for all cases. */
public final class GrownMethods {
    private final ReachFinder finder;

    /** Those of a plan of two sides. */
    public GrownMethods(Plan plan) {
        finder = new ReachFinder(plan.ofBase());
    }

    /**
     * Those that a case reaches on both sides; none if a class path cannot be read. If it may reach everything, those of all classes.
     *
     * @param head the case on the head
     */
    public List<GrownMethod> of(PlannedCase head) {
        return finder.grown(head);
    }
}
