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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules for a run whose files a stranger wrote. They come from a file that the stranger cannot write; rules that the run claims for
 * its code can only make them stricter. Only the file sets the confidence, because a wider interval proves too little and a narrower one
 * too much. If a rule of the file matches no measured case, that case is missing.
 *
 * @param file the trusted file
 * @param code the rules that the run claims for its code
 * @param known the cases of both sides and the cases that the run claims to have planned
 * @param measured the cases with samples on the head
 * @param selection what the run had to measure
 * @param twoSides whether the run had to compare two sides, so that samples of a base are required
 */
record StrangersRun(
        BudgetsFile file,
        DeclaredRules code,
        Set<CaseName> known,
        Set<CaseName> measured,
        Selection selection,
        boolean twoSides) {
    /** The place of a limit that only the run claims. */
    private static final Place CLAIMED = new Place("declared by the run itself", 0, 0);

    /**
     * The rules that apply.
     *
     * @throws DeclarationException if a waiver of the file has expired
     */
    Rules rules(LocalDate today) throws DeclarationException {
        DeclaredRules added = new DeclaredRules(code.cases(), Set.of(), limits(), laws(), Map.of());
        Rules trusted = Rules.of(file, DeclaredRules.NONE, known, known, today);
        Rules claimed = Rules.of(file, added, known, known, today);
        Map<CaseName, Budget> budgets = new LinkedHashMap<>(claimed.budgets());
        ChangeRules stricter = (name, metric, base) -> trusted.changes()
                .of(name, metric, base)
                .noLooser(claimed.changes().of(name, metric, base));
        Map<CaseName, Budget> missing = missing();
        missing.forEach(budgets::putIfAbsent);
        Set<CaseName> owed = new LinkedHashSet<>(known);
        owed.addAll(missing.keySet());
        return new Rules(
                budgets,
                lawsOf(claimed.laws()),
                stricter,
                trusted.waivers(),
                trusted.failOn(),
                trusted.confidences(),
                Strictness.USUAL,
                new Rules.Owed(owed, twoSides));
    }

    /** Placeholders for the cases that the file names but the run lacks, each with its budget. */
    private Map<CaseName, Budget> missing() {
        KnownNames names = new KnownNames(measured);
        Map<CaseName, Budget> missing = new LinkedHashMap<>();
        for (BudgetRule rule : file.budgets()) {
            CaseName named = Selection.standIn(rule.pattern());
            if (names.matching(rule.pattern()).isEmpty() && selection.owes(named)) {
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

    /** The claimed limits without reasons and owners, because these would look as if they came from the file. */
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

    /** The laws that the run adds, except those about cases it omitted. */
    private List<Law> laws() {
        Set<String> benchmarks = code.left().stream().map(KnownNames::benchmark).collect(Collectors.toSet());
        return code.laws().stream()
                .filter(law -> law.references().stream()
                        .noneMatch(name -> code.left().contains(name) || benchmarks.contains(name)))
                .map(law -> law.between(law.name(), law.references(), CLAIMED))
                .toList();
    }

    /** The given laws, and the laws of the file whose cases the run lacks; those are reported as not judged. */
    private List<Law> lawsOf(List<Law> found) {
        Set<String> qualified = measured.stream().map(CaseName::qualified).collect(Collectors.toSet());
        Map<String, Law> byName = new LinkedHashMap<>();
        found.forEach(law -> byName.put(law.name(), law));
        List<Law> laws = new ArrayList<>();
        for (LawRule rule : file.laws()) {
            Law law = Optional.ofNullable(byName.remove(rule.law().name())).orElse(rule.law());
            boolean owed = rule.law().references().stream()
                    .allMatch(reference -> selection.owes(Selection.standIn(reference)));
            boolean all = law.references().stream().map(KnownNames::benchmark).allMatch(qualified::contains);
            if (owed || all) {
                laws.add(law);
            }
        }
        laws.addAll(byName.values());
        return laws;
    }
}
