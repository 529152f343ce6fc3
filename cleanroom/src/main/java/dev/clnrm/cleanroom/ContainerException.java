package dev.clnrm.cleanroom;

import org.jspecify.annotations.Nullable;

/** A container could not be created or released. The cause is the exception of its factory or of the container. */
public final class ContainerException extends CleanroomException {
    private static final long serialVersionUID = 1L;

    private ContainerException(String where, String what, String help, @Nullable Throwable cause) {
        super(where, what, help, cause);
    }

    static ContainerException createFailed(Session session, String container, Throwable cause) {
        return new ContainerException(
                session.place("container", container),
                "creation failed: " + describe(cause),
                "nothing was kept; remove the cause and request it again",
                cause);
    }

    static ContainerException releaseFailed(Session session, String container, Throwable cause) {
        return new ContainerException(
                session.place("container", container),
                "release failed: " + describe(cause),
                "look for what the container left behind",
                cause);
    }

    static ContainerException waitsForItself(Session session, String container) {
        return new ContainerException(
                session.place("container", container),
                "its own factory requests it",
                "let the factory create the container, or request another name",
                null);
    }
}
