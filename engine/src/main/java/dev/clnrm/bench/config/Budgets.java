package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which rules say what a case may cost. */
public final class Budgets {
    private final Map<CaseName, List<BudgetRule>> rules = new HashMap<>();

    /** The rules for these cases. */
    public Budgets(List<BudgetRule> rules, CaseNames names) {
        Comparator<BudgetRule> bySpecificity = Comparator.comparing(BudgetRule::pattern, CasePattern.BY_SPECIFICITY);
        rules.stream().sorted(bySpecificity).forEach(rule -> names.matching(rule.pattern())
                .forEach(name -> this.rules
                        .computeIfAbsent(name, key -> new ArrayList<>(1))
                        .add(rule)));
    }

    /**
     * What a case may cost: what the file says replaces what the benchmark itself says, and a more specific rule replaces a less
     * specific one, metric by metric. The place of each limit and change is that of the rule which decided it.
     */
    public Budget resolve(CaseName name, Budget declared) {
        return about(name).stream().map(BudgetRule::budget).reduce(declared, Budget::overriddenBy);
    }

    /**
     * The rules about a case, from the least specific to the most specific; of equally specific ones the later in the file is later
     * here.
     */
    List<BudgetRule> about(CaseName name) {
        return rules.getOrDefault(name, List.of());
    }
}
