package dev.clnrm.bench.measure;

import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.fork.FreshBody;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.plan.Target;
import dev.clnrm.bench.samples.Disturbance;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Histogram;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Values;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.link.ForkLink;

/**
 * Takes in the iterations of one fork and knows when there are enough. Where the warm-up is not settled, all iterations are alike and the
 * rule says afterwards where the values that count begin.
 */
final class Collector implements ForkLink.Listener {
    private static final String FAILURE = "<failure";

    private final ForkJob job;
    private final WarmupRule rule;
    private final RunListener listener;
    private final ForkLog log;
    private final double iterationSeconds;
    private final List<Iteration> iterations = new ArrayList<>();
    private final Semaphore events = new Semaphore(0);
    private final StringBuilder failure = new StringBuilder();
    private final List<ProcSampler.Reading> readings = new ArrayList<>();
    private Optional<ProcSampler> watch = Optional.empty();
    private long firstStart;
    private long lastEvent = System.nanoTime();
    private OptionalInt steadyFrom = OptionalInt.empty();

    /** One iteration's values. */
    private record Iteration(
            double value, Histogram histogram, Map<String, Double> secondary, Map<String, String> units) {}

    Collector(ForkJob job, double iterationSeconds, WarmupRule rule, RunListener listener, ForkLog log) {
        this.job = job;
        this.iterationSeconds = iterationSeconds;
        this.rule = rule;
        this.listener = listener;
        this.log = log;
    }

    @Override
    public synchronized void iterationStarted(BenchmarkParams benchmark, IterationParams params, int number) {
        if (firstStart == 0) {
            firstStart = System.nanoTime();
            look();
        }
        happened();
    }

    @Override
    public synchronized void iterationEnded(
            BenchmarkParams benchmark, IterationParams params, int number, IterationResult result) {
        Result<?> primary = result.getPrimaryResult();
        boolean sampled = job.planned().mode() == Mode.SAMPLE;
        Histogram histogram = sampled ? histogram(primary) : new Histogram(Values.NONE, Values.NONE);
        iterations.add(new Iteration(primary.getScore(), histogram, secondary(result), units(result)));
        look();
        if (steadyFrom.isEmpty() && job.warmups().isEmpty()) {
            OptionalInt found = rule.steadyFrom(times(), iterationSeconds);
            steadyFrom = found.orElse(Integer.MAX_VALUE) <= longestWarmup() ? found : OptionalInt.empty();
        }
        listener.iterationEnded(name(), iterations.size() > warmups(), primary.getScore());
        happened();
    }

    @Override
    public synchronized void said(String line) {
        if (failure.length() > 0 || line.startsWith(FAILURE)) {
            failure.append(line).append('\n');
        }
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        if (failure.length() > 0) {
            log.write(bytes, bytes.length);
        }
    }

    @Override
    public void printed(byte[] bytes) {
        log.write(bytes, bytes.length);
    }

    private void happened() {
        lastEvent = System.nanoTime();
        events.release();
    }

    /** Waits for something to happen, but no longer than {@code millis}. */
    void await(long millis) throws InterruptedException {
        if (events.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            events.drainPermits();
        }
    }

    /** Whether every value asked for is there. */
    synchronized boolean enough() {
        boolean settled = job.warmups().isPresent() || steadyFrom.isPresent() || iterations.size() >= longestWarmup();
        return settled
                && iterations.size()
                        >= warmups() + job.planned().effort().iterations().count();
    }

    /** Whether any iteration has begun. */
    synchronized boolean begun() {
        return firstStart != 0;
    }

    /** Seconds since the last sign of life. */
    synchronized double silentSeconds() {
        return (System.nanoTime() - lastEvent) / 1e9;
    }

    /** What JMH says of a failure; empty while there is none. */
    synchronized String failure() {
        return failure.toString();
    }

    /**
     * What the fork gave.
     *
     * @param started when its process was started
     * @param begin the same by {@link System#nanoTime}
     * @param company how many cases its JVM measures
     */
    synchronized JournalEntry record(Instant started, long begin, int company, Outcome outcome) {
        long first = firstStart == 0 ? System.nanoTime() : firstStart;
        return new JournalEntry(
                name(),
                job.side(),
                job.fork(),
                job.order(),
                started,
                (first - begin) / 1e9,
                company,
                new ForkSamples(
                        job.planned().mode(),
                        ((Target.Jmh) job.planned().target()).threads(),
                        iterationSeconds,
                        warmup(),
                        company == 1 ? steady() : settled(),
                        values(),
                        histograms(),
                        secondary(),
                        units()),
                outcome,
                disturbance());
    }

    /** Watches the process from outside from now on. */
    synchronized void watch(ProcSampler process) {
        watch = Optional.of(process);
    }

    private Optional<Disturbance> disturbance() {
        int from = Math.min(warmups(), iterations.size());
        boolean watched = readings.size() == iterations.size() + 1 && end() > from;
        return watch.filter(present -> watched).flatMap(present -> ProcSampler.between(readings.subList(from, end() + 1)));
    }

