package dev.clnrm.bench.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The name of a case: a benchmark with one set of parameter values.
 *
 * @param suite the suite's name
 * @param benchmark the benchmark's name in the suite
 * @param params parameter values by name, in the order declared; the order does not matter for equality
 * @param variant what distinguishes it if one side measured the same case in several ways: {@code 8 threads}
 */
public record CaseName(String suite, String benchmark, Map<String, String> params, Optional<String> variant) {
    public CaseName {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** A case that was measured in one way. */
    public CaseName(String suite, String benchmark, Map<String, String> params) {
        this(suite, benchmark, params, Optional.empty());
    }

    /** The benchmark with its suite: {@code scenario/multi_step_scenario}. */
    public String qualified() {
        return suite + "/" + benchmark;
    }

    /** As in any record, but faster at start-up, because names are the keys of all maps. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof CaseName name
                        && benchmark.equals(name.benchmark)
                        && suite.equals(name.suite)
                        && params.equals(name.params)
                        && variant.equals(name.variant));
    }

    /** As in any record, but faster at start-up. */
    @Override
    public int hashCode() {
        return 31 * (31 * (31 * suite.hashCode() + benchmark.hashCode()) + params.hashCode()) + variant.hashCode();
    }

    /** The name of the benchmark in JMH, without the suite of its jar: {@code org.acme.Parsing.small}. */
    public String jmhName() {
        return benchmark.indexOf('.') >= 0 ? benchmark : suite + "." + benchmark;
    }

    /** The benchmark with its variant: {@code get [8 threads]}. */
    public String benchmarkInFull() {
        return variant.map(label -> benchmark + " [" + label + "]").orElse(benchmark);
    }

    /** The name without the variant. */
    public CaseName plain() {
        return variant.isEmpty() ? this : new CaseName(suite, benchmark, params);
    }

    /** A variant of the case. */
    public CaseName variant(String label) {
        return new CaseName(suite, benchmark, params, Optional.of(label));
    }

    /**
     * The text for people: {@code scenario/multi_step_scenario{steps=10}}, with a variant {@code
     * scenario/multi_step_scenario{steps=10} [8 threads]}.
     */
    @Override
    public String toString() {
        String name = params.isEmpty()
                ? qualified()
                : params.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(",", qualified() + "{", "}"));
        return variant.map(label -> name + " [" + label + "]").orElse(name);
    }
}
