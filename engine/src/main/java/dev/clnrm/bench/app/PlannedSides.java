package dev.clnrm.bench.app;

import dev.clnrm.bench.config.DeclaredCase;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.plan.Shard;
import dev.clnrm.bench.reach.ChangedSources;
import dev.clnrm.bench.reach.Reach;
import dev.clnrm.bench.reach.ReachSummary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The plans of two sides for a request.
 *
 * @param reach what the change reaches
 * @param unreached the changed code that no case reaches; empty if it is unknown
 */
record PlannedSides(Plan base, Plan head, Reach reach, Optional<ReachSummary> unreached) {
    /** The two sides without an overlay. */
    static PlannedSides of(Request request, Sides sides) {
        Plan head = head(request, sides);
        return of(request, sides, ofBase(request, sides, head), head);
    }

    /** The two sides as they are measured: the base has the benchmarks that the head adds or edits. */
    static PlannedSides overlaid(Request request, Sides sides) {
        Plan head = head(request, sides);
        return of(request, sides, sides.overlaid(ofBase(request, sides, head), head), head);
    }

    private static Plan head(Request request, Sides sides) {
        NoMatchingCase.refuse(
                request, List.of(sides.head().declared(), sides.base().declared()));
        Plan plan = sides.head().project().planOrNothing(sides.head().declared(), request);
        if (plan.cases().isEmpty()) {
            throw NoMatchingCase.found(sides.head().declared(), request);
        }
        return plan;
    }

    private static PlannedSides of(Request request, Sides sides, Plan base, Plan head) {
        Revision revision = sides.head().revision();
        Reach found = reach(request, sides, base, head);
        Reach reach =
                revision.commit().isPresent() ? found.shown(new ProjectSources(revision.folder())::located) : found;
        return new PlannedSides(base, head, reach, reach.summary(request.asksForAll()));
    }

    private static Reach reach(Request request, Sides sides, Plan base, Plan head) {
        List<String> edited = sides.editedSources();
        if (edited.isEmpty()) {
            return Reach.between(base, head);
        }
        try {
            Plan allOfBase = all(request, sides.base());
            return Reach.between(base, head, new ChangedSources(edited, allOfBase, all(request, sides.head())));
        } catch (UserException e) {
            // A case that was not requested cannot be launched, so nobody knows its code.
            return Reach.between(base, head);
        }
    }

    private static Plan all(Request request, Sides.Prepared side) {
        return side.project().planOrNothing(side.declared(), request.everything());
    }

    /** The base's cases that the head has in this shard. The first shard also has the cases that only the base has. */
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
