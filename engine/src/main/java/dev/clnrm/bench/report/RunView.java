package dev.clnrm.bench.report;

import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.Judgement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A run with one side as reports show it; every format renders this and nothing else.
 *
 * @param judgement the verdict
 * @param promised every case of the plan with its budget, in the order declared: labels and categories come from here
 * @param facts what else is worth knowing
 */
public record RunView(Judgement judgement, Map<CaseName, Budget> promised, RunFacts facts) {
    public RunView {
        promised = Collections.unmodifiableMap(new LinkedHashMap<>(promised));
    }

    /** Every case, in the order declared; what was measured beside the plan comes last. */
    public List<CaseView> cases() {
        Map<CaseName, Measurement> measured =
                judgement.measurements().stream().collect(Collectors.toMap(Measurement::name, Function.identity()));
        Map<CaseName, List<BudgetVerdict>> verdicts =
                judgement.budgets().stream().collect(Collectors.groupingBy(BudgetVerdict::name));
        Map<CaseName, FailedCase> failed =
                judgement.failed().stream().collect(Collectors.toMap(FailedCase::name, Function.identity()));
        Set<CaseName> names = new LinkedHashSet<>(promised.keySet());
        judgement.measurements().forEach(m -> names.add(m.name()));
        judgement.budgets().forEach(b -> names.add(b.name()));
        judgement.failed().forEach(f -> names.add(f.name()));
        return names.stream()
                .map(name -> new CaseView(
                        name,
                        promised.getOrDefault(name, Budget.NONE),
                        Optional.ofNullable(measured.get(name)),
                        verdicts.getOrDefault(name, List.of()),
                        Optional.ofNullable(failed.get(name)),
                        !judgement.settings().ungated().contains(name)))
                .toList();
    }

    /** How many rows a table needs for what JMH measured beside the times. */
    long besides() {
        return cases().stream().mapToLong(one -> one.besideLimits().size()).sum();
    }

    /** What a table leaves out of it; empty where it has room for all. */
    String besidesHidden() {
        long rows = besides();
        return rows <= SecondaryText.MOST_ROWS
                ? ""
                : "… and " + Counts.count(rows, "result")
                        + " of JMH beside the times: --format csv and json have all";
    }

    /** The cases by suite and category, each in the order in which it first appears; cases without a category come first. */
    public Map<String, Map<String, List<CaseView>>> groups() {
        Map<String, Map<String, List<CaseView>>> groups = new LinkedHashMap<>();
        for (CaseView view : cases()) {
            groups.computeIfAbsent(view.name().suite(), suite -> {
                        Map<String, List<CaseView>> categories = new LinkedHashMap<>();
                        categories.put("", new ArrayList<>());
                        return categories;
                    })
                    .computeIfAbsent(view.category(), category -> new ArrayList<>())
                    .add(view);
        }
        groups.values().forEach(categories -> categories.values().removeIf(List::isEmpty));
        return groups;
    }
}
