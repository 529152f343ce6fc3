package dev.clnrm.bench.config;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.SuiteSpec;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks up every name of a file and makes file and suites one. */
final class Lookup {
    private static final int SOON_DAYS = 14;

    private final BudgetsFile file;
    private final Findings findings = new Findings();
    private final Reading reading;
    private final Map<SuiteSource, SuiteSpec> suites = new LinkedHashMap<>();
    private final CaseIndex index;

    private Lookup(BudgetsFile file, SuiteLoader loader) {
        this.file = file;
        this.reading = new Reading(file.text(), findings);
        SuiteLookup lookup = new SuiteLookup(loader, reading);
        Set<String> lost = new LinkedHashSet<>();
        for (SuiteSource source : file.suites()) {
            lookup.find(source).ifPresentOrElse(spec -> suites.put(source, spec), () -> lost.add(source.name()));
        }
        index = new CaseIndex(suites.values(), lost, reading);
    }

    static Declarations resolve(BudgetsFile file, SuiteLoader loader, LocalDate today) throws DeclarationException {
        if (file.suites().isEmpty()) {
            throw new DeclarationException(List.of(Diagnostic.error(new Place(file.path(), 0, 0), "there are no suites")
                    .help("name at least one under `suites`")));
        }
        return new Lookup(file, loader).resolve(today);
    }

    private Declarations resolve(LocalDate today) throws DeclarationException {
        Budgets budgets = new Budgets(rules(), index.names());
        Map<CaseName, Waiver> waivers = Waiver.byCase(waivers(today), index.names()::matching);
        List<Law> laws = laws();
        Map<String, List<DeclaredCase>> cases = cases(budgets, waivers);
        findings.throwErrors();
        return new Declarations(
                file,
                suites.entrySet().stream()
                        .map(suite -> new DeclaredSuite(
                                suite.getKey(),
                                suite.getValue(),
                                cases.getOrDefault(suite.getValue().name(), List.of())))
                        .toList(),
                laws,
                Stream.concat(file.warnings().stream(), findings.of(Diagnostic.Level.WARNING).stream())
                        .sorted(Comparator.comparing(Diagnostic::place))
                        .toList());
    }

    private Optional<CasePattern> qualify(CasePattern pattern, Place place) {
        return index.qualify(pattern, new Spot(place, pattern.text().length()), "");
    }

    private List<BudgetRule> rules() {
        return file.budgets().stream()
                .flatMap(rule -> qualify(rule.pattern(), rule.place())
                        .map(pattern -> new BudgetRule(pattern, rule.budget(), rule.place()))
                        .stream())
                .toList();
    }

    private List<Waiver> waivers(LocalDate today) {
        file.expiredWaivers(today).forEach(findings::add);
        for (Waiver waiver : file.waivers()) {
            long left = ChronoUnit.DAYS.between(today, waiver.until());
            if (left >= 0 && left <= SOON_DAYS) {
                findings.add(file.text()
                        .error(
                                waiver.untilSpot(),
                                "the waiver of "
                                        + VisibleText.quote(waiver.pattern().text()) + " expires in " + left
                                        + (left == 1 ? " day" : " days"))
                        .asWarning());
            }
        }
        return file.waivers().stream()
                .flatMap(waiver -> qualify(waiver.pattern(), waiver.place()).map(waiver::of).stream())
                .toList();
    }

    private List<Law> laws() {
        LawLookup lookup = new LawLookup(index, reading);
        Set<String> overridden =
                file.laws().stream().map(rule -> rule.law().name()).collect(Collectors.toSet());
        List<Law> laws = new ArrayList<>();
        for (SuiteSpec spec : suites.values()) {
            for (Law law : spec.laws()) {
                if (!overridden.contains(law.name())) {
                    lookup.complete(new LawRule(law, Map.of()), spec.name()).ifPresent(laws::add);
                }
            }
        }
        file.laws().forEach(rule -> lookup.complete(rule, "").ifPresent(laws::add));
        return laws;
    }

    private Map<String, List<DeclaredCase>> cases(Budgets budgets, Map<CaseName, Waiver> waivers) {
        RuleConflicts conflicts = new RuleConflicts(reading);
        Map<String, List<DeclaredCase>> cases = new LinkedHashMap<>();
        for (CaseIndex.Known benchmark : index.benchmarks()) {
            Measure measure = measure(benchmark);
            for (CaseName name : index.names().of(benchmark.qualified())) {
                conflicts.check(name, budgets.about(name));
                cases.computeIfAbsent(benchmark.suite(), suite -> new ArrayList<>())
                        .add(new DeclaredCase(
                                name,
                                benchmark.spec(),
                                measure,
                                budgets.resolve(name, benchmark.spec().budget()),
                                Optional.ofNullable(waivers.get(name))));
            }
        }
        return cases;
    }

    /** The nearest to the benchmark decides; of the suite, what the file says over what the suite says itself. */
    private Measure measure(CaseIndex.Known benchmark) {
        Measure measure = file.measure();
        for (Map.Entry<SuiteSource, SuiteSpec> suite : suites.entrySet()) {
            if (suite.getValue().name().equals(benchmark.suite())) {
                measure = measure.overriddenBy(suite.getValue().measure())
                        .overriddenBy(suite.getKey().measure());
            }
        }
        return measure.overriddenBy(benchmark.spec().measure());
    }
}
