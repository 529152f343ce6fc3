package dev.clnrm.cleanroom;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is under way in one environment. Safe for concurrent use.
 *
 * <p>An entrant looks at the session after it is in the set, and closing looks at the set after the session is closed;
 * so either the entrant sees the closing or the closing sees the entrant.
 */
final class OngoingSet {
    private final Session session;
    private volatile @Nullable Set<Ongoing> members;

    OngoingSet(Session session) {
        this.session = session;
    }

    void add(Ongoing member) {
        Set<Ongoing> set = set();
        set.add(member);
        if (session.isClosed()) {
            set.remove(member);
            throw new EnvironmentClosedException(session);
        }
    }

    void remove(Ongoing member) {
        set().remove(member);
    }

    /** Ends every member; one that fails to end does not keep the others. */
    void close(List<CleanroomException> failures) {
        Set<Ongoing> set = members;
        if (set == null) {
            return;
        }
        for (Ongoing member : set) {
            try {
                member.end();
            } catch (CleanroomException e) {
                failures.add(e);
            }
        }
    }

    /** Made at the first entry, so that an environment that runs nothing pays nothing. */
    private Set<Ongoing> set() {
        Set<Ongoing> set = members;
        return set != null ? set : make();
    }

    private synchronized Set<Ongoing> make() {
        Set<Ongoing> set = members;
        if (set == null) {
            set = ConcurrentHashMap.newKeySet();
            members = set;
        }
        return set;
    }
}
