package dev.clnrm.bench.reach;

import dev.clnrm.bench.model.CaseName;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Something that changed, and who reaches it.
 *
 * @param member what changed
 * @param cases the cases whose code leads to it on either side
 * @param byName how many other cases find classes by names made at run time, and so may reach it
 */
public record ReachedMember(ChangedMember member, List<CaseName> cases, int byName) {
    public ReachedMember {
        cases = List.copyOf(cases);
    }

    /** Whether a case reaches it, or may. */
    public boolean reached() {
        return !cases.isEmpty() || byName > 0;
    }

    /** The same with what changed as somebody else calls it. */
    ReachedMember shown(UnaryOperator<ChangedMember> as) {
        return new ReachedMember(as.apply(member), cases, byName);
    }
}
