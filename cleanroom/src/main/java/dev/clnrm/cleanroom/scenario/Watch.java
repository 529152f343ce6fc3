package dev.clnrm.cleanroom.scenario;

import dev.clnrm.cleanroom.scenario.StepResult.End;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts the thread that created it if the time of its step is over or the run is cancelled, and never after that step. Safe
 * for concurrent use.
 */
final class Watch implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private boolean armed;
    private long deadline;
    private @Nullable End fired;

    private Watch() {}

    /** A watch for the current thread. */
    static Watch open() {
        Watch watch = new Watch();
        Watchdog.add(watch);
        return watch;
    }

    /** Starts watching until this moment of {@link Watchdog#now()}. */
    void arm(long until) {
        synchronized (this) {
            armed = true;
            deadline = until;
        }
        Watchdog.wakeBy(until);
    }

    /** Stops watching; returns how it ended the step, or null if it did not. Clears its own interruption. */
    synchronized @Nullable End disarm() {
        armed = false;
        End how = fired;
        if (how != null) {
            fired = null;
            Thread.interrupted();
        }
        return how;
    }

    /** Ends the step if its time is over; otherwise returns the moment of the next check. */
    synchronized long look(long now) {
        if (armed && now >= deadline) {
            fire(End.TIMED_OUT);
        }
        return armed ? deadline : Long.MAX_VALUE;
    }

    /** Ends the step, if there is one. */
    synchronized void cancel() {
        if (armed) {
            fire(End.CANCELLED);
        }
    }

    boolean isOnCurrentThread() {
        return thread == Thread.currentThread();
    }

    @Override
    public void close() {
        Watchdog.remove(this);
    }

    private void fire(End how) {
        armed = false;
        fired = how;
        thread.interrupt();
    }
}
