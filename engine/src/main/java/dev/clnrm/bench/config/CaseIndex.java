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

/** An index of all declared names, for looking up the names that a file uses. */
final class CaseIndex {
    private static final int MOST_SUGGESTIONS = 100;
    private static final String LIST = "`clnrm-bench list` prints all names";

    private final Map<String, Known> benchmarks = new LinkedHashMap<>();
    private final CaseNames names;
    private final Collection<String> lost;
    private int suggestions;

    /**
     * Indexes the names of suites.
     *
     * @param lost suites whose benchmarks are unknown; a name that may belong to them is not a fault
     */
    CaseIndex(Collection<SuiteSpec> suites, Collection<String> lost) {
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
     * A declared benchmark.
     *
     * @param suite the suite's name
     * @param spec the benchmark
     */
    record Known(String suite, BenchmarkSpec spec) {
        String qualified() {
            return suite + "/" + spec.name();
        }
    }

    /** Thrown for a name that is not declared, after its fault is reported. */
    static final class UnknownName extends Exception {}

    CaseNames names() {
        return names;
    }

    List<Known> matching(CasePattern pattern) {
        if (pattern.namesOne()) {
            return Optional.ofNullable(benchmarks.get(pattern.name())).stream().toList();
        }
        return names.benchmarks(pattern).stream()
                .flatMap(name -> Optional.ofNullable(benchmarks.get(name)).stream())
                .toList();
    }

    /**
     * The pattern with its suite's name in front. A pattern that matches no case is a fault.
     *
     * @param at where the pattern is written
     * @param home the suite whose name may be omitted; empty if there is none
     */
    CasePattern qualify(CasePattern pattern, Text at, String home) throws UnknownName {
        if (!matching(pattern).isEmpty()) {
            return withCases(pattern, at);
        }
        CasePattern atHome = pattern.withName(home + "/" + pattern.name());
        if (!home.isEmpty() && !matching(atHome).isEmpty()) {
            return withCases(atHome, at);
        }
        List<String> ofJmh = names.benchmarks(pattern);
        List<String> same = benchmarks.values().stream()
                .filter(b -> b.spec().name().equals(pattern.name()) || ofJmh.contains(b.qualified()))
                .map(Known::qualified)
                .toList();
        if (same.size() == 1) {
            return withCases(pattern.withName(same.get(0)), at);
        }
        String name = VisibleText.quote(pattern.name());
        if (same.size() > 1) {
            at.fault(
                    "more than one suite has a benchmark " + name,
                    same.stream().map(VisibleText::quote).collect(Collectors.joining(" or ", "write ", "")));
        } else if (!mayBeLost(pattern)) {
            String message = pattern.namesOne() ? "no benchmark is named " : "no benchmark matches ";
            at.fault(message + name, suggest(pattern.name()));
        }
        throw new UnknownName();
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
        boolean hasSuite = suites.contains(suite);
        if (Glob.isGlob(name)) {
            List<String> near = Nearest.to(suite, suites).stream()
                    .filter(s -> !s.equals(suite))
                    .map(s -> s + name.substring(slash))
                    .toList();
            return near.isEmpty() ? LIST : Nearest.didYouMean(near);
        }
        List<String> near = Nearest.to(name, benchmarks.keySet());
        if (near.isEmpty()) {
            near = benchmarks.values().stream()
                    .filter(b -> !Nearest.to(name, List.of(b.spec().name())).isEmpty())
                    .limit(3)
                    .map(Known::qualified)
                    .toList();
        }
        if (!near.isEmpty()) {
            return Nearest.didYouMean(near);
        }
        List<String> all = benchmarks.values().stream()
                .filter(b -> b.suite().equals(suite) || !hasSuite)
                .map(Known::qualified)
                .toList();
        return Nearest.help(name, all, hasSuite ? "benchmarks of the suite are" : "benchmarks are");
    }

    private CasePattern withCases(CasePattern pattern, Text at) throws UnknownName {
        if (!names.matching(pattern).isEmpty()) {
            return pattern;
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
                throw noParameter(pattern.name(), wanted.getKey(), parameters, at);
            }
            if (values.stream().noneMatch(new Glob(wanted.getValue())::matches)) {
                throw noValue(wanted.getKey(), wanted.getValue(), values, at);
            }
        }
        at.fault("no case has these parameters together", LIST);
        throw new UnknownName();
    }

    /** Reports a parameter that the benchmark does not have. */
    static UnknownName noParameter(String benchmark, String parameter, List<Parameter> parameters, Text at) {
        List<String> all = parameters.stream().map(Parameter::name).distinct().toList();
        at.fault(
                VisibleText.quote(benchmark) + " has no parameter " + VisibleText.quote(parameter),
                all.isEmpty() ? "it has no parameters" : Nearest.help(parameter, all, "its parameters are"));
        return new UnknownName();
    }

    /** Reports a value that the parameter does not have. */
    static UnknownName noValue(String parameter, String value, List<String> values, Text at) {
        at.fault(
                "the parameter " + VisibleText.quote(parameter) + " has no value " + VisibleText.quote(value),
                Nearest.helpAll(value, values, "its values are"));
        return new UnknownName();
    }
}
