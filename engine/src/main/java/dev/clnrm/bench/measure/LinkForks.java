package dev.clnrm.bench.measure;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.os.Scratch;
import dev.clnrm.bench.plan.Effort;
import dev.clnrm.bench.plan.Launch;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Target;
import dev.clnrm.bench.samples.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.Plans;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.link.ForkLink;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs JVMs over JMH's link, each for one case or for several cases in turn. Values arrive as they are measured, and a JVM ends when
 * there are enough.
 */
final class LinkForks {
    private static final long POLL_MILLIS = 100;
    private static final long LEAVE_MILLIS = 1_000;

    /** JMH interrupts an iteration that takes this much longer than planned; this program's time limit is shorter. */
    private static final TimeValue NEVER = TimeValue.hours(6);

    private final Session session;
    private final Archives archives;
    private final Map<ClassPath, OwnClasses> classes = new HashMap<>();

    LinkForks(Session session, Archives archives) {
        this.session = session;
        this.archives = archives;
    }

    /** Waits for the end of a JVM. */
    private interface Watch {
        void until(ForkProcess process, ForkLink link, SharedJvm jvm) throws InterruptedException;
    }

    void startAlike(List<PlannedCase> compared) throws InterruptedException {
        archives.alike(compared, this);
    }

    /**
     * Runs jobs in one JVM.
     *
     * @param done receives each record as soon as it is complete
     * @return the jobs without a record, because the JVM ended before them or its JMH does not support this link
     */
    List<ForkJob> run(List<ForkJob> jobs, RunListener listener, Consumer<JournalEntry> done)
            throws InterruptedException {
        PlannedCase first = jobs.get(0).planned();
        Archives.Start start = jobs.size() == 1 ? archives.startOf(first, this) : Archives.Start.plain(first.launch());
        return run(jobs, start, listener, done);
    }

    /** The same with a given start. */
    List<ForkJob> run(List<ForkJob> jobs, Archives.Start start, RunListener listener, Consumer<JournalEntry> done)
            throws InterruptedException {
        SharedJvm jvm = jvm(jobs, start, listener, (process, link, own) -> watch(process, link, own, done));
        jvm.whole().forEach(done);
        return jvm.left();
    }

    /**
     * Runs a fork that writes a class archive when it ends.
     *
     * @return whether it ended by itself in time; only then the archive is complete
     */
    boolean train(ForkJob job, Archives.Start start, double seconds) throws InterruptedException {
        AtomicBoolean ended = new AtomicBoolean();
        jvm(List.of(job), start, RunListener.SILENT, (process, link, jvm) -> {
            ended.set(process.ended(Math.round(seconds * 1000)));
            if (!ended.get()) {
                process.kill();
            }
        });
        return ended.get();
    }

    private SharedJvm jvm(List<ForkJob> jobs, Archives.Start start, RunListener listener, Watch watch)
            throws InterruptedException {
        int order = jobs.get(0).order();
        Path scratch = session.scratch().resolve("fork-" + order);
        Path errorFile = session.logs().resolve("crash-" + order + ".log");
        try (ProcessLog log = new ProcessLog(session.logs().resolve("fork-" + order + ".log"))) {
            SharedJvm jvm = new SharedJvm(session, jobs, listener, log);
            try {
                Files.createDirectories(scratch);
                OwnClasses own = jobs.size() == 1 ? OwnClasses.NONE : own(start.launch(), jobs);
                Launch launch = own.behind(start.launch());
                List<BenchmarkParams> plan = jvm.plan(own);
                try (ForkLink link = new ForkLink(options(), Plans.of(plan), jvm)) {
                    Path hints = ForkCommand.writeHints(launch, scratch.resolve("compiler-hints"));
                    List<String> command = ForkCommand.link(
                            launch, scratch, hints, start.arguments(), errorFile, link.host(), link.port());
                    try (ForkProcess process =
                            ForkProcess.start(command, launch, scratch.resolve("home"), session, log)) {
                        listener.processStarted(jobs.get(0).side(), process.pid());
                        jvm.sample(ProcSampler.of(process.pid(), plan.get(0).getBenchmark()));
                        watch.until(process, link, jvm);
                    }
                }
            } catch (IOException e) {
                jvm.notStarted(e);
            }
            return jvm;
        } finally {
            Scratch.delete(scratch);
        }
    }

    private static void watch(ForkProcess process, ForkLink link, SharedJvm jvm, Consumer<JournalEntry> done)
            throws InterruptedException {
        while (process.alive() && !link.over() && jvm.isOpen()) {
            jvm.whole().forEach(done);
            double silent = jvm.silentSeconds();
            if (silent > jvm.patience()) {
                process.dumpThreads();
                process.kill();
                process.drain();
                jvm.hung(silent);
                return;
            }
            jvm.await(POLL_MILLIS);
        }
        if (link.over() || jvm.isOpen()) {
            process.ended(LEAVE_MILLIS);
        }
        OptionalInt status = process.alive() ? OptionalInt.empty() : OptionalInt.of(process.exitStatus());
        process.end();
        if (jvm.isOpen()) {
            process.drain();
            link.drain(LEAVE_MILLIS);
            if (!link.foreign() || status.orElse(0) >= ForkFailure.SIGNALLED) {
                jvm.ended(link, status);
            }
        }
    }

    /** The classes of the first JVM are reused for all later JVMs that measure only cases of the first. */
    private OwnClasses own(Launch launch, List<ForkJob> jobs) throws IOException {
        List<Target.Jmh> targets =
                jobs.stream().map(job -> (Target.Jmh) job.planned().target()).toList();
        OwnClasses made = classes.get(launch.classPath());
        if (made == null || !made.covers(targets)) {
            Path jar = session.scratch().resolve("own-classes-" + jobs.get(0).order() + ".jar");
            made = OwnClasses.write(launch.classPath(), targets, jar);
            classes.put(launch.classPath(), made);
        }
        return made;
    }

    private static Options options() {
        return new OptionsBuilder()
                .addProfiler("gc")
                .shouldFailOnError(false)
                .shouldDoGC(false)
                .verbosity(VerboseMode.NORMAL)
                .build();
    }

    /** The JMH parameters of a job that runs {@code target}. */
    static BenchmarkParams params(ForkJob job, Target.Jmh target) {
        PlannedCase planned = job.planned();
        WorkloadParams workload = new WorkloadParams();
        target.parameters().forEach((name, value) -> workload.put(name, value, 0));
        Effort effort = planned.effort();
        Iterations iterations = effort.iterations();
        TimeValue length = time(iterations.seconds());
        int warmups = job.warmups().orElse((int) Math.round(effort.longestWarmup() / iterations.seconds()));
        IterationParams warmup = Plans.warmup(warmups, time(effort.warmupIterationSeconds()), target.batchSize());
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

    private static TimeValue time(double seconds) {
        return TimeValue.nanoseconds(Math.max(1, Math.round(seconds * 1e9)));
    }
}
