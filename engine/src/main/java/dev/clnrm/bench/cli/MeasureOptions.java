package dev.clnrm.bench.cli;

import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.plan.Shard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How two sides are measured in turns. */
final class MeasureOptions {
    /** Seeds that are easy to type again. */
    private static final int SEEDS = 1_000_000;

    /** The fewest forks of a side that are looked at. */
    private static final int LEAST_FORKS = 3;

    @Option(
            names = "--suite",
            paramLabel = "NAME",
            description = "Measure this suite only; may be given several times.")
    List<String> suites = new ArrayList<>();

    @Option(names = "--quick", description = "Exactly three forks of each side a case.")
    boolean quick;

    @Option(
            names = "--full",
            description =
                    "As many iterations as declared, and up to ten forks a side, where half a second and five do.")
    boolean full;

    @Option(
            names = "--forks",
            paramLabel = "N",
            description = "At most so many forks of each side a case (default: 5); what is decided gets fewer.")
    @Nullable Integer forks;

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
            names = "--unchanged-code",
            paramLabel = "WHAT",
            converter = UnchangedConverter.class,
            description =
                    "Cases whose reachable code is the same on both sides: control (measured with the fewest forks, judged"
                            + " unchanged; the default), skip, or measure (as if nobody knew).")
    Unchanged unchanged = Unchanged.CONTROL;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            converter = ShardConverter.class,
            description = "Measure only this part of the cases, as in `1/4`; `clnrm-bench merge` joins the parts.")
    Shard shard = Shard.WHOLE;

    @Option(names = "--out", paramLabel = "DIR", description = "Keep the run in this folder.")
    @Nullable Path out;

    @Option(
            names = "--resume",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "RUN",
            description = "Go on with the run in this folder, or with the latest one that did not end.")
    @Nullable String resume;

    /** What is done with cases that cannot have changed. */
    enum Unchanged {
        CONTROL,
        SKIP,
        MEASURE
    }

    /** Whether nothing here was said. */
    boolean isUntouched() {
        return suites.isEmpty()
                && !full
                && !quick
                && shard.equals(Shard.WHOLE)
                && forks == null
                && timeBudget == null
                && java == null
                && seed == null
                && unchanged == Unchanged.CONTROL
                && out == null
                && resume == null;
    }

    Request request(List<String> filters) {
        Measure override = Measure.OPEN;
        if (forks != null) {
            if (forks < LEAST_FORKS) {
                throw new UserException(
                        "--forks " + forks + " cannot tell a change from the machine", "at least " + LEAST_FORKS);
            }
            override = override.withForks(new Forks(LEAST_FORKS, forks));
        }
        if (quick) {
            if (full || forks != null) {
                throw new UserException("--quick is exactly three forks", "leave out --full and --forks");
            }
            override = override.withForks(new Forks(LEAST_FORKS, LEAST_FORKS));
        }
        if (timeBudget != null) {
            override = override.withTimeBudget(timeBudget);
        }
        if (java != null) {
            override = override.withJava(java);
        }
        long drawn = Optional.ofNullable(seed)
                .orElseGet(() -> (long) ThreadLocalRandom.current().nextInt(SEEDS));
        return new Request(
                suites,
                filters,
                full ? Request.Depth.NORMAL : Request.Depth.CHECK,
                override,
                OptionalInt.empty(),
                drawn,
                false,
                shard);
    }

    /** Choices as written. */
    static final class UnchangedConverter implements CommandLine.ITypeConverter<Unchanged> {
        @Override
        public Unchanged convert(String word) {
            return switch (word) {
                case "control" -> Unchanged.CONTROL;
                case "skip" -> Unchanged.SKIP;
                case "measure" -> Unchanged.MEASURE;
                default ->
                    throw new CommandLine.TypeConversionException(
                            "`" + word + "` is nothing to do with unchanged code; there are control, skip and measure");
            };
        }
    }
}
