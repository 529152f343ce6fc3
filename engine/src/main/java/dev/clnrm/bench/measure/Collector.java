package dev.clnrm.bench.measure;

import dev.clnrm.bench.fork.internal.FreshBody;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.Disturbance;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.Histogram;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Values;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/**
 * Collects the iterations of one fork and decides when there are enough. If the length of the warm-up is not settled, all iterations run
 * in the same way, and the rule decides afterwards which values count. Not safe for several threads.
 */
final class Collector {
    private static final String FAILURE = "<failure";

    private final ForkJob job;
    private final WarmupRule rule;
    private final RunListener listener;
    private final ProcessLog log;
    private final List<Iteration> iterations = new ArrayList<>();
    private final StringBuilder failure = new StringBuilder();
    private final List<ProcSampler.Reading> readings = new ArrayList<>();
    private Optional<ProcSampler> sampler = Optional.empty();
    private long firstStart;
    private OptionalInt steadyFrom = OptionalInt.empty();

    /** The values of one iteration. */
    private record Iteration(
            double value, Histogram histogram, Map<String, Double> secondary, Map<String, String> units) {}

    Collector(ForkJob job, WarmupRule rule, RunListener listener, ProcessLog log) {
        this.job = job;
        this.rule = rule;
        this.listener = listener;
        this.log = log;
    }

    void iterationStarted() {
        if (firstStart == 0) {
            firstStart = System.nanoTime();
            read();
        }
    }

    void iterationEnded(IterationResult result) {
        Result<?> primary = result.getPrimaryResult();
        boolean sampled = job.planned().mode() == Mode.SAMPLE;
        Histogram histogram = sampled ? histogram(primary) : new Histogram(Values.NONE, Values.NONE);
        iterations.add(new Iteration(primary.getScore(), histogram, secondary(result), units(result)));
        read();
        if (steadyFrom.isEmpty() && job.warmups().isEmpty()) {
            OptionalInt found = rule.steadyFrom(times(), job.iterationSeconds());
            steadyFrom = found.orElse(Integer.MAX_VALUE) <= longestWarmup() ? found : OptionalInt.empty();
        }
        listener.iterationEnded(job.planned().name(), iterations.size() > warmups(), primary.getScore());
    }

    /** Handles a line from JMH; all lines from the start of a failure on belong to the failure. */
    void said(String line) {
        if (failure.length() > 0 || line.startsWith(FAILURE)) {
            failure.append(line).append('\n');
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            log.write(bytes, bytes.length);
        }
    }

    /** Whether it has all the values it needs. */
    boolean enough() {
        boolean settled = job.warmups().isPresent() || steadyFrom.isPresent() || iterations.size() >= longestWarmup();
        return settled && iterations.size() >= warmups() + wanted();
    }

    /** Whether any iteration has begun. */
    boolean begun() {
        return firstStart != 0;
    }

    /** JMH's description of a failure; empty if there is none. */
    String failure() {
        return failure.toString();
    }

    /**
     * The record of the fork.
     *
     * @param started when its process was started
     * @param begin the same time by {@link System#nanoTime}
     * @param sharedBy how many cases its JVM measures
     */
    JournalEntry record(Instant started, long begin, int sharedBy, Outcome outcome) {
        long first = firstStart == 0 ? System.nanoTime() : firstStart;
        return job.record(
                new ForkJob.Course(started, (first - begin) / 1e9, sharedBy, disturbance()),
                new ForkSamples(
                        job.planned().mode(),
                        job.planned().target().threads(),
                        job.iterationSeconds(),
                        warmup(),
                        sharedBy == 1 ? steady() : settled(),
                        values(),
                        histograms(),
                        secondary(),
                        units()),
                outcome);
    }

    /** Starts reading the system's counters of the process. */
    void sample(ProcSampler process) {
        sampler = Optional.of(process);
    }

    private Optional<Disturbance> disturbance() {
        boolean sampled = readings.size() == iterations.size() + 1 && end() > from();
        return sampled ? ProcSampler.between(readings.subList(from(), end() + 1)) : Optional.empty();
    }

    private void read() {
        sampler.ifPresent(present -> readings.add(present.now()));
    }

    /** The iterations that do not count. */
    Values warmup() {
        return values(iterations.subList(0, from()));
    }

    /** The iterations that count. */
    Values values() {
        return values(counted());
    }

    /**
     * Whether times had settled by the middle of the values that count. The fork that settles the warm-up is steady if the rule found a
     * point; other forks may be steady a little later and still count. A single shot is always steady.
     */
    boolean steady() {
        if (job.planned().mode() == Mode.SINGLE_SHOT) {
            return true;
        }
        return job.warmups().isEmpty()
                ? steadyFrom.isPresent()
                : rule.steadyFrom(times(), job.iterationSeconds()).orElse(Integer.MAX_VALUE)
                        <= warmups() + wanted() / 2;
    }

    /** Whether times had settled by the end, for forks that did not wait for it. */
    private boolean settled() {
        return job.planned().mode() == Mode.SINGLE_SHOT
                || rule.steadyFrom(times(), job.iterationSeconds()).isPresent();
    }

    private List<Histogram> histograms() {
        return job.planned().mode() == Mode.SAMPLE
                ? counted().stream().map(Iteration::histogram).toList()
                : List.of();
    }

    private Map<String, Values> secondary() {
        List<Iteration> counted = counted();
        Map<String, Values> metrics = new TreeMap<>();
        for (String metric : counted.isEmpty()
                ? Set.<String>of()
                : counted.get(0).secondary().keySet()) {
            if (counted.stream().allMatch(i -> i.secondary().containsKey(metric))) {
                metrics.put(metric, Values.of(counted.stream().mapToDouble(i -> i.secondary()
                        .getOrDefault(metric, 0.0))));
            }
        }
        return metrics;
    }

    /** The units of a fork's values other than its time. */
    private Map<String, String> units() {
        return iterations.isEmpty()
                ? Map.of()
                : iterations.get(iterations.size() - 1).units();
    }

    private int wanted() {
        return job.planned().effort().iterations().count();
    }

    private int warmups() {
        return job.warmups().orElseGet(() -> steadyFrom.orElse(longestWarmup()));
    }

    private int longestWarmup() {
        return (int) Math.round(job.planned().effort().longestWarmup() / job.iterationSeconds());
    }

    private List<Iteration> counted() {
        return iterations.subList(from(), end());
    }

    private int from() {
        return Math.min(warmups(), iterations.size());
    }

    private int end() {
        return Math.min(iterations.size(), warmups() + wanted());
    }

    private static Values values(List<Iteration> some) {
        return Values.of(some.stream().mapToDouble(Iteration::value));
    }

    private Values times() {
        boolean rates = job.planned().mode() == Mode.THROUGHPUT;
        return Values.of(iterations.stream().mapToDouble(i -> rates ? 1 / i.value() : i.value()));
    }

    private static Histogram histogram(Result<?> result) {
        TreeMap<Double, Double> counts = new TreeMap<>();
        result.getStatistics()
                .getRawData()
                .forEachRemaining(entry -> counts.merge(entry.getKey(), (double) entry.getValue(), Double::sum));
        return Histogram.of(counts);
    }

    /** JMH up to 1.36 puts a dot before the names of its profilers' metrics. */
    private static String named(String label) {
        return label.startsWith("·") ? label.substring(1) : label;
    }

    /** The units of all values except the garbage collector's, whose names identify them. */
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
