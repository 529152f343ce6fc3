package dev.clnrm.cleanroom;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A container for tests and benchmarks that does a declared amount of real work and never sleeps. Creating it fills a buffer of
 * {@value #WORDS} 64-bit words from a seed, the hash of its name, and computes the checksum; releasing it frees the buffer. Safe
 * for concurrent use.
 */
public final class MockContainer implements Container {
    /** One kibibyte: more than the bookkeeping around it, and less than a microsecond of work. */
    public static final int WORDS = 128;

    private final String name;
    private final long checksum;
    private final AtomicInteger releases = new AtomicInteger();
    private volatile @Nullable Work work;

    private MockContainer(String name) {
        this.name = name;
        Work filled = new Work(name.hashCode(), WORDS);
        this.checksum = filled.checksum();
        this.work = filled;
    }

    /** Creates the container and does its work; usable as a {@link ContainerFactory}. */
    public static MockContainer create(String name) {
        return new MockContainer(name);
    }

    @Override
    public String name() {
        return name;
    }

    /** The checksum of the buffer at its creation. */
    public long checksum() {
        return checksum;
    }

    @Override
    public void release() {
        work = null;
        releases.incrementAndGet();
    }

    /** Whether it still has its buffer. */
    public boolean isLive() {
        return work != null;
    }

    /** The number of releases. */
    public int releases() {
        return releases.get();
    }
}
