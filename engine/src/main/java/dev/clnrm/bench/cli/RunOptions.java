package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.plan.Goal;
import dev.clnrm.bench.plan.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options for which cases are measured, and with how much effort. */
final class RunOptions {
    @Parameters(
            paramLabel = "FILTER",
            arity = "0..*",
            description = "Measure cases whose names contain one of these words; * matches anything.")
    List<String> filters = new ArrayList<>();

    @Mixin
    SharedOptions shared = new SharedOptions();

    @ArgGroup(exclusive = true)
    Depth depth = new Depth();

    static final class Depth {
        @Option(
                names = "--quick",
                description =
                        "Three forks per case, a quarter of a second each, in shared JVMs, and up to eight if a budget or"
                                + " law seems broken; omits the group integration.")
        boolean quick;

        @Option(names = "--full", description = "Ten forks per case and a warm-up of up to 40 s.")
        boolean full;
    }

    @Option(
            names = "--own-jvms",
            description = "With --quick: every case and fork gets its own JVM, about a second each.")
    boolean ownJvms;

    @Option(
            names = "--archive",
            description =
                    "Start forks from an archive of their classes, as checks and --own-jvms do: saves a tenth of a second"
                            + " per fork. Code that shares methods with class loading, such as String.split, may be compiled"
                            + " differently than under plain JMH.")
    boolean archive;

    @Option(names = "--forks", paramLabel = "N", description = "Exact number of forks per case.")
    @Nullable Integer forks;

    @Option(
            names = "--sample-size",
            paramLabel = "N",
            description = "As many forks as needed for at least N values per case.")
    @Nullable Integer sampleSize;

    @Option(
            names = "--until",
            paramLabel = "decided",
            description = "Give cases whose budgets or laws are inconclusive up to 20 forks instead of 10.")
    @Nullable Goal until;

    boolean isUntouched() {
        return filters.isEmpty()
                && shared.isUntouched()
                && !depth.quick
                && !depth.full
                && !ownJvms
                && !archive
                && forks == null
                && sampleSize == null
                && until == null;
    }

    /** Whether forks start from an archive of their classes. They do so with {@code --quick} or {@code --archive}. */
    boolean archives() {
        return archive || depth.quick;
    }

    Request request() {
        Measure override = shared.override();
        if (GoalOptions.until(until).isPresent()) {
            if (forks != null || depth.quick) {
                throw new UserException(
                        depth.quick ? "--quick ends after a minute" : "--forks is an exact number",
                        "leave it out, or leave out --until");
            }
            override = override.withForks(new Forks(
                    depth.full ? Defaults.FULL.forks().orElseThrow().min() : Defaults.UNTIL_DECIDED.min(),
                    Defaults.UNTIL_DECIDED.max()));
        }
        if (forks != null) {
            if (forks < 1) {
                throw new UserException(
                        "--forks " + forks + " measures nothing", "use at least 1; an interval needs 2");
            }
            MeasureOptions.refuseMore(forks);
            override = override.withForks(new Forks(forks, forks));
        }
        if (sampleSize != null && sampleSize < 1) {
            throw new UserException("--sample-size " + sampleSize + " measures nothing", "use at least 1");
        }
        if (ownJvms && !depth.quick) {
            throw new UserException(
                    "--own-jvms applies only to quick runs; in other runs each case has its own JVM anyway",
                    "leave it out, or add --quick");
        }
        Request.Depth how = depth.quick ? Request.Depth.QUICK : depth.full ? Request.Depth.FULL : Request.Depth.NORMAL;
        OptionalInt values =
                Optional.ofNullable(sampleSize).map(OptionalInt::of).orElse(OptionalInt.empty());
        return new Request(
                shared.suites,
                filters,
                how,
                override,
                values,
                shared.drawnSeed(),
                depth.quick && !ownJvms,
                shared.shard,
                Optional.empty(),
                shared.memory);
    }
}
