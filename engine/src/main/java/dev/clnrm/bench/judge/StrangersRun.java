package dev.clnrm.bench.judge;

import dev.clnrm.bench.config.BudgetRule;
import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.LawRule;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run is held to whose files a stranger wrote. A file that the stranger cannot write says it; what the run says its code declared may
 * only be added to that. How sure a case has to be is the file's alone: a wider interval proves neither, a narrower one both. A rule of the file that fits nothing measured is not left out: what it names is missing.
 *
 * @param file the trusted file
 * @param code what the run says its code declared
 * @param known the cases of both sides and those the run says it planned
 * @param measured the cases of which the head has samples
 * @param selection what the run was asked to measure
 */
public record StrangersRun(
        BudgetsFile file, DeclaredRules code, Set<CaseName> known, Set<CaseName> measured, Selection selection) {
    /** Where a limit was written that only the run itself speaks of. */
    private static final Place CLAIMED = new Place("declared by the run itself", 0, 0);

    /**
     * What holds.
     *
     * @throws DeclarationException if a waiver of the file has expired
     */
    public Expectations expectations(LocalDate today) throws DeclarationException {
        DeclaredRules added = new DeclaredRules(code.cases(), Set.of(), limits(), laws(), Map.of());
        Expectations trusted = Expectations.of(file, known, known, today);
        Expectations claimed = Expectations.of(file, added, known, known, today);
        return new Expectations(
                claimed.budgets(),
                lawsOf(claimed.laws()),
                new NoLooser(trusted.rules(), claimed.rules()),
                trusted.waivers(),
                trusted.failOn(),
                trusted.confidence(),
                trusted.confidenceByCase());
    }

    /** Names that stand for what the file names and the run lacks, each with what the file says of it. */
    public Map<CaseName, Budget> missing() {
        KnownNames names = new KnownNames(measured);
        Map<CaseName, Budget> missing = new LinkedHashMap<>();
        for (BudgetRule rule : file.budgets()) {
            boolean fits = names.patterns(rule.pattern()).stream()
                    .anyMatch(pattern -> measured.stream().anyMatch(pattern::matches));
            CaseName named = Selection.standIn(rule.pattern());
            if (!fits && selection.owes(named)) {
                missing.merge(named, rule.budget(), Budget::overriddenBy);
            }
        }
        Set<String> suites = measured.stream().map(CaseName::suite).collect(Collectors.toSet());
        for (String suite : selection.suites(file)) {
            if (!suites.contains(suite)
                    && missing.keySet().stream().noneMatch(name -> name.suite().equals(suite))) {
                missing.put(Selection.suite(suite), Budget.NONE);
            }
        }
        return missing;
    }

    /** Limits alone: words such as a reason or an owner would stand beside what the file says as if they were its own. */
    private Map<String, Budget> limits() {
        Map<String, Budget> limits = new LinkedHashMap<>();
        code.budgets()
                .forEach((name, budget) -> limits.put(
                        name,
                        new Budget(
                                Optional.empty(),
                                Optional.empty(),
                                budget.time().map(StrangersRun::claimed),
                                budget.allocation().map(StrangersRun::claimed),
                                budget.timeChange(),
                                budget.allocationChange(),
                                Optional.empty(),
                                Optional.empty())));
        return limits;
    }

    private static <Q extends Quantity<Q>> Limit<Q> claimed(Limit<Q> limit) {
        return new Limit<>(limit.atMost(), limit.critical(), limit.percentile(), CLAIMED);
    }

    /** The laws the run adds: those about cases it left out on purpose are its own to leave out. */
    private List<Law> laws() {
        Set<String> benchmarks =
                code.left().stream().map(StrangersRun::benchmark).collect(Collectors.toSet());
        return code.laws().stream()
                .filter(law -> references(law).stream()
                        .noneMatch(name -> code.left().contains(name) || benchmarks.contains(name)))
                .map(StrangersRun::claimed)
                .toList();
    }

    private static Law claimed(Law law) {
        if (law instanceof Law.Ratio ratio) {
            return new Law.Ratio(ratio.name(), ratio.slower(), ratio.faster(), ratio.atLeast(), CLAIMED);
        }
        if (law instanceof Law.Overhead overhead) {
            return new Law.Overhead(overhead.name(), overhead.of(), overhead.over(), overhead.atMost(), CLAIMED);
        }
        if (law instanceof Law.Exponent exponent) {
            return new Law.Exponent(
                    exponent.name(),
                    exponent.benchmark(),
                    exponent.parameter(),
                    exponent.low(),
                    exponent.high(),
                    CLAIMED);
        }
        Law.Efficiency efficiency = (Law.Efficiency) law;
        return new Law.Efficiency(
                efficiency.name(),
                efficiency.benchmark(),
                efficiency.parameter(),
                efficiency.at(),
                efficiency.atLeast(),
                CLAIMED);
    }

    /** The laws found, and those of the file that name nothing the run has, as they stand: they cannot be judged, which is said. */
    private List<Law> lawsOf(List<Law> found) {
        Set<String> qualified = measured.stream().map(CaseName::qualified).collect(Collectors.toSet());
        Map<String, Law> byName = new LinkedHashMap<>();
        found.forEach(law -> byName.put(law.name(), law));
        List<Law> laws = new ArrayList<>();
        for (LawRule rule : file.laws()) {
            Law law = Optional.ofNullable(byName.remove(rule.law().name())).orElse(rule.law());
            boolean owed =
                    references(rule.law()).stream().allMatch(reference -> selection.owes(Selection.standIn(reference)));
            boolean all = references(law).stream().map(StrangersRun::benchmark).allMatch(qualified::contains);
            if (owed || all) {
                laws.add(law);
            }
        }
        laws.addAll(byName.values());
        return laws;
    }

    private static List<String> references(Law law) {
        if (law instanceof Law.Ratio ratio) {
            return List.of(ratio.slower(), ratio.faster());
        }
        if (law instanceof Law.Overhead overhead) {
            return List.of(overhead.of(), overhead.over());
        }
        return law instanceof Law.Exponent exponent
                ? List.of(exponent.benchmark())
                : List.of(((Law.Efficiency) law).benchmark());
    }

    private static String benchmark(String reference) {
        int brace = reference.indexOf('{');
        return brace < 0 ? reference : reference.substring(0, brace).strip();
    }
}
