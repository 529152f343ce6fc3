package dev.clnrm.bench.samples;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything one fork of one case gave: the unit that is written, flushed and read back.
 *
 * @param name the case
 * @param side which revision: {@code head} where there is only one, else {@code base} or {@code head}
 * @param fork the fork's number among its case and side, from 0
 * @param order the fork's place among all forks of the run, from 0
 * @param started when its process was started
 * @param mode what the values mean
 * @param threads how many threads ran the benchmark
 * @param startupSeconds from the start of the process to its first iteration
 * @param iterationSeconds how long an iteration was asked to last; 0 for single shots and commands
 * @param warmup values of the iterations that do not count, in the unit of {@code values}
 * @param steady whether the values were steady when the warm-up ended
 * @param values one value an iteration: seconds per operation; in throughput mode operations per second
 * @param histograms one histogram an iteration in sample mode; empty otherwise
 * @param secondary further metrics by JMH's name without its {@code ·} prefix, one value an iteration
 *     ({@code gc.alloc.rate.norm} in bytes per operation)
 * @param company how many cases were measured in its JVM, one after the other; 1: it had the JVM to itself
 * @param outcome how it ended
 * @param disturbance what kept it from the processor; absent where nobody looked
 * @param units of the further metrics as JMH writes them ({@code ops/us}, {@code counts}), by their names; none where nobody says
 */
public record ForkRecord(
        CaseName name,
        String side,
        int fork,
        int order,
        Instant started,
        Mode mode,
        int threads,
        double startupSeconds,
        double iterationSeconds,
        Values warmup,
        boolean steady,
        Values values,
        List<Histogram> histograms,
        Map<String, Values> secondary,
        int company,
        Outcome outcome,
        Optional<Disturbance> disturbance,
        Map<String, String> units) {
    /** The side of a run that has only one. */
    public static final String HEAD = "head";

    /** The side that a head is compared against. */
    public static final String BASE = "base";

    /** JMH's name of bytes allocated per operation. */
    public static final String ALLOCATION = "gc.alloc.rate.norm";

    /** What the profiler of the garbage collector measures in. */
    private static final Map<String, String> UNITS =
            Map.of(ALLOCATION, "B/op", "gc.alloc.rate", "MB/sec", "gc.count", "counts", "gc.time", "ms");

    public ForkRecord {
        histograms = List.copyOf(histograms);
        secondary = secondary.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(secondary));
        units = Map.copyOf(units);
    }

    /** A fork whose further metrics have no unit. */
    public ForkRecord(
            CaseName name,
            String side,
            int fork,
            int order,
            Instant started,
            Mode mode,
            int threads,
            double startupSeconds,
            double iterationSeconds,
            Values warmup,
            boolean steady,
            Values values,
            List<Histogram> histograms,
            Map<String, Values> secondary,
            int company,
            Outcome outcome,
            Optional<Disturbance> disturbance) {
        this(
                name,
                side,
                fork,
                order,
                started,
                mode,
                threads,
                startupSeconds,
                iterationSeconds,
                warmup,
                steady,
                values,
                histograms,
                secondary,
                company,
                outcome,
                disturbance,
                Map.of());
    }

    /** A fork that had its JVM to itself. */
    public ForkRecord(
            CaseName name,
            String side,
            int fork,
            int order,
            Instant started,
            Mode mode,
            int threads,
            double startupSeconds,
            double iterationSeconds,
            Values warmup,
            boolean steady,
            Values values,
            List<Histogram> histograms,
            Map<String, Values> secondary,
            Outcome outcome) {
        this(
                name,
                side,
                fork,
                order,
                started,
                mode,
                threads,
                startupSeconds,
                iterationSeconds,
                warmup,
                steady,
                values,
                histograms,
                secondary,
                1,
                outcome);
    }

    /** A fork that nobody watched from outside. */
    public ForkRecord(
            CaseName name,
            String side,
            int fork,
            int order,
            Instant started,
            Mode mode,
            int threads,
            double startupSeconds,
            double iterationSeconds,
            Values warmup,
            boolean steady,
            Values values,
            List<Histogram> histograms,
            Map<String, Values> secondary,
            int company,
            Outcome outcome) {
        this(
                name,
                side,
                fork,
                order,
                started,
                mode,
                threads,
                startupSeconds,
                iterationSeconds,
                warmup,
                steady,
                values,
                histograms,
                secondary,
                company,
                outcome,
                Optional.empty());
    }

    /** The same fork of a case of another name, under another number. */
    ForkRecord named(CaseName other, int number) {
        return new ForkRecord(
                other,
                side,
                number,
                order,
                started,
                mode,
                threads,
                startupSeconds,
                iterationSeconds,
                warmup,
                steady,
                values,
                histograms,
                secondary,
                company,
                outcome,
                disturbance,
                units);
    }

    /** The unit of a further metric as JMH writes it; empty where nobody says. */
    public String unit(String metric) {
        return units.getOrDefault(metric, UNITS.getOrDefault(metric, ""));
    }

    /** Whether every value asked for was given. */
    public boolean finished() {
        return outcome instanceof Outcome.Finished;
    }

    /** Whether something else kept it from the processor for too much of its time. */
    public boolean disturbed() {
        return disturbance.filter(Disturbance::disturbed).isPresent();
    }

    /** The values as seconds per operation, whatever the mode. */
    public Values secondsPerOperation() {
        if (mode != Mode.THROUGHPUT) {
            return values;
        }
        return values.mapped(rate -> threads / rate);
    }
}
