package dev.clnrm.bench.judge;

import dev.clnrm.bench.config.Budgets;
import dev.clnrm.bench.config.BudgetsFile;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules by which two sides, or the head alone, are judged: budgets, laws, tolerances and waivers.
 *
 * @param budgets the budget of each case
 * @param laws the laws between cases
 * @param rules tolerance and thresholds
 * @param waivers accepted regressions, by case
 * @param failOn what fails unless the command line says otherwise
 * @param confidence the confidence of changes, and of cases without their own; in (0, 1)
 * @param confidenceByCase the confidence of a case's intervals, budgets and laws
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

    /** The rules that a project declares, in code and in its file. */
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
                declared.file().changes().failOn(),
                promises.settings().confidence(),
                promises.settings().confidenceByCase());
    }

    /**
     * The rules of a file for cases of which only the names are known. Rules that match no case are ignored: a file has rules for more
     * than one comparison.
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
     * The same if it is known what code declared. The file has precedence.
     *
     * @throws DeclarationException if a waiver has expired
     */
    public static Expectations of(
            BudgetsFile file,
            DeclaredRules code,
            Collection<CaseName> known,
            Collection<CaseName> measured,
            LocalDate today)
            throws DeclarationException {
        List<Diagnostic> expired = file.expiredWaivers(today);
        if (!expired.isEmpty()) {
            throw new DeclarationException(expired);
        }
        KnownNames names = KnownNames.of(file, known);
        Budgets rules = names.budgets(file);
        Map<CaseName, Budget> budgets = new LinkedHashMap<>();
        for (CaseName name : known) {
            budgets.put(name, rules.resolve(name, code.budgets().getOrDefault(name.qualified(), Budget.NONE)));
        }
        Map<CaseName, Waived> waivers = new LinkedHashMap<>();
        Waiver.byCase(file.waivers(), names::matching).forEach((name, waiver) -> waivers.put(name, waived(waiver)));
        Set<String> inFile = file.laws().stream().map(rule -> rule.law().name()).collect(Collectors.toSet());
        List<Law> declared = Stream.concat(
                        code.laws().stream().filter(law -> !inFile.contains(law.name())),
                        file.laws().stream().map(LawRule::law))
                .toList();
        KnownNames ofHead = declared.isEmpty() ? names : KnownNames.of(file, measured);
        List<Law> laws = declared.stream()
                .flatMap(law -> ofHead.laws(law).stream())
                .filter(law -> code.left().stream().noneMatch(name -> Promises.speaksOf(law, name)))
                .toList();
        Confidences confidences = Confidences.of(file, code);
        return new Expectations(
                budgets,
                laws,
                FileRules.of(file, budgets),
                waivers,
                file.changes().failOn(),
                confidences.ofAll(),
                confidences.of(known));
    }

    /** How cases of one side are judged. */
    public Settings settings() {
        return Settings.DEFAULT.withConfidence(confidence).withConfidenceByCase(confidenceByCase);
    }

    private static Waived waived(Waiver waiver) {
        return new Waived(waiver.until(), waiver.because(), waiver.place());
    }
}
