package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.stats.Secondary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that a report shows about one case.
 *
 * @param name the case
 * @param budget its budget, with its label and category
 * @param measured its measurement; empty if it was never measured
 * @param verdicts the verdicts on its limits
 * @param failed how it failed
 */
public record CaseView(
        CaseName name,
        Budget budget,
        Optional<Measurement> measured,
        List<BudgetVerdict> verdicts,
        Optional<FailedCase> failed) {
    public CaseView {
        verdicts = List.copyOf(verdicts);
    }

    /** The name without its suite: {@code multi_step_scenario{steps=10}}. */
    public String shortName() {
        return Words.inSuite(name);
    }

    /** The secondary results that people see. */
    public List<Secondary> beside() {
        return measured.map(one -> SecondaryText.shown(one.secondary())).orElse(List.of());
    }

    /** The same, without the percentiles that have a limit and so a row of their own. */
    public List<Secondary> besideLimits() {
        Set<String> limited = verdicts.stream()
                .flatMap(verdict -> verdict.percentile().stream())
                .map(Percents::percentile)
                .collect(Collectors.toSet());
        return beside().stream().filter(one -> !limited.contains(one.name())).toList();
    }

    /** The category under which it is listed; empty if it has none. */
    public String category() {
        return budget.category().orElse("");
    }
}
