package dev.clnrm.bench.config;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.clnrm.bench.model.CaseName;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cases, indexed by all their names. A pattern without {@code *} is looked up directly; a pattern with {@code *} is compared once with
 * each benchmark's name.
 */
public final class CaseNames {
    /** The cases of each {@code suite/benchmark}. */
    private final Map<String, List<CaseName>> cases;

    /** The benchmarks by JMH's name, {@code org.acme.Parsing.small}, in any suite. */
    private final Map<String, List<String>> byJmhName;

    private final Map<String, List<CaseName>> written = new HashMap<>();
    private final Map<CasePattern, List<CaseName>> found = new HashMap<>();

    public CaseNames(Collection<CaseName> names) {
        cases = names.stream().collect(groupingBy(CaseName::qualified, LinkedHashMap::new, toList()));
        byJmhName = cases.entrySet().stream()
                .collect(groupingBy(
                        benchmark -> benchmark.getValue().get(0).jmhName(), mapping(Map.Entry::getKey, toList())));
    }

    /** All benchmarks, as {@code suite/benchmark}. */
    public Set<String> benchmarks() {
        return cases.keySet();
    }

    public List<CaseName> of(String benchmark) {
        return cases.getOrDefault(benchmark, List.of());
    }

    /** The benchmarks that a pattern matches, with any parameters. */
    public List<String> benchmarks(CasePattern pattern) {
        String jmhName = pattern.name().replace('/', '.');
        if (pattern.namesOne()) {
            Set<String> one = new LinkedHashSet<>(byJmhName.getOrDefault(jmhName, List.of()));
            if (cases.containsKey(pattern.name())) {
                one.add(pattern.name());
            }
            return List.copyOf(one);
        }
        Glob name = new Glob(pattern.name());
        Glob dotted = new Glob(jmhName);
        return cases.entrySet().stream()
                .filter(benchmark -> name.matches(benchmark.getKey())
                        || dotted.matches(benchmark.getValue().get(0).jmhName()))
                .map(Map.Entry::getKey)
                .toList();
    }

    public List<CaseName> matching(CasePattern pattern) {
        return found.computeIfAbsent(pattern, this::find);
    }

    private List<CaseName> find(CasePattern pattern) {
        Set<CaseName> matching = new LinkedHashSet<>();
        for (String benchmark : benchmarks(pattern)) {
            of(benchmark).stream()
                    .filter(name -> pattern.matchesParams(name.params()))
                    .forEach(matching::add);
        }
        if (!pattern.params().isEmpty()) {
            matching.addAll(written().getOrDefault(pattern.text(), List.of()));
        }
        return List.copyOf(matching);
    }

    /** The cases by their full names. A parameter value may contain text that a pattern parses as further parameters. */
    private Map<String, List<CaseName>> written() {
        if (written.isEmpty()) {
            written.putAll(cases.values().stream().flatMap(List::stream).collect(groupingBy(name -> name.plain()
                    .toString())));
        }
        return written;
    }
}
