package dev.clnrm.bench.config;

import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Measure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a project declared, both notations made one, every name looked up.
 *
 * @param file the file
 * @param suites the suites, in the order of the file
 * @param laws the laws of the suites and of the file; their cases are named in full
 * @param warnings what is worth knowing, sorted by place
 */
public record Declarations(BudgetsFile file, List<DeclaredSuite> suites, List<Law> laws, List<Diagnostic> warnings) {
    public Declarations {
        suites = List.copyOf(suites);
        laws = List.copyOf(laws);
        warnings = List.copyOf(warnings);
    }

    /**
     * Loads the suites a file names and looks up every name in it.
     *
     * @param today the day by which waivers expire
     * @throws DeclarationException with every fault of every suite and name
     */
    public static Declarations resolve(BudgetsFile file, SuiteLoader loader, LocalDate today)
            throws DeclarationException {
        return new Lookup(file, today).resolve(loader);
    }

    /** All this as a file would state it; what a single benchmark says of how hard to measure it has no place there. */
    public BudgetsFile asFile() {
        List<SuiteSource> sources = new ArrayList<>();
        List<BudgetRule> rules = new ArrayList<>();
        for (DeclaredSuite suite : suites) {
            Measure measure = suite.spec().measure().overriddenBy(suite.source().measure());
            sources.add(suite.source().withMeasure(measure));
            for (BenchmarkSpec benchmark : suite.spec().benchmarks()) {
                rules.addAll(rules(suite, benchmark));
            }
        }
        List<LawRule> rulesOfLaws =
                laws.stream().map(law -> new LawRule(law, Map.of())).toList();
        return new BudgetsFile(
                file.path(),
                sources,
                file.build(),
                file.measure(),
                file.thresholds(),
                file.failOn(),
                file.tolerance(),
                file.margin(),
                rules,
                rulesOfLaws,
                file.waivers(),
                file.hooks(),
                file.notifications(),
                List.of(),
                file.text());
    }

    /** One rule for the benchmark when its cases may cost the same, else one for each case. */
    private static List<BudgetRule> rules(DeclaredSuite suite, BenchmarkSpec benchmark) {
        List<DeclaredCase> cases = suite.cases().stream()
                .filter(c -> c.benchmark().equals(benchmark) && !c.budget().equals(Budget.NONE))
                .toList();
        boolean same = cases.size() == Cases.count(benchmark)
                && cases.stream().map(DeclaredCase::budget).distinct().count() == 1;
        return (same ? cases.subList(0, 1) : cases)
                .stream()
                        .map(c -> new BudgetRule(
                                CasePattern.of(
                                        same ? c.name().qualified() : c.name().toString()),
                                c.budget(),
                                benchmark.place()))
                        .toList();
    }

    /** The cases of all suites. */
    public Stream<DeclaredCase> cases() {
        return suites.stream().flatMap(suite -> suite.cases().stream());
    }
}
