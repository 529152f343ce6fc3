package dev.clnrm.bench.measure;

import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Warmup;
import dev.clnrm.bench.plan.Effort;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Target;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.Plans;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.link.ForkLink;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs forks over JMH's link: values come in as they are measured, and a fork ends when there are enough. */
final class LinkForks implements ForkRunner {
    private static final long POLL_MILLIS = 100;
    private static final long LEAVE_MILLIS = 1_000;

    /** JMH interrupts an iteration that takes this much longer than planned; the watchdog here is quicker. */
    private static final TimeValue NEVER = TimeValue.hours(6);

    private final Session session;
    private final Archives archives;
    private final Set<ForkJob> foreign = new HashSet<>();

    LinkForks(Session session, Archives archives) {
        this.session = session;
        this.archives = archives;
    }

    @Override
    public JournalEntry run(ForkJob job, RunListener listener) throws InterruptedException {
        return run(job, listener, archives.startOf(job.planned(), this));
    }

    @Override
    public void startAlike(List<PlannedCase> compared) throws InterruptedException {
        archives.alike(compared, this);
    }

    /** Whether the fork of that job called and then did not understand what it was told. */
    boolean foreign(ForkJob job) {
        return foreign.contains(job);
    }

    /** Runs a fork, started in that way. */
    JournalEntry run(ForkJob job, RunListener listener, Archives.Start start) throws InterruptedException {
        Path scratch = session.scratch().resolve("fork-" + job.order());
        Path errorFile = session.logs().resolve("crash-" + job.order() + ".log");
        Instant started = Instant.now();
        long begin = System.nanoTime();
        try (ForkLog log = new ForkLog(session.logs().resolve("fork-" + job.order() + ".log"))) {
            Collector collector =
                    new Collector(job, iterationSeconds(job.planned()), session.warmupRule(), listener, log);
            ForkFailure ending = new ForkFailure(session, job, log, collector);
            Outcome outcome;
            try (ForkLink link = new ForkLink(
                    options(),
                    Plans.of(List.of(params(job, (Target.Jmh) job.planned().target()))),
                    ForkCommand.oldLink(job.planned().launch()),
                    collector)) {
                Files.createDirectories(scratch);
                Path hints = ForkCommand.writeHints(job.planned().launch(), scratch.resolve("compiler-hints"));
                List<String> command = ForkCommand.link(
                        start.launch(), scratch, hints, start.arguments(), errorFile, link.host(), link.port());
                try (ForkProcess process = ForkProcess.start(
                        command,
                        job.planned().launch().directory(),
                        scratch.resolve("home"),
                        session.environment(),
                        job.planned().launch().env(),
                        log)) {
                    collector.watch(
                            ProcSampler.of(process.pid(), ((Target.Jmh) job.planned().target()).benchmark()));
                    outcome = watch(process, link, collector, ending);
                }
            } catch (IOException e) {
                outcome = ending.notStarted("its process could not be started: " + e.getMessage());
            }
            return collector.record(started, begin, 1, outcome);
        } finally {
            Scratch.delete(scratch);
        }
    }

    private Outcome watch(ForkProcess process, ForkLink link, Collector collector, ForkFailure ending)
            throws InterruptedException {
        if (archives.training(ending.job())) {
            return trained(process, ending);
        }
        double patience = session.timeoutSeconds() + 2 * iterationSeconds(ending.planned());
        while (process.alive() && link.state() != ForkLink.State.FINISHED && !collector.enough()) {
            if (link.state() == ForkLink.State.BROKEN) {
                process.ended(LEAVE_MILLIS);
                break;
            }
            if (collector.silentSeconds() > patience) {
                double silent = collector.silentSeconds();
                process.dumpThreads();
                process.kill();
                process.drain();
                return ending.hung(silent);
            }
            collector.await(POLL_MILLIS);
        }
        if (collector.enough() && collector.failure().isEmpty()) {
            if (link.state() == ForkLink.State.FINISHED) {
                process.ended(LEAVE_MILLIS);
            }
            process.end();
            return new Outcome.Finished();
        }
        process.ended(LEAVE_MILLIS);
        boolean left = !process.alive();
        process.end();
        process.drain();
        link.drain(LEAVE_MILLIS);
        if (link.foreign()) {
            foreign.add(ending.job());
        }
        if (collector.enough() && collector.failure().isEmpty()) {
            return new Outcome.Finished();
        }
        return ending.failed(link, left ? OptionalInt.of(process.exitStatus()) : OptionalInt.empty());
    }

    /** Waits for a fork that leaves an archive behind. It has finished if it ended by itself, for only then the archive is whole. */
    private Outcome trained(ForkProcess process, ForkFailure ending) throws InterruptedException {
        if (process.ended(Math.round(archives.trainingSeconds() * 1000))) {
            return new Outcome.Finished();
        }
        process.kill();
        return ending.hung(archives.trainingSeconds());
    }

    static Options options() {
        return new OptionsBuilder()
                .addProfiler("gc")
                .shouldFailOnError(false)
                .shouldDoGC(false)
                .verbosity(VerboseMode.NORMAL)
                .build();
    }

    static double iterationSeconds(PlannedCase planned) {
        return planned.mode() == Mode.SINGLE_SHOT
                ? 0
                : planned.effort().iterations().seconds();
    }

    /** What JMH is told of a job that runs {@code target}. */
    static BenchmarkParams params(ForkJob job, Target.Jmh target) {
        PlannedCase planned = job.planned();
        WorkloadParams workload = new WorkloadParams();
        target.parameters().forEach((name, value) -> workload.put(name, value, 0));
        Effort effort = planned.effort();
        Iterations iterations = effort.iterations();
        TimeValue length = TimeValue.nanoseconds(Math.max(1, Math.round(iterations.seconds() * 1e9)));
        TimeValue warmupLength = effort.warmup() instanceof Warmup.Fixed fixed
                ? TimeValue.nanoseconds(Math.max(1, Math.round(fixed.seconds() * 1e9)))
                : length;
        int warmups = job.warmups().orElse((int) Math.round(effort.longestWarmup() / iterations.seconds()));
        IterationParams warmup = Plans.warmup(warmups, warmupLength, target.batchSize());
        IterationParams measurement = Plans.measurement(iterations.count(), length, target.batchSize());
        return new BenchmarkParams(
                target.benchmark(),
                target.generatedTarget(),
                planned.mode() != Mode.SINGLE_SHOT,
                target.threads(),
                target.threadGroups().stream().mapToInt(Integer::intValue).toArray(),
                List.copyOf(target.threadGroupLabels()),
                1,
                0,
                warmup,
                measurement,
                org.openjdk.jmh.annotations.Mode.deepValueOf(planned.mode().jmhName()),
                workload,
                TimeUnit.SECONDS,
                target.operations(),
                planned.launch().jvm().launcher().toString(),
                List.copyOf(planned.launch().jvmArgs()),
                planned.launch().jvm().version(),
                "",
                "",
                planned.launch().jmhVersion(),
                NEVER);
    }
}
