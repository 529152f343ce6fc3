package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Change;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds rules of which none is more specific than the other and which limit the same metric of the same case. */
final class RuleConflicts {
    private static final Map<String, Predicate<Budget>> METRICS = Map.of(
            "the time",
            b -> b.time().isPresent(),
            "the allocation",
            b -> b.allocation().isPresent(),
            "the tolerance of the time",
            b -> has(b.timeChange(), Change::tolerance),
            "the warning threshold of the time",
            b -> has(b.timeChange(), Change::warning),
            "the critical threshold of the time",
            b -> has(b.timeChange(), Change::critical),
            "the alert threshold of the time",
            b -> has(b.timeChange(), Change::alert),
            "the tolerance of the allocation",
            b -> has(b.allocationChange(), Change::tolerance),
            "the warning threshold of the allocation",
            b -> has(b.allocationChange(), Change::warning),
            "the critical threshold of the allocation",
            b -> has(b.allocationChange(), Change::critical),
            "the alert threshold of the allocation",
            b -> has(b.allocationChange(), Change::alert));

    private final Reading reading;
    private final Set<Pair> reported = new HashSet<>();

    RuleConflicts(Reading reading) {
        this.reading = reading;
    }

    private record Pair(BudgetRule first, BudgetRule second) {}

    private static boolean has(Optional<Change> change, Function<Change, Optional<Double>> component) {
        return change.flatMap(component).isPresent();
    }

    /**
     * Checks the rules about one case.
     *
     * @param rules from the least specific to the most specific
     */
    void check(CaseName name, List<BudgetRule> rules) {
        if (rules.size() < 2) {
            return;
        }
        METRICS.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(metric -> {
            List<BudgetRule> limiting = rules.stream()
                    .filter(r -> metric.getValue().test(r.budget()))
                    .toList();
            int last = limiting.size() - 1;
            if (last < 1) {
                return;
            }
            BudgetRule first = limiting.get(last - 1);
            BudgetRule second = limiting.get(last);
            if (CasePattern.BY_SPECIFICITY.compare(first.pattern(), second.pattern()) == 0
                    && reported.add(new Pair(first, second))) {
                reading.fault(
                        new Spot(second.place(), second.pattern().text().length()),
                        "two rules limit " + metric.getKey() + " of " + Inert.quote(name.toString())
                                + ", neither more specific",
                        "the other is " + Inert.quote(first.pattern().text()) + " at " + first.place(),
                        "give the case itself a rule, or make one of these more specific");
            }
        });
    }
}
