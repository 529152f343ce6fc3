package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a suite comes from. */
public sealed interface SuiteSource {
    /** The suite's name: the first word of its cases' names. */
    String name();

    /** Where its code is. */
    WrittenClassPath classpath();

    /** How hard to measure it, over what the file says. */
    Measure measure();

    /** Where its name was written. */
    Place place();

    /**
     * A suite written in the Java DSL.
     *
     * @param classpath where it and the code it measures are
     * @param suiteClass the class that declares it; absent: found by {@link java.util.ServiceLoader}
     */
    record Dsl(String name, WrittenClassPath classpath, Optional<String> suiteClass, Measure measure, Place place)
            implements SuiteSource {}

    /**
     * JMH benchmarks, as they are.
     *
     * @param classpath where they, JMH and all they need are
     * @param include regular expressions of which one is found in a benchmark's name; all benchmarks when empty
     * @param exclude regular expressions none of which is found in it
     * @param params parameter values by name, in place of the annotated ones
     */
    record Jmh(
            String name,
            WrittenClassPath classpath,
            List<String> include,
            List<String> exclude,
            Map<String, List<String>> params,
            Measure measure,
            Place place)
            implements SuiteSource {
        public Jmh {
            include = List.copyOf(include);
            exclude = List.copyOf(exclude);
            Map<String, List<String>> copy = new LinkedHashMap<>();
            params.forEach((key, values) -> copy.put(key, List.copyOf(values)));
            params = Collections.unmodifiableMap(copy);
        }
    }
}
