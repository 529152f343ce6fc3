package dev.clnrm.bench.config;

import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.model.JmhEntry;
import dev.clnrm.bench.model.Parameter;
import dev.clnrm.bench.model.Source;
import dev.clnrm.bench.model.SuiteSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Completes the declarations of annotated benchmarks with the values of their annotations. */
final class Annotated {
    private Annotated() {}

    /** The suite with the modes and parameters of its annotated benchmarks. A benchmark that JMH does not list becomes a fault. */
    static SuiteSpec lookUp(SuiteSpec suite, List<JmhEntry> entries) {
        List<Fault> faults = new ArrayList<>(suite.faults());
        List<BenchmarkSpec> benchmarks = new ArrayList<>();
        for (BenchmarkSpec benchmark : suite.benchmarks()) {
            if (benchmark.source() instanceof Source.Jmh jmh) {
                String name = jmh.className().replace('$', '.') + "." + jmh.method();
                List<JmhEntry> listed =
                        entries.stream().filter(e -> e.name().equals(name)).toList();
                if (listed.isEmpty()) {
                    faults.add(new Fault(
                            benchmark.place(),
                            "JMH lists no benchmark `" + name + "`",
                            "annotate the method with @Benchmark and let JMH's annotation processor see the class"));
                } else {
                    benchmarks.add(filled(benchmark, SuiteProcess.preferred(listed), Map.of()));
                }
            } else {
                benchmarks.add(benchmark);
            }
        }
        return new SuiteSpec(suite.name(), suite.measure(), benchmarks, suite.laws(), faults, suite.place());
    }

    /**
     * The benchmark with the values of its annotations for everything that it does not declare itself.
     *
     * @param values parameter values that replace the annotated ones
     */
    static BenchmarkSpec filled(BenchmarkSpec benchmark, JmhEntry entry, Map<String, List<String>> values) {
        List<Parameter> parameters = entry.parameters().entrySet().stream()
                .map(e -> new Parameter(e.getKey(), values.getOrDefault(e.getKey(), e.getValue())))
                .toList();
        BenchmarkSpec filled = benchmark.withSource(source(entry)).withParameters(parameters);
        return benchmark.mode().isPresent() ? filled : filled.withMode(entry.mode());
    }

    static Source source(JmhEntry entry) {
        int dot = entry.name().lastIndexOf('.');
        return new Source.Jmh(entry.name().substring(0, dot), entry.name().substring(dot + 1));
    }
}
