package dev.clnrm.cleanroom;

/** Something under way that must not outlive the environment it belongs to, such as a scenario and its processes. */
public interface Ongoing {
    /**
     * Ends it and waits until it has ended; called by {@link CleanroomEnvironment#close()}, on the thread that closes. A
     * call from a thread that is a part of it does not wait.
     */
    void end();
}
