package dev.clnrm.bench.cli;

import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.plan.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How two sides are measured in turns. */
final class MeasureOptions {
    /** The fewest forks of a side that are looked at. */
    private static final int LEAST_FORKS = 3;

    @Mixin
    SharedOptions shared = new SharedOptions();

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
            names = "--unchanged-code",
            paramLabel = "WHAT",
            converter = UnchangedConverter.class,
            description =
                    "Cases whose reachable code is the same on both sides: control (measured with the fewest forks while"
                            + " nothing hints at a change, and judged like any other; the default), skip (those that read no files"
                            + " either), or measure (as if nobody knew).")
    Unchanged unchanged = Unchanged.CONTROL;

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
        return shared.isUntouched()
                && !full
                && !quick
                && forks == null
                && unchanged == Unchanged.CONTROL
                && out == null
                && resume == null;
    }

    Request request(List<String> filters) {
        Measure override = shared.override();
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
        return new Request(
                shared.suites,
                filters,
                full ? Request.Depth.NORMAL : Request.Depth.CHECK,
                override,
                OptionalInt.empty(),
                shared.drawnSeed(),
                false,
                shared.shard);
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