    private void look() {
        watch.ifPresent(present -> readings.add(present.now()));
    }

    /** The iterations that do not count. */
    synchronized Values warmup() {
        return values(0, Math.min(warmups(), iterations.size()));
    }

    /** The iterations that count. */
    synchronized Values values() {
        return values(Math.min(warmups(), iterations.size()), end());
    }

    /**
     * Whether times had settled by the middle of the values that count. The fork that settles the warm-up is steady where the rule found
     * a point; others may be steady a little later than that one and still count. A single shot has nothing to settle.
     */
    synchronized boolean steady() {
        if (job.planned().mode() == Mode.SINGLE_SHOT) {
            return true;
        }
        int middle = warmups() + job.planned().effort().iterations().count() / 2;
        return job.warmups().isEmpty()
                ? steadyFrom.isPresent()
                : rule.steadyFrom(times(), iterationSeconds).orElse(Integer.MAX_VALUE) <= middle;
    }

    /** Whether times had settled by the end, where nobody waited for that. */
    private boolean settled() {
        return job.planned().mode() == Mode.SINGLE_SHOT
                || rule.steadyFrom(times(), iterationSeconds).isPresent();
    }

    synchronized List<Histogram> histograms() {
        return job.planned().mode() != Mode.SAMPLE
                ? List.of()
                : iterations.subList(Math.min(warmups(), iterations.size()), end()).stream()
                        .map(Iteration::histogram)
                        .toList();
    }

    synchronized Map<String, Values> secondary() {
        List<Iteration> counted = iterations.subList(Math.min(warmups(), iterations.size()), end());
        Map<String, Values> metrics = new TreeMap<>();
        if (!counted.isEmpty()) {
            for (String metric : counted.get(0).secondary().keySet()) {
                if (counted.stream().allMatch(i -> i.secondary().containsKey(metric))) {
                    metrics.put(metric, Values.of(counted.stream().mapToDouble(i -> i.secondary()
                            .getOrDefault(metric, 0.0))));
                }
            }
        }
        return metrics;
    }

    /** The units of what every fork gives beside its time. */
    private Map<String, String> units() {
        return iterations.isEmpty()
                ? Map.of()
                : iterations.get(iterations.size() - 1).units();
    }

    private CaseName name() {
        return job.planned().name();
    }

    private int warmups() {
        return job.warmups().orElseGet(() -> steadyFrom.orElse(longestWarmup()));
    }

    private int longestWarmup() {
        return (int) Math.round(job.planned().effort().longestWarmup() / iterationSeconds);
    }

    private int end() {
        return Math.min(
                iterations.size(),
                warmups() + job.planned().effort().iterations().count());
    }

    private Values values(int from, int to) {
        return Values.of(iterations.subList(from, to).stream().mapToDouble(Iteration::value));
    }

    private Values times() {
        boolean rates = job.planned().mode() == Mode.THROUGHPUT;
        return Values.of(iterations.stream().mapToDouble(i -> rates ? 1 / i.value() : i.value()));
    }

    private static Histogram histogram(Result<?> result) {
        List<Double> seconds = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        TreeMap<Double, Long> sorted = new TreeMap<>();
        Iterator<Map.Entry<Double, Long>> raw = result.getStatistics().getRawData();
        while (raw.hasNext()) {
            Map.Entry<Double, Long> entry = raw.next();
            sorted.merge(entry.getKey(), entry.getValue(), Long::sum);
        }
        sorted.forEach((value, count) -> {
            seconds.add(value);
            counts.add(count.doubleValue());
        });
        return new Histogram(
                Values.of(seconds.stream().mapToDouble(Double::doubleValue)),
                Values.of(counts.stream().mapToDouble(Double::doubleValue)));
    }

    /** JMH up to 1.36 puts a dot before the names of its profilers' metrics. */
    private static String named(String label) {
        return label.startsWith("·") ? label.substring(1) : label;
    }

    /** Units of all but the garbage collector's, which are known by their names. */
    private static Map<String, String> units(IterationResult result) {
        Map<String, String> units = new TreeMap<>();
        result.getSecondaryResults().forEach((label, value) -> {
            if (!named(label).startsWith("gc.") && !label.equals(FreshBody.PREPARED_BYTES)) {
                units.put(named(label), value.getScoreUnit());
            }
        });
        return units;
    }

    private static Map<String, Double> secondary(IterationResult result) {
        Map<String, Double> metrics = new TreeMap<>();
        result.getSecondaryResults().forEach((label, value) -> metrics.put(named(label), value.getScore()));
        long operations = result.getMetadata().getAllOps();
        if (metrics.getOrDefault("gc.alloc.rate", Double.NaN) >= 0 && operations > 0) {
            double allocated = metrics.getOrDefault(ForkSamples.ALLOCATION, 0.0);
            double prepared = metrics.getOrDefault(FreshBody.PREPARED_BYTES, 0.0) / operations;
            metrics.put(ForkSamples.ALLOCATION, Math.max(0, allocated - prepared));
        }
        metrics.remove(FreshBody.PREPARED_BYTES);
        return metrics;
    }
}
