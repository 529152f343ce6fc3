package dev.clnrm.bench.model;

import java.util.List;

/**
 * A named set of benchmarks, their measuring settings, and the laws between them.
 *
 * @param name the first part of its cases' names
 * @param measure the measuring settings
 * @param benchmarks in the order declared
 * @param laws between them
 * @param faults the faults of the declaration; a suite with faults is not measured
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
