package dev.clnrm.bench.report.html;

import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.HeadJudgement;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.history.CaseHistory;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.report.history.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a dashboard shows.
 *
 * @param history all runs; at least one
 * @param newest the newest run against its budgets and laws
 */
public record Overview(History history, HeadJudgement newest) {
    /** Each suite is a file; more suites than this come from names that are no suites. */
    static final int MOST_SUITES = 500;

    public Overview {
        if (history.runs().isEmpty()) {
            throw new IllegalArgumentException("a dashboard shows at least one run");
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
    List<Step> steps() {
        return Step.all(history).stream()
                .sorted(Comparator.comparingInt(Step::run)
                        .thenComparingDouble(step -> step.point().magnitude())
                        .reversed())
                .toList();
    }

    /** The budgets of the newest run, by case. */
    Map<CaseName, List<BudgetVerdict>> budgets() {
        return newest.budgets().stream().collect(Collectors.groupingBy(BudgetVerdict::name));
    }
}
