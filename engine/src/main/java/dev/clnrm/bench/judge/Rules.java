package dev.clnrm.bench.judge;

import dev.clnrm.bench.config.Budgets;
import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Diagnostic;
import dev.clnrm.bench.config.FailOn;
import dev.clnrm.bench.config.LawRule;
import dev.clnrm.bench.config.Waiver;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Limits;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules for judging cases.
 *
 * @param budgets the budget of each case; a case without an entry has no budget
 * @param laws the laws between cases
 * @param changes tolerance, margin and thresholds of a change
 * @param waivers accepted regressions, by case
 * @param failOn the smallest severity of a regression that fails, unless the command line sets another
 * @param confidences the confidence of intervals, budgets and laws, and of all changes together
 * @param strictness the strictness that the user asked for
 * @param owed what the samples must contain, whatever their run claims to have planned
 */
public record Rules(
        Map<CaseName, Budget> budgets,
        List<Law> laws,
        ChangeRules changes,
        Map<CaseName, Waived> waivers,
        FailOn failOn,
        Confidences confidences,
        Strictness strictness,
        Owed owed) {
    /** Rounds off the digits after the twelfth, which come from binary fractions: 1 − 0.95 is 0.05. */
    private static final double DIGITS = 1e12;

    public Rules {
        budgets = Collections.unmodifiableMap(new LinkedHashMap<>(budgets));
        laws = List.copyOf(laws);
        waivers = Map.copyOf(waivers);
    }

    /**
     * What samples must contain.
     *
     * @param cases cases of the head
     * @param base whether a base must be among them
     */
    public record Owed(Set<CaseName> cases, boolean base) {
        /** No requirement. */
        public static final Owed NOTHING = new Owed(Set.of(), false);
    }

    /** No budgets, laws or waivers, and the default tolerances. */
    public static Rules none() {
        return of(BudgetsFile.empty(""), DeclaredRules.NONE, List.of(), List.of());
    }

    /**
     * The rules of a file and of code; the file has precedence. Rules that match no case are ignored: a file has rules for more than one
     * comparison.
     *
     * @param code the declarations in the code of the cases
     * @param known the cases of both sides
     * @param measured the cases of the head
     * @throws DeclarationException if a waiver of the file has expired
     */
    public static Rules of(
            BudgetsFile file,
            DeclaredRules code,
            Collection<CaseName> known,
            Collection<CaseName> measured,
            LocalDate today)
            throws DeclarationException {
        mustBeInForce(file, today);
        return of(file, code, known, measured);
    }

    private static void mustBeInForce(BudgetsFile file, LocalDate today) throws DeclarationException {
        List<Diagnostic> expired = file.expiredWaivers(today);
        if (!expired.isEmpty()) {
            throw new DeclarationException(expired);
        }
    }

    /** The same for the samples of a run. */
    public static Rules of(BudgetsFile file, RunSamples run, LocalDate today) throws DeclarationException {
        return of(file, run.code(), run.known(), run.ofHead(), today);
    }

    /**
     * The rules for a run whose files a stranger wrote.
     *
     * @param file a file that the stranger cannot write
     * @param selection what the run had to measure
     * @param twoSides whether the run had to compare two sides, so that samples of a base are required
     * @throws DeclarationException if a waiver of the file has expired
     */
    public static Rules ofStranger(
            BudgetsFile file, RunSamples run, Selection selection, boolean twoSides, LocalDate today)
            throws DeclarationException {
        return new StrangersRun(file, run.code(), run.known(), RunSamples.names(run.head()), selection, twoSides)
                .rules(today);
    }

    /**
     * The rules for a change that may loosen its own file: the base's file judges the cases of the base. Waivers and laws come from the
     * head, where their author asks for them, and so do the budgets of new cases.
     *
     * @param base the base's file
     * @param head the head's file, whose waivers were checked
     * @param code the declarations in the code of both sides
     * @param ofBase the cases of the base
     * @param ofHead the cases of the head
     */
    public static Rules guarded(
            BudgetsFile base,
            BudgetsFile head,
            DeclaredRules code,
            Collection<CaseName> ofBase,
            Collection<CaseName> ofHead) {
        Rules own = of(head, code, ofHead, ofHead);
        Rules guard = of(base, code, ofBase, ofBase);
        Map<CaseName, Budget> budgets = new LinkedHashMap<>(own.budgets);
        ofBase.forEach(name -> budgets.put(name, guard.budget(name)));
        return new Rules(
                budgets,
                own.laws,
                FileRules.of(base, budgets),
                own.waivers,
                guard.failOn,
                guard.confidences,
                own.strictness,
                own.owed);
    }

    /**
     * The same for the samples of a run.
     *
     * @throws DeclarationException if a waiver that applies has expired
     */
    public static Rules guarded(BudgetsFile base, BudgetsFile head, RunSamples run, LocalDate today)
            throws DeclarationException {
        mustBeInForce(head, today);
        Collection<CaseName> ofBase = run.base().map(RunSamples::names).orElse(Set.of());
        return guarded(base, head, run.code(), ofBase, run.ofHead());
    }

    private static Rules of(
            BudgetsFile file, DeclaredRules code, Collection<CaseName> known, Collection<CaseName> measured) {
        KnownNames names = KnownNames.of(file, known);
        Budgets rules = names.budgets(file);
        Map<CaseName, Budget> budgets = new LinkedHashMap<>();
        for (CaseName name : known) {
            budgets.put(name, rules.resolve(name, code.budgets().getOrDefault(name.qualified(), Budget.NONE)));
        }
        Map<CaseName, Waived> waivers = new LinkedHashMap<>();
        Waiver.byCase(file.waivers(), names::matching)
                .forEach((name, waiver) ->
                        waivers.put(name, new Waived(waiver.until(), waiver.because(), waiver.place())));
        return new Rules(
                budgets,
                laws(file, code, names, measured),
                FileRules.of(file, budgets),
                waivers,
                file.changes().failOn(),
                Confidences.of(file, code),
                Strictness.USUAL,
                Owed.NOTHING);
    }

    /** The laws whose cases are measured, with the full names of these cases. */
    private static List<Law> laws(
            BudgetsFile file, DeclaredRules code, KnownNames names, Collection<CaseName> measured) {
        Set<String> inFile = file.laws().stream().map(rule -> rule.law().name()).collect(Collectors.toSet());
        List<Law> declared = Stream.concat(
                        code.laws().stream().filter(law -> !inFile.contains(law.name())),
                        file.laws().stream().map(LawRule::law))
                .toList();
        KnownNames ofHead = declared.isEmpty() ? names : KnownNames.of(file, measured);
        KnownNames left = new KnownNames(declared.isEmpty() ? Set.of() : Unmatched.left(code));
        return declared.stream()
                .flatMap(law -> ofHead.laws(law).stream())
                .filter(law -> law.references().stream()
                        .noneMatch(name -> left.has(name) && (law.references().size() == 1 || !ofHead.has(name))))
                .toList();
    }

    public Rules with(Strictness other) {
        return new Rules(budgets, laws, changes, waivers, failOn, confidences, other, owed);
    }

    /** The same, except that sides with different conditions are compared. */
    Rules comparingUnlike() {
        return with(strictness.comparingUnlike());
    }

    /** The limits of the change in a comparison. */
    public Limits limits(Comparison comparison) {
        double value = comparison.base().value().orElse(Double.NaN);
        return changes.of(comparison.name(), comparison.metric(), value).limitsAt(value);
    }

    /** The budget of a case; {@link Budget#NONE} if it has none. */
    public Budget budget(CaseName name) {
        return budgets.getOrDefault(name, Budget.NONE);
    }

    /** The confidence of changes, and of cases without their own; in (0, 1). */
    public double confidence() {
        return confidences.ofAll();
    }

    /** The confidence of the intervals, budgets and laws of a case; in (0, 1). */
    public double confidence(CaseName name) {
        return confidences.of(name);
    }

    /** The confidence of a statement about several cases: the highest confidence of these cases. */
    public double confidence(Collection<CaseName> names) {
        return names.stream().mapToDouble(confidences::of).max().orElse(confidence());
    }

    /**
     * α: the chance that a case is called slower in a suite without any change, in (0, 1). Runs that are judged together share it in equal
     * parts, so that it holds for all of them (Bonferroni; Dunn 1961).
     */
    public double level() {
        return rounded(levelOfAll() / strictness.together());
    }

    /** The same probability for all runs that are judged together. */
    public double levelOfAll() {
        return rounded(1 - confidence());
    }

    private static double rounded(double level) {
        return Math.round(level * DIGITS) / DIGITS;
    }

    /** The smallest severity of a regression that fails; empty if none fails. */
    public Optional<Severity> failFrom() {
        return switch (strictness.failOn().orElse(failOn)) {
            case REGRESSION -> Optional.of(Severity.MINOR);
            case WARNING -> Optional.of(Severity.WARNING);
            case CRITICAL -> Optional.of(Severity.CRITICAL);
            case ALERT -> Optional.of(Severity.ALERT);
            case NEVER -> Optional.empty();
        };
    }
}
