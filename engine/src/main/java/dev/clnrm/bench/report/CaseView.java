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
 * Everything a report says about one case.
 *
 * @param name the case
 * @param budget what it may cost, with its label and category
 * @param measured what was measured; absent when it never was
 * @param verdicts its limits, judged
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

    /** The name in its suite: {@code multi_step_scenario{steps=10}}. */
    public String shortName() {
        return Words.inSuite(name);
    }

    /** What JMH measured beside the time, as far as people are shown it. */
    public List<Secondary> beside() {
        return measured.map(one -> SecondaryText.shown(one.secondary())).orElse(List.of());
    }

    /** The same for a table that has rows for limited percentiles already. */
    public List<Secondary> besideLimits() {
        Set<String> limited = verdicts.stream()
                .flatMap(verdict -> verdict.percentile().stream())
                .map(Percents::percentile)
                .collect(Collectors.toSet());
        return beside().stream().filter(one -> !limited.contains(one.name())).toList();
    }

    /** The group it is listed under; empty for none. */
    public String category() {
        return budget.category().orElse("");
    }
}
