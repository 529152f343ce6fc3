package dev.clnrm.bench.dsl;

import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.SuiteSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A suite of benchmarks and the laws between them; start with {@link Bench#suite}. Immutable. */
public final class Suite {
    private final String name;
    private final Place place;
    private final Measure measure;
    private final List<BenchmarkDeclaration> benchmarks;
    private final List<LawDeclaration> laws;
    private final List<Fault> ofMeasuring;

    private Suite(
            String name,
            Place place,
            Measure measure,
            List<BenchmarkDeclaration> benchmarks,
            List<LawDeclaration> laws,
            List<Fault> ofMeasuring) {
        this.name = name;
        this.place = place;
        this.measure = measure;
        this.benchmarks = benchmarks;
        this.laws = laws;
        this.ofMeasuring = ofMeasuring;
    }

    static Suite named(String name, Place place) {
        return new Suite(name, place, Measure.OPEN, List.of(), List.of(), List.of());
    }

    /** Sets how its benchmarks are measured, unless a benchmark overrides it. */
    public Suite measuredBy(Measuring measuring) {
        return new Suite(name, place, measuring.measure(), benchmarks, laws, measuring.faults());
    }

    /** Adds benchmarks. */
    public Suite benchmarks(BenchmarkDeclaration... more) {
        return new Suite(name, place, measure, join(benchmarks, List.of(more)), laws, ofMeasuring);
    }

    /** Adds laws. */
    public Suite laws(LawDeclaration... more) {
        return new Suite(name, place, measure, benchmarks, join(laws, List.of(more)), ofMeasuring);
    }

    /** The benchmark with this name. */
    Optional<BenchmarkDeclaration> benchmark(String name) {
        return benchmarks.stream().filter(b -> b.name().equals(name)).findFirst();
    }

    /** The declaration, without code and with all its faults. */
    SuiteSpec spec() {
        List<Law> qualified = laws.stream().map(law -> law.in(name)).toList();
        return new SuiteSpec(
                name,
                measure,
                benchmarks.stream().map(BenchmarkDeclaration::spec).toList(),
                qualified,
                faults(qualified),
                place);
    }

    private List<Fault> faults(List<Law> qualified) {
        List<Fault> faults = new ArrayList<>();
        Names.SUITE.check(name, place).ifPresent(faults::add);
        faults.addAll(ofMeasuring);
        Map<String, Place> seen = new HashMap<>();
        for (BenchmarkDeclaration benchmark : benchmarks) {
            String benchmarkName = benchmark.spec().name();
            Place here = benchmark.spec().place();
            Names.BENCHMARK.check(benchmarkName, here).ifPresent(faults::add);
            Place earlier = seen.putIfAbsent(benchmarkName, here);
            if (earlier != null) {
                faults.add(new Fault(
                        here,
                        "benchmark `" + benchmarkName + "` is declared twice in suite `" + name + "`",
                        "the first is at " + earlier.toLine()));
            }
            faults.addAll(benchmark.faults());
        }
        if (benchmarks.isEmpty()) {
            faults.add(new Fault(place, "suite `" + name + "` has no benchmarks", "add .benchmarks(…)"));
        }
        faults.addAll(LawChecks.of(qualified));
        return faults;
    }

    private static <T> List<T> join(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
