package dev.clnrm.bench.fork.internal;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/**
 * Measures the heap that the inputs of a body hold after measuring: how much less of the heap is in use without them. It runs
 * only in forks that are not judged, because it collects garbage.
 */
public final class Retained {
    /** The system property with the output file, which gets a line for each state. */
    public static final String FILE = "clnrm.bench.retained";

    /**
     * The number of collections: the serial collector compacts objects and frees all dead objects only at every fourth full
     * collection.
     */
    private static final int COLLECTIONS = 4;

    private static final long MILLIS_BETWEEN = 10;

    private Retained() {}

    /** Inputs that are held until they are released. */
    @FunctionalInterface
    public interface Inputs {
        /** Removes all references to them. */
        void giveUp() throws Exception;
    }

    /** Releases inputs, and writes how much they held if that is requested. States of several threads do so one after the other. */
    public static synchronized void giveUp(Inputs inputs) throws Exception {
        String file = System.getProperty(FILE, "");
        if (file.isEmpty()) {
            inputs.giveUp();
            return;
        }
        OptionalLong bytes = freed(inputs);
        if (bytes.isPresent()) {
            write(Path.of(file), bytes.getAsLong());
        }
    }

    /** The additional bytes that are free after a release; empty if the JVM does not collect garbage on request. */
    private static OptionalLong freed(Inputs inputs) throws Exception {
        long collections = collections();
        long before = used();
        inputs.giveUp();
        long after = used();
        return collections() > collections ? OptionalLong.of(Math.max(0, before - after)) : OptionalLong.empty();
    }

    /** The smallest heap in use after several collections, with a pause for finalizers and reference queues between them. */
    private static long used() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
            Thread.sleep(MILLIS_BETWEEN);
        }
        return least;
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    private static void write(Path file, long bytes) throws IOException {
        Files.writeString(file, bytes + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
