package dev.clnrm.bench.measure;

import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Target;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.JmhJson;
import dev.clnrm.bench.samples.JmhResult;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Runs forks by the measured code's own JMH main class, one fork at a time, for a JMH that does not speak this one's link. Values come at
 * the end only, so the warm-up has a fixed length.
 */
final class MainForks implements ForkRunner {
    /** The longest warm-up, in seconds: what quick runs allow, since nothing can end it early. */
    private static final double WARMUP_SECONDS = 2;

    /** Starting two JVMs and ending them, in seconds, generously. */
    private static final double AROUND_SECONDS = 30;

    /** From here on JMH before 1.22 needs a door opened to find the console's encoding. */
    private static final int FIRST_WITH_MODULES = 9;

    private final Session session;

    MainForks(Session session) {
        this.session = session;
    }

    @Override
    public JournalEntry run(ForkJob job, RunListener listener) throws InterruptedException {
        Path scratch = session.scratch().resolve("main-" + job.order());
        Path result = scratch.resolve("result.json");
        Instant started = Instant.now();
        PlannedCase planned = job.planned();
        int warmups = job.warmups().orElse((int)
                Math.round(Math.min(WARMUP_SECONDS, planned.effort().longestWarmup())
                        / planned.effort().iterations().seconds()));
        try (ForkLog log = new ForkLog(session.logs().resolve("fork-" + job.order() + ".log"))) {
            Outcome outcome;
            try {
                Files.createDirectories(scratch);
                try (ForkProcess process = ForkProcess.start(
                        command(planned, scratch, result, warmups),
                        planned.launch().directory(),
                        scratch.resolve("home"),
                        session.environment(),
                        planned.launch().env(),
                        log)) {
                    outcome = watch(process, job, log, warmups);
                }
            } catch (IOException e) {
                outcome = failed(job, log, Outcome.Cause.NOT_STARTED, "it could not be started: " + e.getMessage());
            }
            if (outcome instanceof Outcome.Finished) {
                return read(job, started, warmups, result, log);
            }
            return entry(job, started, nothing(job), outcome);
        } finally {
            Scratch.delete(scratch);
        }
    }

    private Outcome watch(ForkProcess process, ForkJob job, ForkLog log, int warmups) throws InterruptedException {
        double planned = (warmups + job.planned().effort().iterations().count())
                * job.planned().effort().iterations().seconds();
        double patience = AROUND_SECONDS + 2 * planned + session.timeoutSeconds();
        if (!process.ended(Math.round(patience * 1000))) {
            process.kill();
            return failed(
                    job,
                    log,
                    Outcome.Cause.HUNG,
                    String.format(Locale.ROOT, "still running after %.0f s, so it was killed", patience));
        }
        process.drain();
        int status = process.exitStatus();
        return status == 0 ? new Outcome.Finished() : threw(job, log, "JMH ended with status " + status);
    }

    private JournalEntry read(ForkJob job, Instant started, int warmups, Path file, ForkLog log) {
        List<JmhResult> results;
        try {
            results = JmhJson.read(file);
        } catch (UnreadableFileException e) {
            results = List.of();
        }
        if (results.isEmpty()
                || results.get(0).samples().forks().get(0).samples().values().isEmpty()) {
            Outcome outcome = failed(job, log, Outcome.Cause.THREW, "JMH ended well, but without a result");
            return entry(job, started, nothing(job), outcome);
        }
        ForkSamples read = results.get(0).samples().forks().get(0).samples();
        double[] unknown = new double[warmups];
        Arrays.fill(unknown, Double.NaN);
        ForkSamples samples = new ForkSamples(
                job.planned().mode(),
                threads(job),
                LinkForks.iterationSeconds(job.planned()),
                Values.of(unknown),
                true,
                read.values(),
                read.histograms(),
                read.secondary(),
                read.units());
        return entry(job, started, samples, new Outcome.Finished());
    }

    private static ForkSamples nothing(ForkJob job) {
        return new ForkSamples(
                job.planned().mode(),
                threads(job),
                LinkForks.iterationSeconds(job.planned()),
                Values.NONE,
                true,
                Values.NONE,
                List.of(),
                Map.of(),
                Map.of());
    }

    private static int threads(ForkJob job) {
        return ((Target.Jmh) job.planned().target()).threads();
    }

    private static JournalEntry entry(ForkJob job, Instant started, ForkSamples samples, Outcome outcome) {
        return new JournalEntry(
                job.planned().name(),
                job.side(),
                job.fork(),
                job.order(),
                started,
                0,
                1,
                samples,
                outcome,
                Optional.empty());
    }

    private static List<String> command(PlannedCase planned, Path scratch, Path result, int warmups) {
        Target.Jmh target = (Target.Jmh) planned.target();
        String length = Math.max(1, Math.round(planned.effort().iterations().seconds() * 1000)) + "ms";
        List<String> command = ForkCommand.jvm(planned.launch(), scratch, List.of(), scratch.resolve("crash.log"));
        if (planned.launch().jvm().feature() >= FIRST_WITH_MODULES) {
            command.addAll(List.of("--add-opens", "java.base/java.io=ALL-UNNAMED"));
        }
        command.addAll(List.of(
                "-Djmh.ignoreLock=true",
                "-cp",
                planned.launch().classPath().argument(),
                "org.openjdk.jmh.Main",
                "^" + Pattern.quote(target.benchmark()) + "$"));
        command.addAll(List.of("-f", "1", "-foe", "true", "-tu", "s", "-prof", "gc"));
        command.addAll(List.of("-bm", planned.mode().jmhName(), "-t", Integer.toString(target.threads())));
        command.addAll(List.of("-wi", Integer.toString(warmups), "-w", length));
        command.addAll(
                List.of("-i", Integer.toString(planned.effort().iterations().count()), "-r", length));
        command.addAll(List.of("-rf", "json", "-rff", result.toString()));
        command.addAll(List.of("-jvmArgs", String.join(" ", planned.launch().jvmArgs())));
        target.parameters().forEach((name, value) -> command.addAll(List.of("-p", name + "=" + value)));
        if (planned.mode() == Mode.SINGLE_SHOT) {
            command.addAll(List.of("-bs", Integer.toString(target.batchSize())));
        }
        return new ArrayList<>(command);
    }

    /** JMH prints what the benchmark threw before what it throws itself. */
    private Outcome threw(ForkJob job, ForkLog log, String ended) {
        return PrintedCause.ofStart(log.tail())
                .map(cause -> failed(
                        job,
                        log,
                        Outcome.Cause.THREW,
                        cause.message() + " (" + ended + ")" + cause.advice(),
                        cause.lines()))
                .orElseGet(() -> failed(job, log, Outcome.Cause.THREW, ended));
    }

    private Outcome failed(ForkJob job, ForkLog log, Outcome.Cause cause, String message) {
        return failed(job, log, cause, message, log.lastLines());
    }

    private Outcome failed(ForkJob job, ForkLog log, Outcome.Cause cause, String message, List<String> lines) {
        return new Outcome.Failed(
                cause,
                message,
                lines,
                session.repeatCommand().apply(job.planned().name()),
                log.name());
    }
}
