package dev.clnrm.bench.config;

import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Parameter;
import dev.clnrm.bench.model.SuiteSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every name that is declared, to look others up in. */
final class CaseIndex {
    private static final int MOST_SUGGESTIONS = 100;
    private static final String LIST = "`clnrm-bench list` prints all names";

    private final Map<String, Known> benchmarks = new LinkedHashMap<>();
    private final Set<String> lost = new LinkedHashSet<>();
    private final Reading reading;
    private int suggestions;

    CaseIndex(Reading reading) {
        this.reading = reading;
    }

    /**
     * A benchmark and its cases.
     *
     * @param suite its suite's name
     * @param spec the benchmark
     * @param cases its cases
     */
    record Known(String suite, BenchmarkSpec spec, List<CaseName> cases) {
        String qualified() {
            return suite + "/" + spec.name();
        }
    }

    void add(SuiteSpec suite) {
        for (BenchmarkSpec benchmark : suite.benchmarks()) {
            Known declared = new Known(suite.name(), benchmark, Cases.of(suite.name(), benchmark));
            benchmarks.putIfAbsent(declared.qualified(), declared);
        }
    }

    /** A suite whose benchmarks are not known, so that nothing is said about names that may be among them. */
    void lose(String suite) {
        lost.add(suite);
    }

    Collection<Known> benchmarks() {
        return benchmarks.values();
    }

    /** The benchmarks whose names match. */
    List<Known> matching(CasePattern pattern) {
        if (pattern.namesOne()) {
            Known one = benchmarks.get(pattern.name());
            return one == null ? List.of() : List.of(one);
        }
        return benchmarks.values().stream()
                .filter(b -> pattern.matchesBenchmark(b.qualified()))
                .toList();
    }

    /** The cases that match. */
    List<CaseName> cases(CasePattern pattern) {
        return matching(pattern).stream()
                .flatMap(b -> b.cases().stream())
                .filter(pattern::matches)
                .toList();
    }

    /**
     * The pattern with its suite's name in front, matching at least one case; otherwise a fault.
     *
     * @param home the suite whose name may be left out; empty when there is none
     */
    Optional<CasePattern> qualify(CasePattern pattern, Spot spot, String home) {
        if (!matching(pattern).isEmpty()) {
            return withCases(pattern, spot);
        }
        CasePattern atHome = pattern.withName(home + "/" + pattern.name());
        if (!home.isEmpty() && !matching(atHome).isEmpty()) {
            return withCases(atHome, spot);
        }
        List<Known> same = benchmarks.values().stream()
                .filter(b -> b.spec().name().equals(pattern.name()) || pattern.matchesBenchmark(b.qualified()))
                .toList();
        if (same.size() == 1) {
            return withCases(pattern.withName(same.get(0).qualified()), spot);
        }
        if (same.size() > 1) {
            reading.fault(
                    spot,
                    "more than one suite has a benchmark " + Inert.quote(pattern.name()),
                    "write "
                            + same.stream().map(b -> Inert.quote(b.qualified())).collect(Collectors.joining(" or ")));
        } else if (!mayBeLost(pattern)) {
            String message = pattern.namesOne() ? "no benchmark is named " : "no benchmark matches ";
            reading.fault(spot, message + Inert.quote(pattern.name()), suggest(pattern.name()));
        }
        return Optional.empty();
    }

    private boolean mayBeLost(CasePattern pattern) {
        return lost.stream().anyMatch(suite -> {
            int slash = pattern.name().indexOf('/');
            String first = slash < 0 ? "*" : pattern.name().substring(0, slash);
            return CasePattern.glob(first, suite);
        });
    }

    private String suggest(String name) {
        if (++suggestions > MOST_SUGGESTIONS) {
            return "";
        }
        Set<String> suites = benchmarks.values().stream().map(Known::suite).collect(Collectors.toSet());
        int slash = name.indexOf('/');
        String suite = slash < 0 ? "" : name.substring(0, slash);
        if (name.indexOf('*') >= 0) {
            List<String> near = Nearest.to(suite, suites).stream()
                    .filter(s -> !s.equals(suite))
                    .map(s -> s + name.substring(slash))
                    .toList();
            return near.isEmpty() ? LIST : Nearest.didYouMean(near);
        }
        List<String> near = new ArrayList<>(Nearest.to(name, benchmarks.keySet()));
        if (near.isEmpty()) {
            benchmarks.values().stream()
                    .filter(b -> !Nearest.to(name, List.of(b.spec().name())).isEmpty())
                    .limit(3)
                    .forEach(b -> near.add(b.qualified()));
        }
        if (!near.isEmpty()) {
            return Nearest.didYouMean(near);
        }
        List<String> names = benchmarks.values().stream()
                .filter(b -> b.suite().equals(suite) || !suites.contains(suite))
                .map(Known::qualified)
                .toList();
        return Nearest.help(name, names, suites.contains(suite) ? "benchmarks of the suite are" : "benchmarks are");
    }

    private Optional<CasePattern> withCases(CasePattern pattern, Spot spot) {
        List<Known> named = matching(pattern);
        if (named.stream().anyMatch(b -> b.cases().stream().anyMatch(pattern::matches))) {
            return Optional.of(pattern);
        }
        List<Parameter> parameters = named.stream()
                .flatMap(b -> b.spec().parameters().stream())
                .distinct()
                .toList();
        for (Map.Entry<String, String> wanted : pattern.params().entrySet()) {
            List<String> values = parameters.stream()
                    .filter(p -> p.name().equals(wanted.getKey()))
                    .flatMap(p -> p.values().stream())
                    .distinct()
                    .toList();
            if (values.isEmpty()) {
                List<String> names =
                        parameters.stream().map(Parameter::name).distinct().toList();
                String none = Inert.quote(pattern.name()) + " has no parameter " + Inert.quote(wanted.getKey());
                reading.fault(
                        spot,
                        none,
                        names.isEmpty()
                                ? "it has no parameters"
                                : Nearest.help(wanted.getKey(), names, "its parameters are"));
                return Optional.empty();
            }
            if (values.stream().noneMatch(v -> CasePattern.glob(wanted.getValue(), v))) {
                String never =
                        "the parameter " + Inert.quote(wanted.getKey()) + " is never " + Inert.quote(wanted.getValue());
                reading.fault(spot, never, Nearest.helpAll(wanted.getValue(), values, "its values are"));
                return Optional.empty();
            }
        }
        reading.fault(spot, "no case has these parameters together", LIST);
        return Optional.empty();
    }
}
