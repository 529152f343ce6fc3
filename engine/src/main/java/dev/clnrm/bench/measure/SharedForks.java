package dev.clnrm.bench.measure;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Launch;
import dev.clnrm.bench.plan.Target;
import dev.clnrm.bench.samples.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.runner.Plans;
import org.openjdk.jmh.runner.link.ForkLink;

/**
 * Measures several cases in one JVM, one after the other. A JVM that ends too soon is followed by another for the cases that are left, without
 * the one it ended at; what cannot be measured in company is measured alone.
 */
final class SharedForks {
    private static final long POLL_MILLIS = 100;
    private static final long LEAVE_MILLIS = 1_000;

    private final Session session;
    private final ForkRunner alone;
    private final Map<ClassPath, OwnClasses> classes = new HashMap<>();

    SharedForks(Session session, ForkRunner alone) {
        this.session = session;
        this.alone = alone;
    }

    /**
     * Runs jobs that are started alike.
     *
     * @param done gets each record as soon as it is whole
     */
    void run(List<ForkJob> jobs, RunListener listener, Consumer<JournalEntry> done) throws InterruptedException {
        List<ForkJob> open = List.copyOf(jobs);
        Set<CaseName> measured = new HashSet<>();
        Consumer<JournalEntry> kept = record -> {
            measured.add(record.name());
            done.accept(record);
        };
        boolean together = true;
        while (!open.isEmpty()) {
            List<ForkJob> left = open;
            if (together && open.size() > 1) {
                try {
                    left = jvm(open, listener, kept);
                } catch (IOException e) {
                    together = false;
                    left = open.stream()
                            .filter(job -> !measured.contains(job.planned().name()))
                            .toList();
                    listener.noted("no JVM could be shared, so each case gets its own: " + e.getMessage());
                }
            }
            if (left.size() == open.size()) {
                ForkJob first = left.get(0);
                listener.forkStarted(
                        first.planned().name(),
                        first.fork(),
                        first.planned().effort().forks().min());
                done.accept(alone.run(first, listener));
                left = left.subList(1, left.size());
            }
            open = left;
        }
    }

    /** Runs one JVM, and gives the jobs it left undone. */
    private List<ForkJob> jvm(List<ForkJob> jobs, RunListener listener, Consumer<JournalEntry> done)
            throws InterruptedException, IOException {
        int order = jobs.get(0).order();
        Path scratch = session.scratch().resolve("fork-" + order);
        Path errorFile = session.logs().resolve("crash-" + order + ".log");
        try (ForkLog log = new ForkLog(session.logs().resolve("fork-" + order + ".log"))) {
            Files.createDirectories(scratch);
            Launch launch = jobs.get(0).planned().launch();
            OwnClasses own = own(launch, jobs);
            Launch whole = new Launch(
                    launch.classPath().followedBy(List.of(own.jar())),
                    launch.jvm(),
                    launch.jvmArgs(),
                    launch.env(),
                    launch.directory(),
                    launch.jmhVersion());
            SharedJvm company = new SharedJvm(session, listener, log, Instant.now());
            List<BenchmarkParams> plan = new ArrayList<>();
            for (ForkJob job : jobs) {
                BenchmarkParams params =
                        LinkForks.params(job, own.of((Target.Jmh) job.planned().target()));
                plan.add(params);
                company.add(params, job);
            }
            try (ForkLink link =
                    new ForkLink(LinkForks.options(), Plans.of(plan), ForkCommand.oldLink(launch), company)) {
                Path hints = ForkCommand.writeHints(whole, scratch.resolve("compiler-hints"));
                List<String> command =
                        ForkCommand.link(whole, scratch, hints, List.of(), errorFile, link.host(), link.port());
                try (ForkProcess process = ForkProcess.start(
                        command,
                        launch.directory(),
                        scratch.resolve("home"),
                        session.environment(),
                        launch.env(),
                        log)) {
                    company.watch(ProcSampler.of(process.pid(), plan.get(0).getBenchmark()));
                    watch(process, link, company, done);
                }
            }
            company.whole().forEach(done);
            return company.left();
        } finally {
            Scratch.delete(scratch);
        }
    }

    private void watch(ForkProcess process, ForkLink link, SharedJvm company, Consumer<JournalEntry> done)
            throws InterruptedException {
        while (process.alive() && link.state() != ForkLink.State.FINISHED && link.state() != ForkLink.State.BROKEN) {
            company.whole().forEach(done);
            double silent = company.silentSeconds();
            if (silent > company.patience()) {
                process.dumpThreads();
                process.kill();
                process.drain();
                company.hung(silent).ifPresent(done);
                return;
            }
            company.await(POLL_MILLIS);
        }
        process.ended(LEAVE_MILLIS);
        boolean left = !process.alive();
        process.end();
        process.drain();
        link.drain(LEAVE_MILLIS);
        company.whole().forEach(done);
        if (link.state() != ForkLink.State.FINISHED && !link.foreign()) {
            OptionalInt status = left ? OptionalInt.of(process.exitStatus()) : OptionalInt.empty();
            company.brokeOff(link, status).ifPresent(done);
        }
    }

    /** The classes of the first JVM serve all others whose cases were among its own. */
    private OwnClasses own(Launch launch, List<ForkJob> jobs) throws IOException {
        List<Target.Jmh> targets = targets(jobs);
        OwnClasses made = classes.get(launch.classPath());
        if (made == null || !made.covers(targets)) {
            Path jar = session.scratch().resolve("own-classes-" + jobs.get(0).order() + ".jar");
            made = OwnClasses.write(launch.classPath(), targets, jar);
            classes.put(launch.classPath(), made);
        }
        return made;
    }

    private static List<Target.Jmh> targets(List<ForkJob> jobs) {
        return jobs.stream().map(job -> (Target.Jmh) job.planned().target()).toList();
    }
}
