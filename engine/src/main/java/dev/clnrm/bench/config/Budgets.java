package dev.clnrm.bench.config;

import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import java.util.Comparator;
import java.util.List;

/**
 * Which rule says what a case may cost.
 *
 * @param rules from the least specific to the most specific; of equally specific ones the later in the file is later here
 */
public record Budgets(List<BudgetRule> rules) {
    public Budgets {
        Comparator<BudgetRule> bySpecificity = Comparator.comparing(BudgetRule::pattern, CasePattern.BY_SPECIFICITY);
        rules = rules.stream().sorted(bySpecificity).toList();
    }

    /**
     * What a case may cost: what the file says replaces what the benchmark itself says, and a more specific rule replaces a less
     * specific one, metric by metric. The place of each limit and change is that of the rule which decided it.
     */
    public Budget resolve(CaseName name, BenchmarkSpec benchmark) {
        return matching(name).stream().map(BudgetRule::budget).reduce(benchmark.budget(), Budget::overriddenBy);
    }

    /** The rules about a case, from the least specific to the most specific. */
    public List<BudgetRule> matching(CaseName name) {
        return rules.stream().filter(rule -> rule.pattern().matches(name)).toList();
    }
}
