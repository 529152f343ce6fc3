package dev.clnrm.bench.reach;

import java.util.List;

/**
 * A summary of the changed methods that no case reaches.
 *
 * @param methods the number of changed methods of the project that exist on the head
 * @param unreached the number of them that no case reaches
 * @param largest the largest unreached ones
 */
public record ReachSummary(int methods, int unreached, List<ChangedMember> largest) {
    /** The most methods that are listed. */
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
