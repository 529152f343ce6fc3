package dev.clnrm.bench.report.html;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.history.CaseHistory;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.report.history.Series;
import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.Judgement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a dashboard shows.
 *
 * @param history all runs; at least one
 * @param newest the newest run against its budgets and laws
 */
public record Overview(History history, Judgement newest) {
    /** More suites than anybody names are a fault of the names, and each would be a file. */
    static final int MOST_SUITES = 500;

    public Overview {
        if (history.runs().isEmpty()) {
            throw new IllegalArgumentException("a dashboard shows at least one run");
        }
    }

    /**
     * A step of a case.
     *
     * @param one the case
     * @param series its series
     * @param step its place among the steps of the series
     */
    record Found(CaseHistory one, Series series, int step) {
        /** The place of the first run after it. */
        int run() {
            return series.points().get(series.steps().get(step).index()).run();
        }
    }

    /** The cases of each suite, in the order in which each was first seen; of too many suites the first. */
    Map<String, List<CaseHistory>> suites() {
        Map<String, List<CaseHistory>> suites = new LinkedHashMap<>();
        for (CaseHistory one : history.cases()) {
            String suite = one.key().name().suite();
            if (suites.size() < MOST_SUITES || suites.containsKey(suite)) {
                suites.computeIfAbsent(suite, name -> new ArrayList<>()).add(one);
            }
        }
        return suites;
    }

    /** All steps, the newest first, and of one run the largest first. */
    List<Found> steps() {
        List<Found> found = new ArrayList<>();
        suites().values()
                .forEach(cases -> cases.forEach(one -> one.series().forEach(series -> {
                    for (int i = 0; i < series.steps().size(); i++) {
                        found.add(new Found(one, series, i));
                    }
                })));
        found.sort(Comparator.comparingInt(Found::run)
                .reversed()
                .thenComparing(Comparator.comparingDouble((Found one) ->
                                one.series().steps().get(one.step()).magnitude())
                        .reversed()));
        return found;
    }

    /** The series of a case that the newest of its runs belongs to. */
    static Series current(CaseHistory one) {
        return one.series().stream()
                .max(Comparator.comparingInt(series -> series.last().run()))
                .orElseThrow();
    }

    /** The budgets of the newest run, by case. */
    Map<CaseName, List<BudgetVerdict>> budgets() {
        Map<CaseName, List<BudgetVerdict>> budgets = new LinkedHashMap<>();
        newest.budgets().forEach(budget -> budgets.computeIfAbsent(budget.name(), name -> new ArrayList<>())
                .add(budget));
        return budgets;
    }
}
