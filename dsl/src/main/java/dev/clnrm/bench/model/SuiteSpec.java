package dev.clnrm.bench.model;

import java.util.List;

/**
 * A named set of benchmarks, how hard to measure them, and the laws between them.
 *
 * @param name the first word of its cases' names
 * @param measure how hard
 * @param benchmarks in the order declared
 * @param laws between them
 * @param faults what is wrong with the declaration; a suite with faults is not measured
 * @param place where it was declared
 */
public record SuiteSpec(
        String name, Measure measure, List<BenchmarkSpec> benchmarks, List<Law> laws, List<Fault> faults, Place place) {
    public SuiteSpec {
        benchmarks = List.copyOf(benchmarks);
        laws = List.copyOf(laws);
        faults = List.copyOf(faults);
    }
}
