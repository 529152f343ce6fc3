package dev.clnrm.bench.run;

import dev.clnrm.bench.plan.Target;

/** Gives each kind of target to the runner that can run it. */
public final class Forks {
    private Forks() {}

    /** Real forks: JMH benchmarks in fresh JVMs, programs as processes. What a killed run left running is ended first. */
    public static ForkRunner real(Session session) {
        Leftovers.endOrphans();
        ForkRunner links = new LinkOrMain(new LinkForks(session, new Archives(session)), new MainForks(session));
        ForkRunner commands = new CommandForks(session);
        return (job, listener) -> job.planned().target() instanceof Target.Command
                ? commands.run(job, listener)
                : links.run(job, listener);
    }
}
