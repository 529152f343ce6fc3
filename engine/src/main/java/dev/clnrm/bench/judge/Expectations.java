package dev.clnrm.bench.judge;

import dev.clnrm.bench.config.BudgetRule;
import dev.clnrm.bench.config.Budgets;
import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.CasePattern;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.config.Diagnostic;
import dev.clnrm.bench.config.FailOn;
import dev.clnrm.bench.config.LawRule;
import dev.clnrm.bench.config.Waiver;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What two sides, and the head by itself, are held to.
 *
 * @param budgets of the cases
 * @param laws between them
 * @param rules tolerance and thresholds
 * @param waivers regressions accepted, by case
 * @param failOn what fails where the command line does not say
 * @param confidence of changes, and of a case of which nothing else is said; in (0, 1)
 * @param confidenceByCase how sure cases have to be by themselves, for their intervals, budgets and laws
 */
public record Expectations(
        Map<CaseName, Budget> budgets,
        List<Law> laws,
        ChangeRules rules,
        Map<CaseName, Waived> waivers,
        FailOn failOn,
        double confidence,
        Map<CaseName, Double> confidenceByCase) {
    public Expectations {
        confidenceByCase = Map.copyOf(confidenceByCase);
    }

    /** What a project declared, in code and in its file. */
    public static Expectations of(Declarations declared, Promises promises) {
        Map<CaseName, Waived> waivers = new LinkedHashMap<>();
        declared.cases().forEach(one -> one.waiver().ifPresent(waiver -> waivers.put(one.name(), waived(waiver))));
        Map<CaseName, Budget> budgets = new LinkedHashMap<>();
        declared.cases().forEach(one -> budgets.put(one.name(), one.budget()));
        return new Expectations(
                promises.budgets(),
                promises.laws(),
                FileRules.of(declared.file(), budgets),
                waivers,
                declared.file().failOn(),
                promises.settings().confidence(),
                promises.settings().confidenceByCase());
    }

    /**
     * What a file says of cases that are known by their names alone. Rules that are about none of them are left out: a file says more
     * than one comparison asks.
     *
     * @param known the cases of both sides
     * @param measured those of the head
     * @throws DeclarationException if a waiver has expired
     */
    public static Expectations of(
            BudgetsFile file, Collection<CaseName> known, Collection<CaseName> measured, LocalDate today)
            throws DeclarationException {
        return of(file, DeclaredRules.NONE, known, measured, today);
    }

    /**
     * The same where it is known what code declared: what the file says comes before that.
     *
     * @throws DeclarationException if a waiver has expired
     */
    public static Expectations of(
            BudgetsFile file, DeclaredRules code, Collection<CaseName> known, Collection<CaseName> measured, LocalDate today)
            throws DeclarationException {
        refuseExpired(file, today);
        KnownNames names = KnownNames.of(file, known);
        List<BudgetRule> rules = new ArrayList<>();
        for (BudgetRule rule : file.budgets()) {
            names.patterns(rule.pattern())
                    .forEach(pattern -> rules.add(new BudgetRule(pattern, rule.budget(), rule.place())));
        }
        Budgets resolved = new Budgets(rules);
        Map<CaseName, Budget> budgets = new LinkedHashMap<>();
        for (CaseName name : known) {
            budgets.put(
                    name,
                    resolved.matching(name).stream()
                            .map(BudgetRule::budget)
                            .reduce(code.budgets().getOrDefault(name.qualified(), Budget.NONE), Budget::overriddenBy));
        }
        Map<CaseName, Waived> waivers = new LinkedHashMap<>();
        Map<Waiver, List<CasePattern>> waived = new LinkedHashMap<>();
        file.waivers().forEach(waiver -> waived.put(waiver, names.patterns(waiver.pattern())));
        for (CaseName name : known) {
            waived.keySet().stream()
                    .filter(waiver ->
                            waived.getOrDefault(waiver, List.of()).stream().anyMatch(p -> p.matches(name)))
                    .max(Comparator.comparing(Waiver::until))
                    .ifPresent(waiver -> waivers.put(name, waived(waiver)));
        }
        KnownNames ofHead = KnownNames.of(file, measured);
        Set<String> inFile = file.laws().stream().map(rule -> rule.law().name()).collect(Collectors.toSet());
        List<Law> laws = Stream.concat(
                        code.laws().stream().filter(law -> !inFile.contains(law.name())),
                        file.laws().stream().map(LawRule::law))
                .flatMap(law -> ofHead.laws(law).stream())
                .filter(law -> code.left().stream().noneMatch(name -> Promises.speaksOf(law, name)))
                .toList();
        Confidences confidences = Confidences.of(file, code);
        return new Expectations(
                budgets,
                laws,
                FileRules.of(file, budgets),
                waivers,
                file.failOn(),
                confidences.ofAll(),
                confidences.of(known));
    }

    /** How cases are judged by themselves. */
    public Settings settings() {
        return Settings.DEFAULT.withConfidence(confidence).withConfidenceByCase(confidenceByCase);
    }

    private static Waived waived(Waiver waiver) {
        return new Waived(waiver.until(), waiver.because(), waiver.place());
    }

    private static void refuseExpired(BudgetsFile file, LocalDate today) throws DeclarationException {
        List<Diagnostic> expired = file.waivers().stream()
                .filter(waiver -> waiver.expiredOn(today))
                .map(waiver -> expired(file, waiver, today))
                .toList();
        if (!expired.isEmpty()) {
            throw new DeclarationException(expired);
        }
    }

    private static Diagnostic expired(BudgetsFile file, Waiver waiver, LocalDate today) {
        int line = waiver.untilPlace().line();
        List<String> lines = file.text().lines();
        Diagnostic plain = Diagnostic.error(
                waiver.untilPlace(), "the waiver of `" + waiver.pattern().text() + "` has expired");
        return new Diagnostic(
                        plain.severity(),
                        plain.place(),
                        waiver.until().toString().length(),
                        plain.message(),
                        line > 0 && line <= lines.size() ? Optional.of(lines.get(line - 1)) : Optional.empty(),
                        List.of(),
                        Optional.empty())
                .note("today is " + today)
                .help("mend the regression, or accept it for longer with a new day and reason");
    }
}
