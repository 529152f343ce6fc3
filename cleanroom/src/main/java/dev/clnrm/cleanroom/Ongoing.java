package dev.clnrm.cleanroom;

/** An activity that must not outlive its environment, for example a scenario and its processes. */
public interface Ongoing {
    /**
     * Ends it and waits until it has ended. {@link CleanroomEnvironment#close()} calls this on the thread that closes. A call
     * from a thread that belongs to the activity does not wait.
     */
    void end();
}
