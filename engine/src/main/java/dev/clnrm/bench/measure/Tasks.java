package dev.clnrm.bench.measure;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Reads Linux's counters of the threads of a process: {@code Documentation/scheduler/sched-stats.rst} and {@code proc(5)}. The names of
 * threads distinguish those that run the benchmark from those of the JVM.
 */
final class Tasks {
    /** JMH names its workers after the benchmark, followed by this and a number. */
    private static final String WORKER = "-jmh-worker-";

    /** Linux keeps this many bytes of a thread's name. */
    private static final int KEPT = 15;

    /** JDK 23 and later keep this many characters of the start of a long name, followed by two dots and its end. */
    private static final int KEPT_BEGIN = 7;

    private static final Pattern NUMBERED = Pattern.compile("([-a-z]*)\\d+");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    private final Path folder;
    private final String begin;

    /**
     * Creates a reader for the threads of a process.
     *
     * @param process its folder
     * @param benchmark the benchmark that JMH runs in it
     */
    Tasks(Path process, String benchmark) {
        this.folder = process.resolve("task");
        this.begin = benchmark + WORKER;
    }

    /**
     * The times since the threads started.
     *
     * @param ran nanoseconds they ran
     * @param waited nanoseconds they waited for a processor
     */
    record Times(double ran, double waited) {
        static final Times NONE = new Times(0, 0);

        Times plus(Times other) {
            return new Times(ran + other.ran, waited + other.waited);
        }

        Times minus(Times earlier) {
            return new Times(Math.max(0, ran - earlier.ran), Math.max(0, waited - earlier.waited));
        }
    }

    /**
     * The counters of a process.
     *
     * @param workers the threads that run the benchmark; zero if none is known by its name
     * @param all all threads
     * @param preempted how often a worker lost its processor to another thread
     */
    record Counts(Times workers, Times all, long preempted) {
        static final Counts NONE = new Counts(Times.NONE, Times.NONE, 0);

        /** The times of the workers since an earlier reading; those of all threads if no worker is known. */
        Times since(Counts earlier) {
            return workers.ran() > 0 ? workers.minus(earlier.workers) : all.minus(earlier.all);
        }
    }

    /** The current counters; zero if the system has none. */
    Counts now() {
        Times all = Times.NONE;
        Times workers = Times.NONE;
        long preempted = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(folder)) {
            for (Path task : tasks) {
                double[] counts = numbers(text(task.resolve("schedstat")));
                if (counts.length >= 2) {
                    Times times = new Times(counts[0], counts[1]);
                    all = all.plus(times);
                    if (worker(text(task.resolve("comm")).strip())) {
                        workers = workers.plus(times);
                        preempted += preempted(task);
                    }
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return Counts.NONE;
        }
        return new Counts(workers, all, preempted);
    }

    /** Whether a thread is a worker, by its name as Linux shortens it. */
    boolean worker(String kept) {
        if (kept.equals(begin.substring(0, Math.min(KEPT, begin.length())))) {
            return true;
        }
        String start = begin.substring(0, Math.min(KEPT_BEGIN, begin.length())) + "..";
        Matcher end = NUMBERED.matcher(kept.startsWith(start) ? kept.substring(start.length()) : "");
        return end.matches() && WORKER.endsWith(end.group(1));
    }

    private static long preempted(Path task) {
        Optional<String> line = text(task.resolve("status"))
                .lines()
                .filter(one -> one.startsWith("nonvoluntary_ctxt_switches:"))
                .findFirst();
        return line.map(one ->
                        (long) DoubleStream.of(numbers(one.replace('\t', ' '))).sum())
                .orElse(0L);
    }

    /** The numbers of the first line, without its words. */
    static double[] numbers(String text) {
        String line = text.lines().findFirst().orElse("");
        return Stream.of(line.split(" +", -1))
                .filter(word -> NUMBER.matcher(word).matches())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** The content of a file; empty if it cannot be read. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
