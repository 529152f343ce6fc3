package dev.clnrm.bench.fork.internal;

import java.lang.management.ManagementFactory;

/** Reads how much a thread has allocated. */
final class Allocation {
    private static final java.lang.management.ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** The bytes that the current thread has allocated since it started; 0 if the JVM does not count them. */
    static long ofThisThread() {
        return THREADS instanceof com.sun.management.ThreadMXBean hotspot
                ? hotspot.getCurrentThreadAllocatedBytes()
                : 0;
    }
}
