package dev.clnrm.bench.judge;

import dev.clnrm.bench.plan.Goal;
import dev.clnrm.bench.stats.Metric;
import java.util.List;

/**
 * Whether a comparison reached its goal. A goal is about times; cases that only one side has do not count.
 *
 * @param goal the goal
 * @param cases how many cases meet the goal
 * @param of how many cases both sides should have
 * @param regressed how many cases are regressed and not waived
 */
public record GoalOutcome(Goal goal, int cases, int of, int regressed) {
    static GoalOutcome of(Goal goal, List<ChangeVerdict> verdicts) {
        List<ChangeVerdict> times = verdicts.stream()
                .filter(v -> v.metric() == Metric.TIME && v.finding() != Finding.NEW && v.finding() != Finding.REMOVED)
                .toList();
        long wanted = times.stream().filter(v -> isWanted(goal, v.finding())).count();
        long regressed = verdicts.stream()
                .filter(v -> v.finding() == Finding.REGRESSED && v.waiver().isEmpty())
                .map(ChangeVerdict::key)
                .distinct()
                .count();
        return new GoalOutcome(goal, (int) wanted, times.size(), (int) regressed);
    }

    private static boolean isWanted(Goal goal, Finding finding) {
        return switch (finding) {
            case REGRESSED -> goal == Goal.DECIDED;
            case OK -> goal != Goal.IMPROVED;
            case IMPROVED -> true;
            case FAILED, INCOMPARABLE, INCONCLUSIVE, MISSING, REMOVED, NEW -> false;
        };
    }

    /** Whether the goal is reached. */
    public boolean reached() {
        return switch (goal) {
            case DECIDED -> cases == of;
            case IMPROVED -> cases > 0 && regressed == 0;
            case NOT_SLOWER -> cases > 0 && cases == of;
        };
    }

    boolean isUnproven() {
        return goal.isClaim() && !reached();
    }
}
