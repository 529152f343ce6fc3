package dev.clnrm.cleanroom;

import java.util.List;

/**
 * Closing is complete, but some activities did not end, some services did not stop or some containers were not released. The
 * suppressed exceptions are all failures, in the order in which they happened.
 */
public final class CloseException extends CleanroomException {
    private static final long serialVersionUID = 1L;

    CloseException(Session session, List<Throwable> failures) {
        super(
                session.place(),
                "the environment is closed, but " + failures.size() + " of its parts failed to end, first "
                        + (failures.get(0) instanceof CleanroomException first
                                ? first.where()
                                : "an activity: " + describe(failures.get(0))),
                "see the suppressed exceptions, one for each part",
                failures.get(0));
        failures.forEach(this::addSuppressed);
    }
}
