package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The source of a suite. */
public sealed interface SuiteSource {
    /** The suite's name, which is the first part of its cases' names. */
    String name();

    /** The class path of its code. */
    WrittenClassPath classpath();

    /** How to measure it; overrides the settings of the whole file. */
    Measure measure();

    /** The place of its name. */
    Place place();

    /**
     * A suite written in the Java DSL.
     *
     * @param classpath the class path of the suite and the code it measures
     * @param suiteClass the class that declares it; if empty, {@link java.util.ServiceLoader} finds it
     */
    record Dsl(String name, WrittenClassPath classpath, Optional<String> suiteClass, Measure measure, Place place)
            implements SuiteSource {}

    /**
     * JMH benchmarks without a DSL suite.
     *
     * @param classpath the class path of the benchmarks, JMH and everything else they need
     * @param include regular expressions; a benchmark is included if one matches a part of its name, or if there are none
     * @param exclude regular expressions; a benchmark is excluded if one matches a part of its name
     * @param params parameter values by name; they replace the annotated ones
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
