package dev.clnrm.bench.fork.internal;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/**
 * What the inputs of a body hold on to when measuring has ended: how much less of the heap is in use without them. It is looked at only in forks that
 * do not judge, because it collects garbage.
 */
public final class Retained {
    /** The system property that names the file it is written to, a line for each state. */
    public static final String FILE = "clnrm.bench.retained";

    /** The serial collector moves objects together, and frees all that is dead, at every fourth full collection only. */
    private static final int COLLECTIONS = 4;

    private static final long MILLIS_BETWEEN = 10;

    private Retained() {}

    /** Something that is held until it is given up. */
    @FunctionalInterface
    public interface Inputs {
        /** Leaves nothing that refers to them. */
        void giveUp() throws Exception;
    }

    /** Gives up inputs, and writes how much they held if somebody wants to know. States of several threads do so one after the other. */
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

    /** How many bytes are free after something is given up that were not before; empty if the JVM collects no garbage when it is asked to. */
    private static OptionalLong freed(Inputs inputs) throws Exception {
        long collections = collections();
        long before = used();
        inputs.giveUp();
        long after = used();
        return collections() > collections ? OptionalLong.of(Math.max(0, before - after)) : OptionalLong.empty();
    }

    /** The least that is in use after one of some collections; between them finalizers and reference queues have a moment. */
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
