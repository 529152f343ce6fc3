package dev.clnrm.bench.reach;

import dev.clnrm.bench.model.CaseName;
import java.util.List;

/**
 * Something that changed, and who reaches it.
 *
 * @param member what changed
 * @param cases the cases that reach it on either side
 */
public record ReachedMember(ChangedMember member, List<CaseName> cases) {
    public ReachedMember {
        cases = List.copyOf(cases);
    }
}
