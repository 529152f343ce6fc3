package dev.clnrm.bench.reach;

import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import java.util.List;

/** Finds methods whose code is longer on the head, from the class files of both sides. It reads each class path once for all cases. */
public final class GrownMethods {
    private final ReachFinder finder;

    /** Finds methods for a plan of two sides. */
    public GrownMethods(Plan plan) {
        finder = new ReachFinder(plan.ofBase());
    }

    /**
     * The grown methods that a case reaches on both sides; none if a class path cannot be read. If the case may reach everything, the
     * methods of all classes count.
     *
     * @param head the case on the head
     */
    public List<GrownMethod> of(PlannedCase head) {
        return finder.grown(head);
    }
}
