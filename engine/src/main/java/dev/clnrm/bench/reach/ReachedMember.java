package dev.clnrm.bench.reach;

import dev.clnrm.bench.model.CaseName;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A changed member and the cases that reach it.
 *
 * @param member the changed member
 * @param cases the cases whose code leads to it on at least one side
 * @param byName the number of other cases that may reach it because they find classes by names made at run time
 */
public record ReachedMember(ChangedMember member, List<CaseName> cases, int byName) {
    public ReachedMember {
        cases = List.copyOf(cases);
    }

    /** Whether a case reaches it or may reach it. */
    public boolean reached() {
        return !cases.isEmpty() || byName > 0;
    }

    /** A copy with another description of the changed member. */
    ReachedMember shown(UnaryOperator<ChangedMember> as) {
        return new ReachedMember(as.apply(member), cases, byName);
    }
}
