package dev.clnrm.bench.measure;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.MemoryUse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Reads four times a second how much memory the process of the current fork uses. It reads system files, so it neither stops the process
 * nor runs in it; each reading takes this program less than half a millisecond.
 */
public final class MemorySampler implements RunListener {
    private static final Path PROC = Path.of("/proc");
    private static final long INTERVAL_MILLIS = 250;
    private static final long LAST_MILLIS = 1_000;

    private final RunListener next;
    private final Path proc;
    private final Path counters;
    private final long begin = System.nanoTime();
    private final Thread reader = new Thread(this::read, "memory");
    private final Map<List<String>, Integer> places = new HashMap<>();
    private final List<MemoryUse.Peak> peaks = new ArrayList<>();
    private final List<MemoryUse.Point> points = new ArrayList<>();
    private Optional<CaseName> name = Optional.empty();
    private Optional<Running> running = Optional.empty();
    private Optional<ProcessMemory> process = Optional.empty();
    private Optional<MemoryUse.Point> pending = Optional.empty();
    private int drawnAsOne = 1;
    private int waiting;

    private record Running(String side, long pid) {}

    private record Measured(String name, String side, long pid) {}

    MemorySampler(RunListener next, Path proc, Path counters) {
        this.next = next;
        this.proc = proc;
        this.counters = counters;
    }

    /** Whether this system reports how much memory a process uses. */
    public static boolean possible() {
        return Files.isReadable(PROC.resolve("self").resolve("status"));
    }

    /** Starts a sampler that passes on all events. */
    public static MemorySampler start(RunListener next) {
        MemorySampler sampler = new MemorySampler(next, PROC, HeapCounters.folder());
        sampler.reader.setDaemon(true);
        sampler.reader.start();
        return sampler;
    }

    /** Stops reading, and returns the result. */
    public MemoryUse end() {
        reader.interrupt();
        try {
            reader.join(LAST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return use();
    }

    private void read() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(INTERVAL_MILLIS);
                sample();
            }
        } catch (InterruptedException e) {
            process.ifPresent(ProcessMemory::close);
        }
    }

    /** Reads once if a case is being measured. The thread that reports forks does not wait for it. */
    void sample() {
        Optional<Measured> measured = measured();
        if (measured.isEmpty()) {
            return;
        }
        long pid = measured.get().pid;
        if (process.filter(open -> open.pid() == pid).isEmpty()) {
            process.ifPresent(ProcessMemory::close);
            process = Optional.of(new ProcessMemory(proc, counters, pid));
        }
        process.flatMap(ProcessMemory::now).ifPresent(reading -> keep(measured.get(), reading));
    }

    private synchronized Optional<Measured> measured() {
        return running.flatMap(one -> name.map(current -> new Measured(current.toString(), one.side, one.pid)));
    }

    private synchronized void keep(Measured measured, ProcessMemory.Reading reading) {
        MemoryUse.Peak peak = new MemoryUse.Peak(measured.name, measured.side, reading.resident(), reading.heap(), 1);
        int place = places.computeIfAbsent(peak.key(), key -> places.size());
        if (place == peaks.size()) {
            peaks.add(peak);
        } else {
            peaks.set(place, peaks.get(place).with(peak));
        }
        MemoryUse.Point point =
                new MemoryUse.Point((System.nanoTime() - begin) / 1e9, place, reading.resident(), reading.heap());
        pending = Optional.of(pending.map(before -> before.orHigher(point)).orElse(point));
        if (++waiting >= drawnAsOne) {
            pending.ifPresent(points::add);
            pending = Optional.empty();
            waiting = 0;
        }
        if (points.size() == MemoryUse.MOST_POINTS) {
            List<MemoryUse.Point> half = MemoryUse.halved(points);
            points.clear();
            points.addAll(half);
            drawnAsOne *= 2;
        }
    }

    /** The result so far. */
    synchronized MemoryUse use() {
        return new MemoryUse(INTERVAL_MILLIS / 1e3, peaks, points);
    }

    @Override
    public synchronized void processStarted(String side, long pid) {
        running = Optional.of(new Running(side, pid));
        next.processStarted(side, pid);
    }

    @Override
    public void planned(List<PlannedCase> cases, int forks, double seconds, int kept) {
        next.planned(cases, forks, seconds, kept);
    }

    @Override
    public void forkStarted(CaseName started, int fork, int of) {
        synchronized (this) {
            name = Optional.of(started);
        }
        next.forkStarted(started, fork, of);
    }

    @Override
    public void iterationEnded(CaseName measured, boolean counts, double value) {
        next.iterationEnded(measured, counts, value);
    }

    /** Stops measuring memory until the next fork. In a shared JVM, the next case may already have started. */
    @Override
    public void forkEnded(JournalEntry result) {
        synchronized (this) {
            name = name.filter(current -> !current.equals(result.name()));
        }
        next.forkEnded(result);
    }

    @Override
    public void noted(String text) {
        next.noted(text);
    }
}
