package dev.clnrm.bench.samples;

import dev.clnrm.bench.model.Mode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The measurement of one fork: all input of the statistics.
 *
 * @param mode the meaning of the values
 * @param threads the number of threads that ran the benchmark
 * @param iterationSeconds the planned length of an iteration; 0 for single shots and commands
 * @param warmup the values of the warm-up iterations, in the unit of {@code values}
 * @param steady whether the values were steady at the end of the warm-up
 * @param values one value per iteration: seconds per operation; operations per second in throughput mode
 * @param histograms one histogram per iteration in sample mode; empty in other modes
 * @param secondary further metrics by JMH's name without its {@code ·} prefix, one value per iteration
 *     ({@code gc.alloc.rate.norm} in bytes per operation)
 * @param units the units of the further metrics as JMH writes them ({@code ops/us}, {@code counts}), by metric; empty if unknown
 */
public record ForkSamples(
        Mode mode,
        int threads,
        double iterationSeconds,
        Values warmup,
        boolean steady,
        Values values,
        List<Histogram> histograms,
        Map<String, Values> secondary,
        Map<String, String> units) {
    /** JMH's name of the metric of bytes allocated per operation. */
    public static final String ALLOCATION = "gc.alloc.rate.norm";

    /** The units of JMH's garbage collection profiler. */
    private static final Map<String, String> UNITS =
            Map.of(ALLOCATION, "B/op", "gc.alloc.rate", "MB/sec", "gc.count", "counts", "gc.time", "ms");

    public ForkSamples {
        histograms = List.copyOf(histograms);
        secondary = secondary.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(secondary));
        units = Map.copyOf(units);
    }

    /** Steady values of one thread, without warm-up and further metrics. */
    public static ForkSamples of(Mode mode, Values values) {
        return new ForkSamples(mode, 1, 0, Values.NONE, true, values, List.of(), Map.of(), Map.of());
    }

    /** The same with other times. Histograms and further metrics stay those of the old ones. */
    public ForkSamples with(Values otherWarmup, Values others) {
        return new ForkSamples(
                mode, threads, iterationSeconds, otherWarmup, steady, others, histograms, secondary, units);
    }

    /** The values as seconds per operation, in every mode. */
    public Values secondsPerOperation() {
        return mode == Mode.THROUGHPUT ? values.mapped(rate -> threads / rate) : values;
    }

    /** Bytes per operation, one value per iteration; empty if they were not measured. */
    public Values allocation() {
        return secondary.getOrDefault(ALLOCATION, Values.NONE);
    }

    /** The unit of a further metric as JMH writes it; empty if unknown. */
    public String unit(String metric) {
        return units.getOrDefault(metric, UNITS.getOrDefault(metric, ""));
    }
}
