package dev.clnrm.bench.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An annotated JMH benchmark as its jar lists it: one for each benchmark and mode.
 *
 * @param name class and method, as JMH shows it
 * @param generatedTarget what JMH generated for it and a fork is told to run
 * @param mode the mode listed
 * @param parameters values by name; the cases are their cartesian product
 * @param threads threads as annotated; absent: 1; 0 or less: as many as the machine has processors
 * @param threadGroups threads of each method of a group; a single 1 where there is no group
 * @param threadGroupLabels the methods of a group
 * @param operations operations an invocation stands for, as annotated
 * @param batchSize invocations that make one single-shot measurement, as annotated
 * @param jvmArgs arguments annotated: prepended, own and appended ones in the order JMH gives them
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
