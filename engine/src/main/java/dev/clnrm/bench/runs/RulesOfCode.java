package dev.clnrm.bench.runs;

import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.config.DeclaredCase;
import dev.clnrm.bench.config.DeclaredSuite;
import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.judge.DeclaredRules;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is kept of declarations beside the samples, for who judges them again and may not run the code. */
public final class RulesOfCode {
    private RulesOfCode() {}

    /** Of a run with one side. */
    public static DeclaredRules of(Declarations declared, Plan plan) {
        List<CaseName> planned = plan.cases().stream().map(PlannedCase::name).toList();
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

    /** Of a run with two: what the base says holds for the benchmarks it has. */
    public static DeclaredRules of(Declarations base, Declarations head, Plan plan) {
        DeclaredRules ofHead = of(head, plan);
        Map<String, Budget> budgets = new LinkedHashMap<>(ofHead.budgets());
        base.suites().forEach(suite -> suite.spec().benchmarks().forEach(one -> budgets.remove(name(suite, one))));
        budgets.putAll(budgets(base));
        Map<String, Double> confidence = new LinkedHashMap<>(ofHead.confidence());
        for (DeclaredSuite suite : base.suites()) {
            confidence.remove(suite.spec().name());
            suite.spec().benchmarks().forEach(one -> confidence.remove(name(suite, one)));
        }
        confidence.putAll(confidence(base));
        return new DeclaredRules(ofHead.cases(), ofHead.left(), budgets, ofHead.laws(), confidence);
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
