package dev.clnrm.bench.run;

import dev.clnrm.bench.samples.Disturbance;
import dev.clnrm.bench.samples.Values;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads of a process, from outside of it, what Linux counts: how long its threads ran and how long they waited for a processor
 * ({@code Documentation/scheduler/sched-stats.rst}), and what the machine did meanwhile ({@code proc(5)}). Elsewhere there is nothing to read.
 */
final class Watch {
    private static final Path PROC = Path.of("/proc");
    private static final Path CGROUP = Path.of("/sys/fs/cgroup");

    /** {@code USER_HZ}, which is 100 on every architecture that runs a JVM. */
    private static final double NANOS_A_TICK = 1e7;

    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    private static final int STEAL = 7;

    private final Path proc;
    private final Path process;
    private final List<Path> limits;

    private Watch(Path proc, Path cgroup, long pid) {
        this.proc = proc;
        this.process = proc.resolve(Long.toString(pid));
        this.limits = limits(process, cgroup);
    }

    static Watch of(long pid) {
        return in(PROC, CGROUP, pid);
    }

    static Watch in(Path proc, Path cgroup, long pid) {
        return new Watch(proc, cgroup, pid);
    }

    /**
     * Counts since the process or the machine began.
     *
     * @param ran nanoseconds its threads ran
     * @param waited nanoseconds they waited for a processor
     * @param busy nanoseconds all processors did anything
     * @param stolen nanoseconds the host gave to others
     * @param total nanoseconds of all processors
     * @param load processes that ran or waited to, in the last minute
     * @param throttled how often a limit stopped its container
     */
    record Reading(double ran, double waited, double busy, double stolen, double total, double load, long throttled) {}

    Reading now() {
        double ran = 0;
        double waited = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(process.resolve("task"))) {
            for (Path task : tasks) {
                double[] counts = numbers(task.resolve("schedstat"));
                if (counts.length >= 2) {
                    ran += counts[0];
                    waited += counts[1];
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            ran = 0;
        }
        double[] machine = numbers(proc.resolve("stat"));
        double all = DoubleStream.of(machine).limit(STEAL + 1).sum() * NANOS_A_TICK;
        boolean known = machine.length > STEAL;
        double idle = known ? (machine[IDLE] + machine[IO_WAIT]) * NANOS_A_TICK : 0;
        double[] load = numbers(proc.resolve("loadavg"));
        return new Reading(
                ran,
                waited,
                all - idle,
                known ? machine[STEAL] * NANOS_A_TICK : 0,
                all,
                load.length > 0 ? load[0] : 0,
                throttled());
    }

    /**
     * What disturbed the process between each reading and the next; empty where nothing is counted.
     *
     * <p>Threads of one process also wait for each other. They cannot have waited for others longer than others ran, so of their waiting no more
     * than that is counted, spread evenly.
     */
    Optional<Disturbance> between(List<Reading> readings) {
        Reading first = readings.get(0);
        Reading last = readings.get(readings.size() - 1);
        double ran = last.ran() - first.ran();
        double waited = Math.max(0, last.waited() - first.waited());
        if (readings.size() < 2 || ran <= 0 || first.ran() <= 0) {
            return Optional.empty();
        }
        double others = last.total() > first.total() ? Math.max(0, last.busy() - first.busy() - ran) : waited;
        double counted = waited > 0 ? Math.min(1, others / waited) : 0;
        Values shares = Values.of(IntStream.range(1, readings.size())
                .mapToDouble(i -> share(readings.get(i - 1), readings.get(i), counted)));
        double total = last.total() - first.total();
        double steal = total > 0 ? Math.max(0, Math.min(1, (last.stolen() - first.stolen()) / total)) : 0;
        return Optional.of(new Disturbance(shares, steal, first.load(), last.throttled() > first.throttled()));
    }

    private static double share(Reading from, Reading to, double counted) {
        double ran = Math.max(0, to.ran() - from.ran());
        double waited = Math.max(0, to.waited() - from.waited()) * counted;
        return ran + waited > 0 ? ran / (ran + waited) : 1;
    }

    private long throttled() {
        for (Path limit : limits) {
            try (Stream<String> lines = Files.lines(limit, StandardCharsets.UTF_8)) {
                Optional<String> count =
                        lines.filter(line -> line.startsWith("nr_throttled ")).findFirst();
                if (count.isPresent()) {
                    return Long.parseLong(count.get().split(" ", -1)[1]);
                }
            } catch (IOException | java.io.UncheckedIOException | NumberFormatException e) {
                return 0;
            }
        }
        return 0;
    }

    /** Where limits are counted: of the process's own group (version 2), else of all that is seen (a container, version 1). */
    private static List<Path> limits(Path process, Path cgroup) {
        String own = text(process.resolve("cgroup"))
                .lines()
                .filter(line -> line.startsWith("0::/"))
                .map(line -> line.substring("0::/".length()))
                .findFirst()
                .orElse("");
        return Stream.of(own, "", "cpu", "cpu,cpuacct")
                .map(part -> cgroup.resolve(part).resolve("cpu.stat"))
                .filter(Files::isReadable)
                .toList();
    }

    /** The numbers of the first line, words left out. */
    private static double[] numbers(Path file) {
        String line = text(file).lines().findFirst().orElse("");
        return Stream.of(line.split(" +", -1))
                .filter(word -> word.matches("\\d+(\\.\\d+)?"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
