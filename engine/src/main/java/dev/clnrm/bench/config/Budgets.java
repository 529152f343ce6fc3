package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the budget of a case among the rules. */
public final class Budgets {
    private final Map<CaseName, List<BudgetRule>> rules = new HashMap<>();

    /** The rules, with the cases that they may match. */
    public Budgets(List<BudgetRule> rules, CaseNames names) {
        Comparator<BudgetRule> bySpecificity = Comparator.comparing(BudgetRule::pattern, CasePattern.BY_SPECIFICITY);
        rules.stream().sorted(bySpecificity).forEach(rule -> names.matching(rule.pattern())
                .forEach(name -> this.rules
                        .computeIfAbsent(name, key -> new ArrayList<>(1))
                        .add(rule)));
    }

    /**
     * The budget of a case. The file's rules override the benchmark's own budget, and a more specific rule overrides a less specific one,
     * metric by metric. Each limit and change has the place of the rule that set it.
     */
    public Budget resolve(CaseName name, Budget declared) {
        return about(name).stream().map(BudgetRule::budget).reduce(declared, Budget::overriddenBy);
    }

    /**
     * The rules for a case, from the least specific to the most specific. Of equally specific rules, the later one in the file comes
     * later.
     */
    List<BudgetRule> about(CaseName name) {
        return rules.getOrDefault(name, List.of());
    }
}
