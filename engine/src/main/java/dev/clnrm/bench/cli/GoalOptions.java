package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.plan.Goal;
import dev.clnrm.bench.report.GoalText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for a goal: what to prove or decide if the usual number of forks is not enough. */
final class GoalOptions {
    @Option(
            names = "--until",
            paramLabel = "decided",
            description = "Go on until every case is regressed, improved or ok, for at most 20 forks per side and case"
                    + " (--forks sets another number) and no longer than --time-budget.")
    @Nullable Goal until;

    @Option(
            names = "--prove",
            paramLabel = "CLAIM",
            description =
                    "Go on as with --until decided, and end with status 1 unless this is proven: improved (a case is"
                            + " improved and none regressed; an ok case goes on while it could still be improved), or"
                            + " not-slower (every case is ok or improved). It is about times.")
    @Nullable Goal prove;

    boolean isUntouched() {
        return until == null && prove == null;
    }

    Optional<Goal> goal() {
        if (prove != null && !prove.isClaim()) {
            throw new UserException("`" + GoalText.word(prove) + "` proves nothing", "use --until decided");
        }
        return Optional.ofNullable(prove).or(() -> until(until));
    }

    static Optional<Goal> until(@Nullable Goal goal) {
        if (goal != null && goal.isClaim()) {
            throw new UserException(
                    "--until " + GoalText.word(goal) + " is not possible",
                    "use `check` or `compare` with --prove " + GoalText.word(goal));
        }
        return Optional.ofNullable(goal);
    }
}
