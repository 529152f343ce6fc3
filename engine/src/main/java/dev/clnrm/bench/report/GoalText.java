package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.GoalOutcome;
import dev.clnrm.bench.plan.Goal;
import java.util.Locale;

/** Formats whether a run reached its goal. */
public final class GoalText {
    private GoalText() {}

    /** The option value of a goal: {@code not-slower}. */
    public static String word(Goal goal) {
        return goal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code proven improved: 1 of 3 cases}, or {@code not proven improved: 1 of 3 cases, and 1 regressed}. */
    public static String sentence(GoalOutcome outcome) {
        String proven = outcome.goal().isClaim() ? (outcome.reached() ? "proven " : "not proven ") : "";
        boolean spoilt = outcome.goal() == Goal.IMPROVED && outcome.cases() > 0 && !outcome.reached();
        return proven + word(outcome.goal()).replace('-', ' ') + ": " + outcome.cases() + " of "
                + Counts.count(outcome.of(), "case") + (spoilt ? ", and " + outcome.regressed() + " regressed" : "");
    }
}
