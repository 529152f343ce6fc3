package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.Asked;
import dev.clnrm.bench.app.Keeping;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.plan.Shard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every measuring command: which cases, on which JVM, and for how long. */
final class SharedOptions {
    /** The number of possible seeds. Smaller seeds are easier to type again. */
    private static final int SEEDS = 1_000_000;

    static final int TIMEOUT_SECONDS = 60;

    @Option(
            names = "--suite",
            paramLabel = "NAME",
            description = "Measure this suite only; may be given several times.")
    List<String> suites = new ArrayList<>();

    @Option(
            names = "--time-budget",
            paramLabel = "TIME",
            description = "Start no more forks after this time, as in `10 min`.")
    @Nullable Time timeBudget;

    @Option(
            names = "--java",
            paramLabel = "JDK",
            description = "Measure on this JDK: a version such as 25, or a folder.")
    @Nullable String java;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "Kill a fork if no iteration ends for this long (default: 60 s).")
    private @Nullable Time timeout;

    @Option(
            names = "--memory",
            description =
                    "Read the memory of the measured processes four times a second: peaks in the table, a chart in the page."
                            + " No verdict rests on it. Linux only.")
    boolean memory;

    @Option(names = "--seed", paramLabel = "N", description = "Seed for the order of forks.")
    @Nullable Long seed;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Measure only this part of the cases, as in `1/4`; `clnrm-bench merge` joins the parts.")
    Shard shard = Shard.WHOLE;

    /** Whether no option is set that decides what is measured. */
    boolean isUntouched() {
        return suites.isEmpty()
                && timeBudget == null
                && java == null
                && seed == null
                && !memory
                && shard.equals(Shard.WHOLE);
    }

    double timeoutSeconds() {
        return timeout == null ? TIMEOUT_SECONDS : timeout.seconds();
    }

    /** Applies the present time limit of forks to a resumed run. */
    void limitedAs(SharedOptions now) {
        timeout = now.timeout == null ? timeout : now.timeout;
    }

    /** The settings for every case, which override the declared ones. */
    Measure override() {
        Measure override = Measure.OPEN;
        if (timeBudget != null) {
            override = override.withTimeBudget(timeBudget);
        }
        if (java != null) {
            override = override.withJava(java);
        }
        return override;
    }

    /** The arguments that choose the same suites and the same JDK again. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        suites.forEach(suite -> words.addAll(List.of("--suite", suite)));
        Optional.ofNullable(java).ifPresent(jdk -> words.addAll(List.of("--java", jdk)));
        return words;
    }

    /**
     * The requested run.
     *
     * @param command the command that can resume it
     * @param settled further arguments that repeat the same run
     * @param resumed the folder of the run to resume
     */
    Asked asked(
            Context context,
            Path file,
            Request request,
            KeepingOptions keeping,
            String command,
            List<String> settled,
            Optional<Path> resumed,
            OutputOptions output) {
        return new Asked(
                file,
                context.environment(),
                request,
                timeoutSeconds(),
                new Keeping(Optional.ofNullable(keeping.out), resumed, keeping.store.given(file, context)),
                command,
                Resumed.arguments(context, request.seed(), settled),
                output.terminal(context),
                output.quiet);
    }

    /** The given seed, or a random one. */
    long drawnSeed() {
        return Optional.ofNullable(seed)
                .orElseGet(() -> (long) ThreadLocalRandom.current().nextInt(SEEDS));
    }
}
