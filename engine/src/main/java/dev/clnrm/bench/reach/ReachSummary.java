package dev.clnrm.bench.reach;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * A summary of the changed code that no case reaches.
 *
 * @param partial whether only some cases were requested, so that no method is counted
 * @param methods the number of changed methods of the project that exist on the head
 * @param unreached the number of them that no case reaches
 * @param largest the largest unreached ones
 * @param unmeasured the changed source files that are in no measured jar; empty if there are none, or nobody can tell
 */
public record ReachSummary(
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean partial,
        int methods,
        int unreached,
        List<ChangedMember> largest,
        Optional<UnmeasuredSources> unmeasured) {
    /** The most methods or files that are listed. */
    public static final int MOST = 10;

    public ReachSummary {
        largest = List.copyOf(largest.subList(0, Math.min(MOST, largest.size())));
        if (unreached > methods || largest.size() > unreached) {
            throw new IllegalArgumentException("more methods are reached by no case than changed");
        }
    }

    static ReachSummary of(Reach reach) {
        List<ChangedMember> unreached = reach.unreached();
        return new ReachSummary(
                false, (int) reach.methods().count(), unreached.size(), unreached, unmeasured(reach.unmeasured()));
    }

    /** A summary of a run of some cases; empty if every changed file is measured. */
    static Optional<ReachSummary> ofSome(Reach reach) {
        return unmeasured(reach.unmeasured()).map(files -> new ReachSummary(true, 0, 0, List.of(), Optional.of(files)));
    }

    private static Optional<UnmeasuredSources> unmeasured(List<String> files) {
        return files.isEmpty() ? Optional.empty() : Optional.of(UnmeasuredSources.of(files));
    }
}
