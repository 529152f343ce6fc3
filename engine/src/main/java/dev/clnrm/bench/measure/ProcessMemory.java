package dev.clnrm.bench.measure;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads how much memory a process uses, from outside of it: the resident memory that Linux counts ({@code proc(5)}, {@code VmRSS}), and
 * the heap of a JVM. For a program that is not a JVM, the processes that it started count, too.
 */
final class ProcessMemory implements AutoCloseable {
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d{1,15}) kB$");

    /** The most processes that are followed. */
    private static final int MOST_PROCESSES = 64;

    private final Path proc;
    private final Path counters;
    private final long pid;
    private Optional<HeapCounters> heap = Optional.empty();

    ProcessMemory(Path proc, Path counters, long pid) {
        this.proc = proc;
        this.counters = counters;
        this.pid = pid;
    }

    /**
     * The memory that a process uses.
     *
     * @param resident bytes in main memory
     * @param heap bytes of the Java heap in use; empty if no JVM reports it
     */
    record Reading(long resident, Optional<Long> heap) {}

    long pid() {
        return pid;
    }

    /** The memory that it uses now; empty if it has ended. */
    Optional<Reading> now() {
        Optional<Long> own = resident(Long.toString(pid));
        if (own.isEmpty()) {
            return Optional.empty();
        }
        if (heap.isEmpty()) {
            heap = HeapCounters.of(counters, pid);
        }
        return Optional.of(
                heap.isPresent()
                        ? new Reading(own.get(), heap.flatMap(HeapCounters::used))
                        : new Reading(own.get() + ofChildren(), Optional.empty()));
    }

    private Optional<Long> resident(String process) {
        Matcher matcher = RESIDENT.matcher(Tasks.text(proc.resolve(process).resolve("status")));
        return matcher.find() ? Optional.of(Long.parseLong(matcher.group(1)) << 10) : Optional.empty();
    }

    private long ofChildren() {
        List<String> found = new ArrayList<>(children(Long.toString(pid)));
        for (int i = 0; i < found.size() && found.size() < MOST_PROCESSES; i++) {
            found.addAll(children(found.get(i)));
        }
        return found.stream()
                .flatMap(one -> resident(one).stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    private List<String> children(String process) {
        List<String> children = new ArrayList<>();
        try (DirectoryStream<Path> tasks =
                Files.newDirectoryStream(proc.resolve(process).resolve("task"))) {
            for (Path task : tasks) {
                Stream.of(Tasks.text(task.resolve("children")).split("\\s+", -1))
                        .filter(child -> !child.isEmpty())
                        .forEach(children::add);
            }
        } catch (IOException e) {
            return children; // it has just ended
        }
        return children;
    }

    @Override
    public void close() {
        heap.ifPresent(HeapCounters::close);
    }
}
