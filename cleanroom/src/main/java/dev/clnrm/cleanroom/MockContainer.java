package dev.clnrm.cleanroom;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A container for tests and benchmarks that does a declared amount of real work and never sleeps: creating it fills a
 * buffer of {@value #WORDS} 64-bit words from a seed, the hash of its name, and takes the checksum; releasing it gives
 * the buffer back. Safe for concurrent use.
 */
public final class MockContainer implements Container {
    /** One kibibyte: more than the bookkeeping around it, and less than a microsecond. */
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

    /** Creates the container and does its work; fits {@link ContainerFactory}. */
    public static MockContainer create(String name) {
        return new MockContainer(name);
    }

    @Override
    public String name() {
        return name;
    }

    /** The checksum of the buffer as it was created. */
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

    /** How often it was released. */
    public int releases() {
        return releases.get();
    }
}
