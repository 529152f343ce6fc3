package dev.clnrm.cleanroom;

import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Identity and open state of one environment. Safe for concurrent use.
 *
 * <p>The id is an identifier, not a secret: 64 random bits drawn once for the process, then a counter. It is unique within the
 * process by construction, and across processes with the probability of 64 bits; anyone can guess the next one.
 */
final class Session {
    private static final String PROCESS = HexFormat.of()
            .toHexDigits(new SplittableRandom().nextLong()
                    ^ Long.rotateLeft(ProcessHandle.current().pid(), 32));
    private static final AtomicLong COUNTER = new AtomicLong();

    private final long number = COUNTER.incrementAndGet();
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable String id;

    /** Created at the first call; a race creates it twice, with equal results. */
    String id() {
        String known = id;
        if (known == null) {
            known = PROCESS + "-" + number;
            id = known;
        }
        return known;
    }

    boolean isClosed() {
        return closed.get();
    }

    /** Closes the session; returns true only for the caller that closed it. */
    boolean beginClose() {
        return closed.compareAndSet(false, true);
    }

    void requireOpen() {
        if (closed.get()) {
            throw new EnvironmentClosedException(this);
        }
    }

    String place() {
        return "session " + id();
    }

    String place(String kind, String name) {
        return place() + ", " + kind + " '" + name + "'";
    }
}
