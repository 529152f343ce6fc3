package dev.clnrm.bench.config;

import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Parameter;
import dev.clnrm.bench.model.SuiteSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
    private final CaseNames names;
    private final Collection<String> lost;
    private final Reading reading;
    private int suggestions;

    /**
     * The names of suites.
     *
     * @param lost suites whose benchmarks are not known, so names that may be among them are not faults
     */
    CaseIndex(Collection<SuiteSpec> suites, Collection<String> lost, Reading reading) {
        this.reading = reading;
        this.lost = lost;
        List<CaseName> all = new ArrayList<>();
        for (SuiteSpec suite : suites) {
            for (BenchmarkSpec benchmark : suite.benchmarks()) {
                Known known = new Known(suite.name(), benchmark);
                if (benchmarks.putIfAbsent(known.qualified(), known) == null) {
                    all.addAll(Cases.of(suite.name(), benchmark));
                }
            }
        }
        names = new CaseNames(all);
    }

    /**
     * A benchmark that is declared.
     *
     * @param suite its suite's name
     * @param spec the benchmark
     */
    record Known(String suite, BenchmarkSpec spec) {
        String qualified() {
            return suite + "/" + spec.name();
        }
    }

    Collection<Known> benchmarks() {
        return benchmarks.values();
    }

    CaseNames names() {
        return names;
    }

    /** The benchmarks whose names match. */
    List<Known> matching(CasePattern pattern) {
        if (pattern.namesOne()) {
            return Optional.ofNullable(benchmarks.get(pattern.name())).stream().toList();
        }
        Set<String> found = Set.copyOf(names.benchmarks(pattern));
        return benchmarks.values().stream()
                .filter(b -> found.contains(b.qualified()))
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
        Set<String> ofJmh = Set.copyOf(names.benchmarks(pattern));
        List<String> same = benchmarks.values().stream()
                .filter(b -> b.spec().name().equals(pattern.name()) || ofJmh.contains(b.qualified()))
                .map(Known::qualified)
                .toList();
        if (same.size() == 1) {
            return withCases(pattern.withName(same.get(0)), spot);
        }
        if (same.size() > 1) {
            reading.fault(
                    spot,
                    "more than one suite has a benchmark " + VisibleText.quote(pattern.name()),
                    "write " + same.stream().map(VisibleText::quote).collect(Collectors.joining(" or ")));
        } else if (!mayBeLost(pattern)) {
            String message = pattern.namesOne() ? "no benchmark is named " : "no benchmark matches ";
            reading.fault(spot, message + VisibleText.quote(pattern.name()), suggest(pattern.name()));
        }
        return Optional.empty();
    }

    private boolean mayBeLost(CasePattern pattern) {
        int slash = pattern.name().indexOf('/');
        String first = slash < 0 ? "*" : pattern.name().substring(0, slash);
        return lost.stream().anyMatch(new Glob(first)::matches);
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
        List<String> all = benchmarks.values().stream()
                .filter(b -> b.suite().equals(suite) || !suites.contains(suite))
                .map(Known::qualified)
                .toList();
        return Nearest.help(name, all, suites.contains(suite) ? "benchmarks of the suite are" : "benchmarks are");
    }

    private Optional<CasePattern> withCases(CasePattern pattern, Spot spot) {
        if (!names.matching(pattern).isEmpty()) {
            return Optional.of(pattern);
        }
        List<Parameter> parameters = matching(pattern).stream()
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
                hasNo(pattern.name(), wanted.getKey(), parameters, spot);
                return Optional.empty();
            }
            if (values.stream().noneMatch(new Glob(wanted.getValue())::matches)) {
                isNever(wanted.getKey(), wanted.getValue(), values, spot);
                return Optional.empty();
            }
        }
        reading.fault(spot, "no case has these parameters together", LIST);
        return Optional.empty();
    }

    /** A fault: the benchmark has other parameters. */
    void hasNo(String benchmark, String parameter, List<Parameter> parameters, Spot spot) {
        List<String> all = parameters.stream().map(Parameter::name).distinct().toList();
        reading.fault(
                spot,
                VisibleText.quote(benchmark) + " has no parameter " + VisibleText.quote(parameter),
                all.isEmpty() ? "it has no parameters" : Nearest.help(parameter, all, "its parameters are"));
    }

    /** A fault: the parameter has other values. */
    void isNever(String parameter, String value, List<String> values, Spot spot) {
        reading.fault(
                spot,
                "the parameter " + VisibleText.quote(parameter) + " has no value " + VisibleText.quote(value),
                Nearest.helpAll(value, values, "its values are"));
    }
}
