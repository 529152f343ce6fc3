package dev.clnrm.bench.measure;

import dev.clnrm.bench.samples.Disturbance;
import dev.clnrm.bench.samples.Values;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads Linux's counters of a process from outside of it: how long the threads of its benchmark ran and how long they waited for a
 * processor, and what the machine did meanwhile ({@code proc(5)}). On other systems it reads nothing.
 */
final class ProcSampler {
    private static final Path PROC = Path.of("/proc");
    private static final Path CGROUP = Path.of("/sys/fs/cgroup");

    /** {@code USER_HZ}, which is 100 on every architecture that runs a JVM. */
    private static final double NANOS_A_TICK = 1e7;

    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    private static final int STEAL = 7;

    private final Path proc;
    private final Tasks tasks;
    private final List<Path> limits;

    ProcSampler(Path proc, Path cgroup, long pid, String benchmark) {
        Path process = proc.resolve(Long.toString(pid));
        this.proc = proc;
        this.tasks = new Tasks(process, benchmark);
        this.limits = limits(process, cgroup);
    }

    /** Creates a sampler for a process in which JMH runs a benchmark. */
    static ProcSampler of(long pid, String benchmark) {
        return new ProcSampler(PROC, CGROUP, pid, benchmark);
    }

    /**
     * The counters since the start of the process or the machine.
     *
     * @param at the time in nanoseconds
     * @param threads the counters of the process's threads
     * @param busy nanoseconds in which any processor was busy
     * @param stolen nanoseconds that the host gave to others
     * @param total nanoseconds of all processors
     * @param load processes that ran or waited to run, in the last minute
     * @param throttled how often a limit stopped its container
     */
    record Reading(
            long at, Tasks.Counts threads, double busy, double stolen, double total, double load, long throttled) {}

    Reading now() {
        double[] machine = Tasks.numbers(Tasks.text(proc.resolve("stat")));
        double all = DoubleStream.of(machine).limit(STEAL + 1).sum() * NANOS_A_TICK;
        boolean known = machine.length > STEAL;
        double idle = known ? (machine[IDLE] + machine[IO_WAIT]) * NANOS_A_TICK : 0;
        double[] load = Tasks.numbers(Tasks.text(proc.resolve("loadavg")));
        return new Reading(
                System.nanoTime(),
                tasks.now(),
                all - idle,
                known ? machine[STEAL] * NANOS_A_TICK : 0,
                all,
                load.length > 0 ? load[0] : 0,
                throttled());
    }

    /**
     * The disturbance of the process between each reading and the next; empty if there are no counters.
     *
     * <p>Threads of one process also wait for each other. They cannot have waited for other processes longer than those ran, so at most
     * that part of their waiting is counted, spread evenly.
     */
    static Optional<Disturbance> between(List<Reading> readings) {
        Reading first = readings.get(0);
        Reading last = readings.get(readings.size() - 1);
        Tasks.Times process = last.threads().all().minus(first.threads().all());
        Tasks.Times workers = last.threads().since(first.threads());
        if (readings.size() < 2 || process.ran() <= 0 || first.threads().all().ran() <= 0) {
            return Optional.empty();
        }
        double total = last.total() - first.total();
        double others = total > 0 ? Math.max(0, last.busy() - first.busy() - process.ran()) : workers.waited();
        double counted = workers.waited() > 0 ? Math.min(1, others / workers.waited()) : 0;
        Values shares = Values.of(IntStream.range(1, readings.size())
                .mapToDouble(i -> share(readings.get(i - 1), readings.get(i), counted)));
        return Optional.of(new Disturbance(
                shares,
                part(others, total),
                part(last.stolen() - first.stolen(), total),
                first.load(),
                last.throttled() > first.throttled(),
                process.ran() / (process.ran() + process.waited()),
                Math.max(0, last.threads().preempted() - first.threads().preempted())));
    }

    /**
     * The part of the whole time in which the workers did not wait. It is relative to the whole time and not to the time that they ran,
     * because a thread that mostly sleeps waits a little each time it wakes.
     */
    private static double share(Reading from, Reading to, double counted) {
        Tasks.Times workers = to.threads().since(from.threads());
        double whole = Math.max((double) (to.at() - from.at()), workers.ran() + workers.waited());
        return whole > 0 ? 1 - workers.waited() * counted / whole : 1;
    }

    private static double part(double nanos, double total) {
        return total > 0 ? Math.max(0, Math.min(1, nanos / total)) : 0;
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

    /**
     * The files that count limits: those of the process's own group (version 2), else those of the visible root (a container, version 1).
     */
    private static List<Path> limits(Path process, Path cgroup) {
        String own = Tasks.text(process.resolve("cgroup"))
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
}
