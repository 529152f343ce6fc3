package dev.clnrm.bench.judge;

import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.config.DeclaredCase;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The budgets and laws of the measured cases.
 *
 * @param budgets the budget of every planned case
 * @param laws the laws whose cases are all planned
 * @param settings how to judge
 */
public record Promises(Map<CaseName, Budget> budgets, List<Law> laws, Settings settings) {
    public static Promises of(Declarations declared, Plan plan, boolean failOnInconclusive) {
        Set<CaseName> planned = plan.cases().stream().map(PlannedCase::name).collect(Collectors.toSet());
        Map<CaseName, Budget> budgets = new LinkedHashMap<>();
        Map<CaseName, Double> confidence = new LinkedHashMap<>();
        declared.cases().filter(c -> planned.contains(c.name())).forEach(c -> {
            budgets.put(c.name(), c.budget());
            confidence.put(c.name(), c.measure().confidence().orElse(Settings.CONFIDENCE));
        });
        Set<CaseName> left = declared.cases()
                .map(DeclaredCase::name)
                .filter(name -> !planned.contains(name))
                .collect(Collectors.toSet());
        List<Law> laws = declared.laws().stream()
                .filter(law -> left.stream().noneMatch(name -> speaksOf(law, name.toString())))
                .toList();
        Settings settings = Settings.DEFAULT
                .withConfidence(Confidences.ofAll(declared.file()))
                .withConfidenceByCase(confidence)
                .withFailOnInconclusive(failOnInconclusive);
        return new Promises(budgets, laws, settings);
    }

    /** The same for a run that was interrupted. */
    public Promises cutShort(boolean value) {
        return new Promises(budgets, laws, settings.withCutShort(value));
    }

    public Judgement judge(List<JournalEntry> records) {
        return Judgement.of(CaseSamples.ofSide(JournalEntry.HEAD, records), budgets, laws, settings);
    }

    /** Whether a law needs a case of this name. */
    static boolean speaksOf(Law law, String name) {
        String reference = law.references().size() == 1 ? KnownNames.benchmark(name) : name;
        return law.references().contains(reference);
    }
}
