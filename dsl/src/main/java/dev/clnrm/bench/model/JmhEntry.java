package dev.clnrm.bench.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An annotated JMH benchmark in the list of its jar: one for each benchmark and mode.
 *
 * @param name class and method, as in JMH's output
 * @param generatedTarget the code that JMH generated for it, which a fork runs
 * @param mode the mode in the list
 * @param parameters values by name; the cases are their cartesian product
 * @param threads threads as annotated; empty for 1; 0 or less for the number of processors
 * @param threadGroups threads of each method of a group; a single 1 if there is no group
 * @param threadGroupLabels the methods of a group
 * @param operations the operations per invocation, as annotated
 * @param batchSize the invocations per single-shot measurement, as annotated
 * @param jvmArgs arguments as annotated: prepended, own and appended ones in JMH's order
 */
public record JmhEntry(
        String name,
        String generatedTarget,
        Mode mode,
        Map<String, List<String>> parameters,
        Optional<Integer> threads,
        List<Integer> threadGroups,
        List<String> threadGroupLabels,
        Optional<Integer> operations,
        Optional<Integer> batchSize,
        List<String> jvmArgs) {
    public JmhEntry {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        threadGroups = List.copyOf(threadGroups);
        threadGroupLabels = List.copyOf(threadGroupLabels);
        jvmArgs = List.copyOf(jvmArgs);
    }
}
