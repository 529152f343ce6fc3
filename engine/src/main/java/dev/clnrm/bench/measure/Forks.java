package dev.clnrm.bench.measure;

import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Target;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.List;
import java.util.function.Consumer;

/** Gives each kind of target to the runner that can run it. */
public final class Forks implements ForkRunner {
    private final ForkRunner links;
    private final ForkRunner commands;
    private final SharedForks shared;

    private Forks(Session session) {
        this.links = new LinkOrMain(new LinkForks(session, new Archives(session)), new MainForks(session));
        this.commands = new CommandForks(session);
        this.shared = new SharedForks(session, links);
    }

    /** Real forks: JMH benchmarks in fresh JVMs, programs as processes. What a killed run left running is ended first. */
    public static ForkRunner real(Session session) {
        Leftovers.endOrphans();
        return new Forks(session);
    }

    @Override
    public void startAlike(List<PlannedCase> compared) throws InterruptedException {
        links.startAlike(compared.stream()
                .filter(planned -> planned.target() instanceof Target.Jmh)
                .toList());
    }

    @Override
    public JournalEntry run(ForkJob job, RunListener listener) throws InterruptedException {
        return job.planned().target() instanceof Target.Command
                ? commands.run(job, listener)
                : links.run(job, listener);
    }

    @Override
    public void runTogether(List<ForkJob> jobs, RunListener listener, Consumer<JournalEntry> done)
            throws InterruptedException {
        if (jobs.size() > 1) {
            shared.run(jobs, listener, done);
        } else {
            ForkRunner.super.runTogether(jobs, listener, done);
        }
    }
}
