package dev.clnrm.bench.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The name of a case: a benchmark with one set of parameter values.
 *
 * @param suite the suite's name
 * @param benchmark the benchmark's name in the suite
 * @param params parameter values by name, in the order declared; equal whatever the order
 */
public record CaseName(String suite, String benchmark, Map<String, String> params) {
    public CaseName {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** The benchmark with its suite: {@code scenario/multi_step_scenario}. */
    public String qualified() {
        return suite + "/" + benchmark;
    }

    /** What a record gives by itself, without the start-up and the calls it takes for that: names are what everything is looked up by. */
    @Override
    public int hashCode() {
        return 31 * (31 * suite.hashCode() + benchmark.hashCode()) + params.hashCode();
    }

    /** As people write it: {@code scenario/multi_step_scenario{steps=10}}. */
    @Override
    public String toString() {
        if (params.isEmpty()) {
            return qualified();
        }
        return params.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(",", qualified() + "{", "}"));
    }
}
