package dev.clnrm.bench.report.html;

import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.HeadJudgement;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.history.CaseHistory;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.report.history.PastRun;
import dev.clnrm.bench.report.history.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The content of a dashboard.
 *
 * @param history all runs; at least one
 * @param run the newest run
 * @param newest the budgets and laws of the newest run, judged
 */
public record Overview(History history, PastRun run, HeadJudgement newest) {
    /** The most suites: each suite is a file, and more suites than this come from malformed names. */
    static final int MOST_SUITES = 500;

    public Overview {
        if (history.runs().isEmpty()) {
            throw new IllegalArgumentException("a dashboard shows at least one run");
        }
    }

    /** The cases of each suite, in the order in which each suite first appeared; only the first suites if there are too many. */
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

    /** All steps: the latest commit first, and of one commit the largest step first. */
    List<Step> steps() {
        return Step.all(history).stream()
                .sorted(Comparator.comparingInt(Step::run)
                        .thenComparingDouble(step -> step.point().magnitude())
                        .reversed())
                .toList();
    }

    Map<CaseName, List<BudgetVerdict>> budgets() {
        return newest.budgets().stream().collect(Collectors.groupingBy(BudgetVerdict::name));
    }
}
