package dev.clnrm.bench.model;

import java.util.List;
import java.util.Optional;

/**
 * A declared benchmark, without the code it runs.
 *
 * @param name unique in its suite, parts joined by {@code /}
 * @param source what is run
 * @param parameters its parameters; the cases are their cartesian product
 * @param mode the meaning of its number; empty for average, or for the annotated mode
 * @param threads the number of threads; empty for 1, or for the annotated number
 * @param operations the operations per invocation; empty for 1, or for the annotated number
 * @param groups names by which it can be skipped or selected
 * @param measure the measuring settings that differ from its suite
 * @param budget its limits
 * @param place where it was declared
 */
public record BenchmarkSpec(
        String name,
        Source source,
        List<Parameter> parameters,
        Optional<Mode> mode,
        Optional<Integer> threads,
        Optional<Integer> operations,
        List<String> groups,
        Measure measure,
        Budget budget,
        Place place) {
    public BenchmarkSpec {
        parameters = List.copyOf(parameters);
        groups = List.copyOf(groups);
    }

    /** A benchmark with only a name and a source. */
    public static BenchmarkSpec of(String name, Source source, Place place) {
        return new BenchmarkSpec(
                name,
                source,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Measure.OPEN,
                Budget.NONE,
                place);
    }

    public BenchmarkSpec withParameters(List<Parameter> value) {
        return new BenchmarkSpec(name, source, value, mode, threads, operations, groups, measure, budget, place);
    }

    public BenchmarkSpec withSource(Source value) {
        return new BenchmarkSpec(name, value, parameters, mode, threads, operations, groups, measure, budget, place);
    }

    public BenchmarkSpec withMode(Mode value) {
        return new BenchmarkSpec(
                name, source, parameters, Optional.of(value), threads, operations, groups, measure, budget, place);
    }

    public BenchmarkSpec withThreads(int value) {
        return new BenchmarkSpec(
                name, source, parameters, mode, Optional.of(value), operations, groups, measure, budget, place);
    }

    public BenchmarkSpec withOperations(int value) {
        return new BenchmarkSpec(
                name, source, parameters, mode, threads, Optional.of(value), groups, measure, budget, place);
    }

    public BenchmarkSpec withGroups(List<String> value) {
        return new BenchmarkSpec(name, source, parameters, mode, threads, operations, value, measure, budget, place);
    }

    public BenchmarkSpec withMeasure(Measure value) {
        return new BenchmarkSpec(name, source, parameters, mode, threads, operations, groups, value, budget, place);
    }

    public BenchmarkSpec withBudget(Budget value) {
        return new BenchmarkSpec(name, source, parameters, mode, threads, operations, groups, measure, value, place);
    }
}
