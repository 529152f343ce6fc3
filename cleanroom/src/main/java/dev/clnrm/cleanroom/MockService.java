package dev.clnrm.cleanroom;

import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A service for tests and benchmarks that does a declared amount of real work and never sleeps.
 *
 * <p>A start fills a buffer of 64-bit words from a seed and stores its checksum in the handle's metadata with the key
 * {@code checksum}; a health check reads the whole buffer and compares the checksum; a stop frees the buffer. The seed is the
 * hash of the service's name, so equal names do equal work. Safe for concurrent use, even in several environments.
 */
public final class MockService implements ServicePlugin {
    /** 64 words, 512 bytes: a visible amount of work that stays well below a microsecond. */
    public static final int DEFAULT_WORDS = 64;

    private final String name;
    private final int words;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final AtomicLong starts = new AtomicLong();
    private final AtomicLong stops = new AtomicLong();

    private MockService(String name, int words) {
        this.name = name;
        this.words = words;
    }

    /** A service with {@link #DEFAULT_WORDS} words of work. */
    public static MockService named(String name) {
        return new MockService(name, DEFAULT_WORDS);
    }

    /** The same service with another amount of work: this many words at each start and each health check. */
    public MockService withWork(int amount) {
        if (amount < 1) {
            throw new IllegalArgumentException("work of " + amount + " words; it takes at least 1");
        }
        return new MockService(name, amount);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ServiceHandle start() {
        Work work = new Work(name.hashCode(), words);
        long checksum = work.checksum();
        ServiceHandle handle =
                ServiceHandle.of(name, Map.of("checksum", HexFormat.of().toHexDigits(checksum)));
        running.put(handle.id(), new Running(work, checksum));
        starts.incrementAndGet();
        return handle;
    }

    @Override
    public void stop(ServiceHandle handle) {
        if (running.remove(handle.id()) == null) {
            throw new IllegalStateException("no start has the id " + handle.id());
        }
        stops.incrementAndGet();
    }

    @Override
    public HealthStatus health(ServiceHandle handle) {
        Running found = running.get(handle.id());
        if (found == null) {
            return HealthStatus.unhealthy("no start has the id " + handle.id());
        }
        return found.work().checksum() == found.checksum()
                ? HealthStatus.healthy()
                : HealthStatus.unhealthy("the buffer has changed");
    }

    /** The number of starts. */
    public long starts() {
        return starts.get();
    }

    /** The number of stops. */
    public long stops() {
        return stops.get();
    }

    /** The number of starts that have not been stopped. */
    public int running() {
        return running.size();
    }

    private record Running(Work work, long checksum) {}
}
