package dev.clnrm.cleanroom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service could not be started or stopped. The cause is the exception of its plugin. */
public final class ServiceException extends CleanroomException {
    private static final long serialVersionUID = 1L;

    private ServiceException(String where, String what, String help, @Nullable Throwable cause) {
        super(where, what, help, cause);
    }

    static ServiceException startFailed(Session session, String service, Throwable cause) {
        return new ServiceException(
                session.place("service", service),
                "start failed: " + describe(cause),
                "the service is not running; remove the cause and start it again",
                cause);
    }

    static ServiceException stopFailed(Session session, String service, Throwable cause) {
        return new ServiceException(
                session.place("service", service),
                "stop failed: " + describe(cause),
                "the service counts as running; stop it again, or look for what it left behind",
                cause);
    }

    static ServiceException waitsForItself(Session session, String service, String transition) {
        return new ServiceException(
                session.place("service", service),
                "its own " + transition + " asks for it to be started or stopped",
                "let the plugin use its own state there, not the environment",
                null);
    }

    static ServiceException severalFailed(Session session, String transition, List<? extends Throwable> failures) {
        ServiceException all = new ServiceException(
                session.place(),
                failures.size() + " services failed to " + transition,
                "see the suppressed exceptions, one for each service",
                failures.get(0));
        failures.forEach(all::addSuppressed);
        return all;
    }
}
