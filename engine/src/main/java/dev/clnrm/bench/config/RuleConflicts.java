package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Change;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds equally specific rules that limit the same metric of the same case. */
final class RuleConflicts {
    private static final SortedMap<String, Predicate<Budget>> METRICS = new TreeMap<>();

    static {
        METRICS.put("the time", budget -> budget.time().isPresent());
        METRICS.put("the allocation", budget -> budget.allocation().isPresent());
        changes("the time", Budget::timeChange);
        changes("the allocation", Budget::allocationChange);
    }

    private final Reading reading;
    private final Set<Pair> reported = new HashSet<>();

    RuleConflicts(Reading reading) {
        this.reading = reading;
    }

    private record Pair(BudgetRule first, BudgetRule second) {}

    private static void changes(String metric, Function<Budget, Optional<Change>> change) {
        Map<String, Function<Change, Optional<Double>>> parts = Map.of(
                "tolerance", Change::tolerance,
                "warning threshold", Change::warning,
                "critical threshold", Change::critical,
                "alert threshold", Change::alert);
        parts.forEach((name, part) -> METRICS.put(
                "the " + name + " of " + metric,
                budget -> change.apply(budget).flatMap(part).isPresent()));
    }

    /**
     * Checks the rules for one case.
     *
     * @param rules the rules from the least specific to the most specific
     */
    void check(CaseName name, List<BudgetRule> rules) {
        METRICS.forEach((metric, limits) -> {
            List<BudgetRule> limiting =
                    rules.stream().filter(rule -> limits.test(rule.budget())).toList();
            int last = limiting.size() - 1;
            if (last > 0) {
                check(name, metric, limiting.get(last - 1), limiting.get(last));
            }
        });
    }

    private void check(CaseName name, String metric, BudgetRule first, BudgetRule second) {
        if (CasePattern.BY_SPECIFICITY.compare(first.pattern(), second.pattern()) == 0
                && reported.add(new Pair(first, second))) {
            String other = VisibleText.quote(first.pattern().text());
            reading.fault(
                    new Spot(second.place(), second.pattern().text().length()),
                    "two rules that are equally specific limit " + metric + " of " + VisibleText.quote(name.toString()),
                    "the other is " + other + " at " + first.place(),
                    "add a rule for the case, or make one of these more specific");
        }
    }
}
