package dev.clnrm.bench.cli;

import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Measure;
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

/** Which cases, and how hard. */
final class RunOptions {
    @Parameters(
            paramLabel = "FILTER",
            arity = "0..*",
            description = "Measure cases whose names hold one of these words; * stands for anything.")
    List<String> filters = new ArrayList<>();

    @Mixin
    SharedOptions shared = new SharedOptions();

    @ArgGroup(exclusive = true)
    Depth depth = new Depth();

    static final class Depth {
        @Option(
                names = "--quick",
                description =
                        "Three forks a case, a quarter of a second each, in JVMs that cases share, and up to eight where a"
                                + " promise seems broken; leaves out the group integration.")
        boolean quick;

        @Option(names = "--full", description = "Ten forks a case and a warm-up of up to 40 s.")
        boolean full;
    }

    @Option(
            names = "--own-jvms",
            description = "With --quick: a JVM of its own for every case and fork, about a second each.")
    boolean ownJvms;

    @Option(
            names = "--archive",
            description =
                    "Start forks from an archive of their classes, as those of checks and of --own-jvms are: a tenth of a"
                            + " second less a fork. Code that calls what class loading calls, such as String.split, may be compiled"
                            + " otherwise than under plain JMH.")
    boolean archive;

    @Option(names = "--forks", paramLabel = "N", description = "Exactly so many forks a case.")
    @Nullable Integer forks;

    @Option(
            names = "--sample-size",
            paramLabel = "N",
            description = "As many forks as it takes to have at least N values a case.")
    @Nullable Integer sampleSize;

    /** Whether nothing here was said. */
    boolean isUntouched() {
        return filters.isEmpty()
                && shared.isUntouched()
                && !depth.quick
                && !depth.full
                && !ownJvms
                && !archive
                && forks == null
                && sampleSize == null;
    }

    /** Whether forks start from an archive of their classes: where time is short, or where it is asked for. */
    boolean archives() {
        return archive || depth.quick;
    }

    Request request() {
        Measure override = shared.override();
        if (forks != null) {
            if (forks < 1) {
                throw new UserException("--forks " + forks + " measures nothing", "at least 1; an interval needs 2");
            }
            override = override.withForks(new Forks(forks, forks));
        }
        if (ownJvms && !depth.quick) {
            throw new UserException(
                    "--own-jvms speaks of quick runs, whose cases share JVMs; in all others each has its own",
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
                shared.shard);
    }
}
