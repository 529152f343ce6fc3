package dev.clnrm.bench.fork.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Identifies one case of one suite class in a measured JVM, as JMH parameters.
 *
 * @param suiteClass the class that declares the suite
 * @param benchmark the benchmark's name in the suite
 * @param values the case's parameter values, in the order declared
 */
public record CaseKey(String suiteClass, String benchmark, List<String> values) {
    /** JMH's name of the parameter with the suite class. */
    public static final String SUITE_CLASS = "suiteClass";

    /** JMH's name of the parameter with the benchmark's name. */
    public static final String BENCHMARK = "benchmark";

    /** JMH's name of the parameter with the values. */
    public static final String VALUES = "values";

    /** JMH's name of the parameter with the number of new inputs that are prepared at a time. */
    public static final String BATCH = "batch";

    /** The separator of values; values contain no control characters. */
    private static final String SEPARATOR = "\u001f";

    public CaseKey {
        values = List.copyOf(values);
    }

    /** The key as JMH parameters. */
    public Map<String, String> toParameters() {
        return Map.of(SUITE_CLASS, suiteClass, BENCHMARK, benchmark, VALUES, String.join(SEPARATOR, values));
    }

    static CaseKey of(String suiteClass, String benchmark, String values) {
        List<String> split = values.isEmpty() ? List.of() : List.of(values.split(SEPARATOR, -1));
        return new CaseKey(Objects.requireNonNull(suiteClass), Objects.requireNonNull(benchmark), split);
    }
}
