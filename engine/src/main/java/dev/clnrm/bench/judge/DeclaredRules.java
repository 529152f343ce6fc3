package dev.clnrm.bench.judge;

import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.config.DeclaredCase;
import dev.clnrm.bench.config.DeclaredSuite;
import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.plan.Plan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The declarations in a run's code. A run stores them with its samples, so that the samples can be judged again without running that
 * code.
 *
 * @param cases the cases to measure, in the order declared
 * @param left the full names of cases that were declared but not measured
 * @param budgets the limits declared in code, by {@code suite/benchmark}; a budgets file has precedence
 * @param laws the laws declared in code, with full case names
 * @param confidence the confidence declared in code, by suite or by {@code suite/benchmark}; in (0, 1)
 */
public record DeclaredRules(
        List<CaseName> cases,
        Set<String> left,
        Map<String, Budget> budgets,
        List<Law> laws,
        Map<String, Double> confidence) {
    /** No rules and no cases. */
    public static final DeclaredRules NONE = new DeclaredRules(List.of(), Set.of(), Map.of(), List.of(), Map.of());

    public DeclaredRules {
        cases = List.copyOf(cases);
        left = Collections.unmodifiableSet(new LinkedHashSet<>(left));
        budgets = Collections.unmodifiableMap(new LinkedHashMap<>(budgets));
        laws = List.copyOf(laws);
        confidence = Collections.unmodifiableMap(new LinkedHashMap<>(confidence));
        confidence.values().forEach(share -> {
            if (!(share > 0 && share < 1)) {
                throw new IllegalArgumentException("a confidence lies between 0 and 1, but this is " + share);
            }
        });
    }

    /** The rules of a run of one side. */
    public static DeclaredRules of(Declarations declared, Plan plan) {
        List<CaseName> planned = plan.names();
        Set<CaseName> known = Set.copyOf(planned);
        Set<String> left = declared.cases()
                .map(DeclaredCase::name)
                .filter(name -> !known.contains(name))
                .map(CaseName::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> inFile =
                declared.file().laws().stream().map(rule -> rule.law().name()).collect(Collectors.toSet());
        List<Law> laws = declared.laws().stream()
                .filter(law -> !inFile.contains(law.name()))
                .toList();
        return new DeclaredRules(planned, left, budgets(declared), laws, confidence(declared));
    }

    /** The rules of a run of two sides: if the base has a benchmark, the base's declaration has precedence. */
    public static DeclaredRules of(Declarations base, Declarations head, Plan plan) {
        DeclaredRules ofHead = of(head, plan);
        Map<String, Budget> budgets = new LinkedHashMap<>(ofHead.budgets);
        Map<String, Double> confidence = new LinkedHashMap<>(ofHead.confidence);
        for (DeclaredSuite suite : base.suites()) {
            confidence.remove(suite.spec().name());
            for (BenchmarkSpec benchmark : suite.spec().benchmarks()) {
                budgets.remove(name(suite, benchmark));
                confidence.remove(name(suite, benchmark));
            }
        }
        budgets.putAll(budgets(base));
        confidence.putAll(confidence(base));
        return new DeclaredRules(ofHead.cases, ofHead.left, budgets, ofHead.laws, confidence);
    }

    private static Map<String, Budget> budgets(Declarations declared) {
        Map<String, Budget> budgets = new LinkedHashMap<>();
        for (DeclaredSuite suite : declared.suites()) {
            for (BenchmarkSpec benchmark : suite.spec().benchmarks()) {
                if (!benchmark.budget().equals(Budget.NONE)) {
                    budgets.put(name(suite, benchmark), benchmark.budget());
                }
            }
        }
        return budgets;
    }

    private static Map<String, Double> confidence(Declarations declared) {
        Map<String, Double> confidence = new LinkedHashMap<>();
        for (DeclaredSuite suite : declared.suites()) {
            suite.spec()
                    .measure()
                    .confidence()
                    .ifPresent(share -> confidence.put(suite.spec().name(), share));
            for (BenchmarkSpec benchmark : suite.spec().benchmarks()) {
                benchmark.measure().confidence().ifPresent(share -> confidence.put(name(suite, benchmark), share));
            }
        }
        return confidence;
    }

    private static String name(DeclaredSuite suite, BenchmarkSpec benchmark) {
        return suite.spec().name() + "/" + benchmark.name();
    }
}
