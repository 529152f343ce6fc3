package dev.clnrm.cleanroom.scenario;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One thread for the deadlines of all steps of this JVM.
 *
 * <p>It sleeps until the earliest known deadline. Steps that end in time do not wake it, and a new step wakes it only if its
 * deadline is earlier: steps with equal time limits never do. So a deadline costs a few writes, and the thread wakes once per
 * time limit. It ends after a second without watches.
 *
 * <p>A thread that adds a watch reads {@link #wake} afterwards; the watchdog thread sets {@code wake} to the end of time before
 * it reads the watches. So either the watchdog sees the watch, or the other thread sees that it must wake the watchdog.
 */
final class Watchdog implements Runnable {
    private static final long ORIGIN = System.nanoTime();
    private static final long IDLE = TimeUnit.SECONDS.toNanos(1);
    private static final Set<Watch> WATCHES = ConcurrentHashMap.newKeySet();
    private static volatile long wake = Long.MAX_VALUE;
    private static volatile @Nullable Thread thread;

    private Watchdog() {}

    /** Nanoseconds since this class was loaded: never negative, so that moments can be compared directly. */
    static long now() {
        return System.nanoTime() - ORIGIN;
    }

    static void add(Watch watch) {
        WATCHES.add(watch);
        if (thread == null) {
            start();
        }
    }

    static void remove(Watch watch) {
        WATCHES.remove(watch);
    }

    /** Makes the thread check at this moment at the latest. */
    static void wakeBy(long moment) {
        if (moment < wake) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void run() {
        do {
            long next = look();
            while (next < Long.MAX_VALUE) {
                next = look();
            }
        } while (!ends());
    }

    /** Checks all watches, sleeps until the next moment, and returns it; the end of time after a while without watches. */
    private static long look() {
        wake = Long.MAX_VALUE;
        long now = now();
        long next = Long.MAX_VALUE;
        for (Watch watch : WATCHES) {
            next = Math.min(next, watch.look(now));
        }
        long until = next < Long.MAX_VALUE ? next : now + IDLE;
        wake = until;
        LockSupport.parkNanos(until - now);
        return next == Long.MAX_VALUE && now() < until ? until : next;
    }

    /** Ends the thread if there are no watches; a watch added in the meantime keeps it or starts a new one. */
    private static boolean ends() {
        thread = null;
        return WATCHES.isEmpty() || !resume();
    }

    private static synchronized boolean resume() {
        if (thread != null) {
            return false;
        }
        thread = Thread.currentThread();
        return true;
    }

    private static synchronized void start() {
        if (thread == null) {
            Thread watchdog = new Thread(new Watchdog(), "cleanroom-watchdog");
            watchdog.setDaemon(true);
            thread = watchdog;
            watchdog.start();
        }
    }
}
