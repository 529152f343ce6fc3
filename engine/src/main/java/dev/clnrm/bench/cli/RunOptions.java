package dev.clnrm.bench.cli;

import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.plan.Shard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which cases, and how hard. */
final class RunOptions {
    /** Seeds that are easy to type again. */
    private static final int SEEDS = 1_000_000;

    @Parameters(
            paramLabel = "FILTER",
            arity = "0..*",
            description = "Measure cases whose names hold one of these words; * stands for anything.")
    List<String> filters = new ArrayList<>();

    @Option(
            names = "--suite",
            paramLabel = "NAME",
            description = "Measure this suite only; may be given several times.")
    List<String> suites = new ArrayList<>();

    @ArgGroup(exclusive = true)
    Depth depth = new Depth();

    static final class Depth {
        @Option(
                names = "--quick",
                description =
                        "Three forks a case, a quarter of a second each, in JVMs that cases share; leaves out the group"
                                + " integration.")
        boolean quick;

        @Option(names = "--full", description = "Ten forks a case and a warm-up of up to 40 s.")
        boolean full;
    }

    @Option(
            names = "--own-jvms",
            description = "With --quick: a JVM of its own for every case and fork, about a second each.")
    boolean ownJvms;

    @Option(names = "--forks", paramLabel = "N", description = "Exactly so many forks a case.")
    @Nullable Integer forks;

    @Option(
            names = "--sample-size",
            paramLabel = "N",
            description = "As many forks as it takes to have at least N values a case.")
    @Nullable Integer sampleSize;

    @Option(
            names = "--time-budget",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Start no further fork after this time, as in `10 min`.")
    @Nullable Time timeBudget;

    @Option(
            names = "--java",
            paramLabel = "JDK",
            description = "Measure on this JDK: a version such as 25, or a folder.")
    @Nullable String java;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Kill a fork after this time without an iteration ending (default: 60 s).")
    Time timeout = new Time(60);

    @Option(names = "--seed", paramLabel = "N", description = "Draw the order of forks from this number.")
    @Nullable Long seed;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            converter = ShardConverter.class,
            description = "Measure only this part of the cases, as in `1/4`; `clnrm-bench merge` joins the parts.")
    Shard shard = Shard.WHOLE;

    /** Whether nothing here was said. */
    boolean isUntouched() {
        return filters.isEmpty()
                && suites.isEmpty()
                && !depth.quick
                && !depth.full
                && !ownJvms
                && forks == null
                && sampleSize == null
                && timeBudget == null
                && java == null
                && seed == null
                && shard.equals(Shard.WHOLE);
    }

    Request request() {
        Measure override = Measure.OPEN;
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
        if (timeBudget != null) {
            override = override.withTimeBudget(timeBudget);
        }
        if (java != null) {
            override = override.withJava(java);
        }
        Request.Depth how = depth.quick ? Request.Depth.QUICK : depth.full ? Request.Depth.FULL : Request.Depth.NORMAL;
        OptionalInt values =
                Optional.ofNullable(sampleSize).map(OptionalInt::of).orElse(OptionalInt.empty());
        long drawn = Optional.ofNullable(seed)
                .orElseGet(() -> (long) ThreadLocalRandom.current().nextInt(SEEDS));
        return new Request(suites, filters, how, override, values, drawn, depth.quick && !ownJvms, shard);
    }
}
