package dev.clnrm.cleanroom;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The current activities of one environment. Safe for concurrent use.
 *
 * <p>A new activity checks the session after it is in the set, and closing reads the set after the session is closed. So either
 * the activity sees the closing or the closing sees the activity.
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

    /** Ends every member; a failure does not prevent the others from being ended. */
    void close(List<Throwable> failures) {
        Set<Ongoing> set = members;
        if (set == null) {
            return;
        }
        for (Ongoing member : set) {
            try {
                member.end();
            } catch (Throwable e) {
                ForeignFailure.keepInterruption(e);
                failures.add(e);
            }
        }
    }

    /** Created at the first entry, so that an environment without activities has no cost. */
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
