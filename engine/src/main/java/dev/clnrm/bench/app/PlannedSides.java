package dev.clnrm.bench.app;

import dev.clnrm.bench.config.DeclaredCase;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.plan.Shard;
import dev.clnrm.bench.reach.Reach;
import dev.clnrm.bench.reach.ReachSummary;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two sides with what is asked for of them.
 *
 * @param reach what of it the change reaches
 * @param unreached what no case reaches; absent if only some cases are asked for
 */
record PlannedSides(Plan base, Plan head, Reach reach, Optional<ReachSummary> unreached) {
    /** As they are. */
    static PlannedSides of(Request request, Sides sides) {
        Plan head = head(request, sides);
        return of(request, sides, ofBase(request, sides, head), head);
    }

    /** To be measured: the base has the benchmarks that the head adds or edits. */
    static PlannedSides overlaid(Request request, Sides sides) {
        Plan head = head(request, sides);
        return of(request, sides, sides.overlaid(ofBase(request, sides, head), head), head);
    }

    private static Plan head(Request request, Sides sides) {
        return sides.head().project().plan(sides.head().declared(), request);
    }

    private static PlannedSides of(Request request, Sides sides, Plan base, Plan head) {
        Revision revision = sides.head().revision();
        Reach found = Reach.between(base, head);
        Reach reach =
                revision.commit().isPresent() ? found.shown(new ProjectSources(revision.folder())::located) : found;
        return new PlannedSides(
                base, head, reach, request.asksForAll() ? Optional.of(reach.summary()) : Optional.empty());
    }

    /** The base's cases that the head has in this part; what only the base has is told by the first. */
    private static Plan ofBase(Request request, Sides sides, Plan head) {
        Plan whole = sides.base().project().planOrNothing(sides.base().declared(), request.whole());
        if (request.shard().equals(Shard.WHOLE)) {
            return whole;
        }
        Set<CaseName> here = Set.copyOf(head.names());
        Set<CaseName> anywhere =
                sides.head().declared().cases().map(DeclaredCase::name).collect(Collectors.toSet());
        return whole.only(name -> here.contains(name) || (request.shard().number() == 1 && !anywhere.contains(name)));
    }
}
