package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.stats.Spreads;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a run of one side by its budgets and laws.
 *
 * @param samples what was measured
 * @param side the spread of forks, learned from all cases of the side
 * @param settings how to judge
 */
record Judge(Map<CaseName, CaseSamples> samples, Spreads side, Settings settings) {
    Judgement judge(Map<CaseName, Budget> promised, List<Law> laws) {
        Set<CaseName> known = new LinkedHashSet<>(promised.keySet());
        known.addAll(samples.keySet());

        List<Measurement> measurements = new ArrayList<>();
        List<BudgetVerdict> budgets = new ArrayList<>();
        List<FailedCase> failed = new ArrayList<>();
        for (CaseName name : known) {
            Optional<CaseSamples> measured = Optional.ofNullable(samples.get(name));
            measured.ifPresent(s -> measurements.add(Measurement.of(s, side, settings.confidenceOf(name))));
            failure(name, measured).ifPresent(failed::add);
            Budget budget = promised.getOrDefault(name, Budget.NONE);
            budgets.addAll(new BudgetJudge(name, measured, side, settings.confidenceOf(name)).judge(budget));
        }
        LawJudge lawJudge = new LawJudge(samples, side, new CaseReferences(known), settings);
        List<LawVerdict> lawVerdicts = laws.stream().map(lawJudge::judge).toList();

        int judged = (int)
                (budgets.stream().filter(b -> b.status() != Status.UNMEASURED).count()
                        + lawVerdicts.stream()
                                .filter(l -> l.status() != Status.UNMEASURED)
                                .count());
        int withNumber = (int)
                measurements.stream().filter(m -> m.time().value().isPresent()).count();
        Census census = new Census(withNumber, known.size(), judged, budgets.size() + lawVerdicts.size());
        return new Judgement(measurements, budgets, lawVerdicts, failed, census, settings);
    }

    private Optional<FailedCase> failure(CaseName name, Optional<CaseSamples> measured) {
        if (measured.isEmpty()) {
            return Optional.of(new FailedCase(name, Optional.empty(), 0, 0));
        }
        List<Outcome.Failed> failures = measured.get().failures();
        return failures.isEmpty()
                ? Optional.empty()
                : Optional.of(new FailedCase(
                        name,
                        Optional.of(failures.get(0)),
                        failures.size(),
                        measured.get().forks().size()));
    }
}
