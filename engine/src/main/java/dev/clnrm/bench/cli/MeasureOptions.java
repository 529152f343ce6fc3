package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.Check;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.plan.Goal;
import dev.clnrm.bench.plan.Request;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for how two sides are measured in turns. */
final class MeasureOptions {
    /** The fewest forks per side that can be judged. */
    private static final int LEAST_FORKS = 3;

    @Mixin
    SharedOptions shared = new SharedOptions();

    @Option(names = "--quick", description = "Exactly three forks per side and case.")
    boolean quick;

    @Option(
            names = "--full",
            description = "As many iterations and forks as declared; without it, half a second and up to five forks.")
    boolean full;

    @Option(
            names = "--forks",
            paramLabel = "N",
            description = "Most forks per side and case (default: 5); decided cases get fewer.")
    @Nullable Integer forks;

    @Option(
            names = "--unchanged-code",
            paramLabel = "WHAT",
            description =
                    "What to do with cases whose reachable code is the same on both sides: control (the fewest forks while"
                            + " nothing hints at a change, and judged like any other), auto (control, but measure nothing if no"
                            + " file changed, or only documents did and no case reads files; the default), skip (omit those that"
                            + " read no files), or measure (like any other case).")
    private Check.Unchanged unchanged = Check.Unchanged.AUTO;

    @Option(
            names = "--affected",
            description = "Measure only what the change can reach; the same as --unchanged-code skip."
                    + " `clnrm-bench affected` shows what that is.")
    private boolean affected;

    @Mixin
    KeepingOptions keeping = new KeepingOptions();

    boolean isUntouched() {
        return isUsual() && keeping.out == null && keeping.resume == null;
    }

    /** Whether no option is set that decides what is measured. */
    boolean isUsual() {
        return shared.isUntouched() && !full && !quick && forks == null && unchanged() == Check.Unchanged.AUTO;
    }

    /** Applies the present options for the time limit of forks and for keeping to a resumed run. */
    void keptAs(MeasureOptions now) {
        shared.limitedAs(now.shared);
        keeping.keptAs(now.keeping);
    }

    /** How cases are treated that the change does not reach. */
    Check.Unchanged unchanged() {
        if (affected && unchanged != Check.Unchanged.AUTO && unchanged != Check.Unchanged.SKIP) {
            throw new UserException(
                    "--affected omits what the change does not reach, and --unchanged-code measures it",
                    "leave one of them out");
        }
        return affected ? Check.Unchanged.SKIP : unchanged;
    }

    /** Refuses more forks than a file may ask for. */
    static void refuseMore(int forks) {
        if (forks > Defaults.MOST_FORKS) {
            throw new UserException("--forks " + forks + " is too many", "use at most " + Defaults.MOST_FORKS);
        }
    }

    /** The request for these cases, with the usual number of forks. */
    Request request(List<String> filters) {
        return request(filters, Optional.empty());
    }

    Request request(List<String> filters, Optional<Goal> goal) {
        Measure override = shared.override();
        if (goal.isPresent()) {
            override = override.withForks(Defaults.UNTIL_DECIDED);
        }
        if (forks != null) {
            if (forks < LEAST_FORKS) {
                throw new UserException(
                        "--forks " + forks + " cannot tell a change from noise", "at least " + LEAST_FORKS);
            }
            refuseMore(forks);
            override = override.withForks(new Forks(LEAST_FORKS, forks));
        }
        if (quick) {
            if (full || forks != null || goal.isPresent()) {
                throw new UserException(
                        "--quick means exactly three forks", "leave out --full, --forks, --until and --prove");
            }
            override = override.withForks(new Forks(LEAST_FORKS, LEAST_FORKS));
        }
        return new Request(
                shared.suites,
                filters,
                full ? Request.Depth.NORMAL : Request.Depth.CHECK,
                override,
                OptionalInt.empty(),
                shared.drawnSeed(),
                false,
                shared.shard,
                goal,
                shared.memory);
    }
}
