package dev.clnrm.bench.reach;

import java.util.List;

/**
 * What of a change no case reaches, in short.
 *
 * @param methods how many methods of the project changed and are there on the head
 * @param unreached how many of them no case reaches
 * @param largest the largest of those
 */
public record ReachSummary(int methods, int unreached, List<ChangedMember> largest) {
    /** As many as a reader looks at. */
    public static final int MOST = 10;

    public ReachSummary {
        largest = List.copyOf(largest.subList(0, Math.min(MOST, largest.size())));
        if (unreached > methods || largest.size() > unreached) {
            throw new IllegalArgumentException("more methods are reached by no case than changed");
        }
    }

    static ReachSummary of(Reach reach) {
        List<ChangedMember> unreached = reach.unreached();
        return new ReachSummary((int) reach.methods().count(), unreached.size(), unreached);
    }
}
