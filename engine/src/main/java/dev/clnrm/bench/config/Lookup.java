package dev.clnrm.bench.config;

import dev.clnrm.bench.config.CaseIndex.UnknownName;
import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Change;
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

/** Looks up every name of a file and combines the file with the suites. */
final class Lookup {
    private static final int SOON_DAYS = 14;

    private final BudgetsFile file;
    private final Reading reading;
    private final Map<String, SuiteSpec> suites = new LinkedHashMap<>();
    private final CaseIndex index;

    Lookup(BudgetsFile file, SuiteLoader loader) {
        this.file = file;
        this.reading = new Reading(file.text());
        SuiteLookup lookup = new SuiteLookup(loader, reading, file.build().command());
        Set<String> lost = new LinkedHashSet<>();
        loader.expect(file);
        for (SuiteSource source : file.suites()) {
            lookup.find(source).ifPresentOrElse(spec -> suites.put(source.name(), spec), () -> lost.add(source.name()));
        }
        index = new CaseIndex(suites.values(), lost);
    }

    Declarations resolve(LocalDate today) throws DeclarationException {
        Budgets budgets = new Budgets(rules(), index.names());
        checkWaivers(today);
        List<Law> laws = laws();
        List<DeclaredSuite> declared = suites(budgets);
        reading.throwErrors();
        List<Diagnostic> warnings = Stream.concat(file.warnings().stream(), reading.warnings().stream())
                .sorted(Comparator.comparing(Diagnostic::place))
                .toList();
        return new Declarations(file, declared, laws, warnings);
    }

    private Optional<CasePattern> qualify(CasePattern pattern, Place place) {
        Spot spot = new Spot(place, pattern.text().length());
        try {
            return Optional.of(index.qualify(pattern, Text.at(reading, pattern.text(), spot), ""));
        } catch (UnknownName e) {
            return Optional.empty();
        }
    }

    private List<BudgetRule> rules() {
        return file.budgets().stream()
                .flatMap(rule -> qualify(rule.pattern(), rule.place()).stream()
                        .map(pattern -> new BudgetRule(pattern, rule.budget(), rule.place())))
                .toList();
    }

    private void checkWaivers(LocalDate today) {
        file.expiredWaivers(today).forEach(reading::add);
        for (Waiver waiver : file.waivers()) {
            long left = ChronoUnit.DAYS.between(today, waiver.until());
            if (left >= 0 && left <= SOON_DAYS) {
                String message = waiver + " expires in " + left + (left == 1 ? " day" : " days");
                reading.add(file.text().error(waiver.untilSpot(), message).asWarning());
            }
            qualify(waiver.pattern(), waiver.place());
        }
    }

    private List<Law> laws() {
        Set<String> overridden =
                file.laws().stream().map(rule -> rule.law().name()).collect(Collectors.toSet());
        List<Law> laws = new ArrayList<>();
        for (SuiteSpec spec : suites.values()) {
            spec.laws().stream()
                    .filter(law -> !overridden.contains(law.name()))
                    .forEach(law -> complete(new LawRule(law, Map.of()), spec.name(), laws));
        }
        file.laws().forEach(rule -> complete(rule, "", laws));
        return laws;
    }

    private void complete(LawRule rule, String home, List<Law> laws) {
        new LawLookup(rule, home, index, reading).complete().ifPresent(laws::add);
    }

    /** Reports a threshold of a change that never applies, because the threshold for something worse is below it. */
    private void checkRising(Change change) {
        Thresholds usual = file.changes().thresholds();
        double critical = change.critical().orElse(usual.critical());
        double alert = change.alert().orElse(usual.alert());
        if (change.warning().orElse(0.0) > critical) {
            neverApplies(change, "warning", change.warning().get(), "critical", critical);
        } else if (change.warning().orElse(0.0) > alert) {
            neverApplies(change, "warning", change.warning().get(), "alert", alert);
        }
        if (change.critical().orElse(0.0) > alert) {
            neverApplies(change, "critical", critical, "alert", alert);
        }
    }

    private void neverApplies(Change change, String low, double lower, String high, double higher) {
        boolean inFile = change.place().file().equals(file.path());
        reading.fault(
                new Spot(change.place(), inFile ? "change".length() : 0),
                "`" + low + "` is " + Amount.share(lower) + ", but `" + high + "` begins at " + Amount.share(higher),
                "raise `" + high + "` here as well, or lower `" + low + "`");
    }

    /** The measuring settings nearest to a benchmark win; for a suite, the file's settings override those in its code. */
    private List<DeclaredSuite> suites(Budgets budgets) {
        RuleConflicts conflicts = new RuleConflicts(reading);
        List<DeclaredSuite> declared = new ArrayList<>();
        for (SuiteSource source : file.suites()) {
            SuiteSpec spec = suites.get(source.name());
            if (spec == null) {
                continue;
            }
            Measure measure = file.measure().overriddenBy(spec.measure()).overriddenBy(source.measure());
            List<DeclaredCase> cases = new ArrayList<>();
            for (BenchmarkSpec benchmark : spec.benchmarks()) {
                for (CaseName name : index.names().of(spec.name() + "/" + benchmark.name())) {
                    conflicts.check(name, budgets.about(name));
                    Budget budget = budgets.resolve(name, benchmark.budget());
                    Stream.of(budget.timeChange(), budget.allocationChange())
                            .flatMap(Optional::stream)
                            .forEach(this::checkRising);
                    cases.add(new DeclaredCase(name, benchmark, measure.overriddenBy(benchmark.measure()), budget));
                }
            }
            declared.add(new DeclaredSuite(source, spec, cases));
        }
        return declared;
    }
}
