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
    private final LocalDate today;
    private final Findings findings = new Findings();
    private final Reading reading;
    private final CaseIndex index;

    Lookup(BudgetsFile file, LocalDate today) {
        this.file = file;
        this.today = today;
        this.reading = new Reading(file.text(), findings);
        this.index = new CaseIndex(reading);
    }

    Declarations resolve(SuiteLoader loader) throws DeclarationException {
        if (file.suites().isEmpty()) {
            findings.add(Diagnostic.error(new Place(file.path(), 0, 0), "there are no suites")
                    .help("name at least one under `suites`"));
            findings.throwErrors();
        }
        Map<SuiteSource, SuiteSpec> specs = load(loader);
        List<BudgetRule> rules = rules();
        List<Waiver> waivers = waivers();
        List<Law> laws = laws(specs);
        List<DeclaredSuite> suites = suites(specs, rules, waivers);
        findings.throwErrors();
        return new Declarations(
                file,
                suites,
                laws,
                Stream.concat(file.warnings().stream(), findings.ofSeverity(Severity.WARNING).stream())
                        .sorted(Comparator.comparing(Diagnostic::place))
                        .toList());
    }

    private Map<SuiteSource, SuiteSpec> load(SuiteLoader loader) {
        SuiteLookup lookup = new SuiteLookup(loader, reading);
        Map<SuiteSource, SuiteSpec> specs = new LinkedHashMap<>();
        for (SuiteSource source : file.suites()) {
            lookup.find(source)
                    .ifPresentOrElse(
                            spec -> {
                                specs.put(source, spec);
                                index.add(spec);
                            },
                            () -> index.lose(source.name()));
        }
        return specs;
    }

    private static Spot spot(Place place, CasePattern pattern) {
        return new Spot(place, pattern.text().length());
    }

    private List<BudgetRule> rules() {
        List<BudgetRule> rules = new ArrayList<>();
        for (BudgetRule rule : file.budgets()) {
            index.qualify(rule.pattern(), spot(rule.place(), rule.pattern()), "")
                    .map(pattern -> new BudgetRule(pattern, rule.budget(), rule.place()))
                    .ifPresent(rules::add);
        }
        return rules;
    }

    private List<Waiver> waivers() {
        List<Waiver> waivers = new ArrayList<>();
        for (Waiver waiver : file.waivers()) {
            Spot until = new Spot(waiver.untilPlace(), waiver.until().toString().length());
            long left = ChronoUnit.DAYS.between(today, waiver.until());
            String of = "the waiver of " + Inert.quote(waiver.pattern().text());
            if (waiver.expiredOn(today)) {
                reading.fault(
                        until,
                        of + " has expired",
                        "today is " + today,
                        "mend the regression, or accept it for longer with a new day and reason");
            } else if (left <= SOON_DAYS) {
                findings.add(file.text()
                        .error(
                                until.place(),
                                until.width(),
                                of + " expires in " + left + (left == 1 ? " day" : " days"))
                        .asWarning());
            }
            index.qualify(waiver.pattern(), spot(waiver.place(), waiver.pattern()), "")
                    .map(pattern ->
                            new Waiver(pattern, waiver.until(), waiver.because(), waiver.place(), waiver.untilPlace()))
                    .ifPresent(waivers::add);
        }
        return waivers;
    }

    private List<Law> laws(Map<SuiteSource, SuiteSpec> specs) {
        LawLookup lookup = new LawLookup(index, reading);
        Set<String> overridden =
                file.laws().stream().map(rule -> rule.law().name()).collect(Collectors.toSet());
        List<Law> laws = new ArrayList<>();
        for (SuiteSpec spec : specs.values()) {
            for (Law law : spec.laws()) {
                if (!overridden.contains(law.name())) {
                    lookup.complete(new LawRule(law, Map.of()), spec.name()).ifPresent(laws::add);
                }
            }
        }
        file.laws().forEach(rule -> lookup.complete(rule, "").ifPresent(laws::add));
        return laws;
    }

    private List<DeclaredSuite> suites(
            Map<SuiteSource, SuiteSpec> specs, List<BudgetRule> rules, List<Waiver> waivers) {
        RuleConflicts conflicts = new RuleConflicts(reading);
        Map<String, List<DeclaredCase>> cases = new LinkedHashMap<>();
        specs.forEach((source, spec) -> cases.put(spec.name(), new ArrayList<>()));
        for (CaseIndex.Known benchmark : index.benchmarks()) {
            String qualified = benchmark.qualified();
            Budgets budgets = new Budgets(rules.stream()
                    .filter(rule -> rule.pattern().matchesBenchmark(qualified))
                    .toList());
            for (CaseName name : benchmark.cases()) {
                conflicts.check(name, budgets.matching(name));
                Optional<Waiver> waiver = waivers.stream()
                        .filter(w -> w.pattern().matches(name))
                        .max(Comparator.comparing(Waiver::until));
                cases.getOrDefault(benchmark.suite(), new ArrayList<>())
                        .add(new DeclaredCase(
                                name,
                                benchmark.spec(),
                                measure(specs, benchmark),
                                budgets.resolve(name, benchmark.spec()),
                                waiver));
            }
        }
        return specs.entrySet().stream()
                .map(e -> new DeclaredSuite(
                        e.getKey(),
                        e.getValue(),
                        cases.getOrDefault(e.getValue().name(), List.of())))
                .toList();
    }

    /** The nearest to the benchmark decides; of the suite, what the file says over what the suite says itself. */
    private Measure measure(Map<SuiteSource, SuiteSpec> specs, CaseIndex.Known benchmark) {
        Measure measure = file.measure();
        for (Map.Entry<SuiteSource, SuiteSpec> entry : specs.entrySet()) {
            if (entry.getValue().name().equals(benchmark.suite())) {
                measure = measure.overriddenBy(entry.getValue().measure())
                        .overriddenBy(entry.getKey().measure());
            }
        }
        return measure.overriddenBy(benchmark.spec().measure());
    }
}
