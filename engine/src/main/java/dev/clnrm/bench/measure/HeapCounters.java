package dev.clnrm.bench.measure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads how much of its heap a JVM uses, from HotSpot's counters in the file that {@code jstat} reads, too ({@code perfMemory.hpp},
 * version 2). The JVM writes these counters in any case, so reading them costs it nothing.
 */
final class HeapCounters implements AutoCloseable {
    private static final Pattern USED = Pattern.compile("sun\\.gc\\.generation\\.\\d+\\.space\\.\\d+\\.used");

    private static final int MAGIC = 0xcafec0c0;
    private static final int BYTE_ORDER = 4;
    private static final int ACCESSIBLE = 7;
    private static final int FIRST_ENTRY = 24;
    private static final int ENTRIES = 28;

    private static final int NAME = 4;
    private static final int TYPE = 12;
    private static final int DATA = 16;
    private static final int SMALLEST_ENTRY = 20;

    /** 32 times the size that a JVM writes. */
    private static final int MOST_BYTES = 1 << 20;

    private final FileChannel file;
    private final ByteOrder order;
    private final List<Integer> places;

    private HeapCounters(FileChannel file, ByteOrder order, List<Integer> places) {
        this.file = file;
        this.order = order;
        this.places = places;
    }

    /** The folder in which the JVMs of this user store their counters. */
    static Path folder() {
        return Path.of("/tmp", "hsperfdata_" + System.getProperty("user.name", ""));
    }

    /** The counters of a process; empty if it is not a JVM, hides them, or has not counted anything yet. */
    static Optional<HeapCounters> of(Path folder, long pid) {
        Path path = folder.resolve(Long.toString(pid));
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            FileChannel file = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
            Optional<HeapCounters> counters = found(file);
            if (counters.isEmpty()) {
                file.close();
            }
            return counters;
        } catch (IOException e) {
            return Optional.empty(); // the process has just ended
        }
    }

    private static Optional<HeapCounters> found(FileChannel file) {
        try {
            return read(file);
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty(); // the measured code wrote to the file
        }
    }

    private static Optional<HeapCounters> read(FileChannel file) throws IOException {
        ByteBuffer all = ByteBuffer.allocate((int) Math.min(file.size(), MOST_BYTES));
        file.read(all, 0);
        all.flip();
        if (all.getInt(0) != MAGIC || all.get(ACCESSIBLE) == 0) {
            return Optional.empty();
        }
        ByteOrder order = all.get(BYTE_ORDER) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        all.order(order);
        List<Integer> places = new ArrayList<>();
        int entry = all.getInt(FIRST_ENTRY);
        for (int i = 0; i < all.getInt(ENTRIES); i++) {
            int length = all.getInt(entry);
            if (length < SMALLEST_ENTRY) {
                return Optional.empty();
            }
            String name = name(all, entry + all.getInt(entry + NAME), entry + length);
            if (all.get(entry + TYPE) == 'J' && USED.matcher(name).matches()) {
                places.add(entry + all.getInt(entry + DATA));
            }
            entry += length;
        }
        return places.isEmpty() ? Optional.empty() : Optional.of(new HeapCounters(file, order, places));
    }

    private static String name(ByteBuffer all, int from, int to) {
        int end = from;
        while (end < to && all.get(end) != 0) {
            end++;
        }
        byte[] name = new byte[end - from];
        all.get(from, name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    /** The bytes in use now; empty if the file cannot be read any more. */
    Optional<Long> used() {
        long used = 0;
        try {
            for (int place : places) {
                ByteBuffer counter = ByteBuffer.allocate(Long.BYTES).order(order);
                if (file.read(counter, place) < Long.BYTES) {
                    return Optional.empty();
                }
                used += counter.getLong(0);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(used);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            return; // the file was only read
        }
    }
}
