package dev.clnrm.bench.measure;

import dev.clnrm.bench.plan.Launch;
import dev.clnrm.bench.plan.OldJmh;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Target;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs real forks: programs as processes; JMH benchmarks in new JVMs over the link, or by their own main class if their JMH does not
 * support the link. If a JVM ends too soon, another one runs its remaining cases. Cases that cannot share a JVM get their own.
 */
public final class Forks implements ForkRunner {
    private final LinkForks links;
    private final MainForks mains;
    private final CommandForks commands;
    private final Set<Launch> withoutLink = new HashSet<>();
    private final Set<String> noted = new HashSet<>();

    private Forks(Session session) {
        this.links = new LinkForks(session, new Archives(session));
        this.mains = new MainForks(session);
        this.commands = new CommandForks(session);
    }

    /** Creates a runner for this machine. It first kills forks that a killed run left behind. */
    public static ForkRunner real(Session session) {
        Leftovers.endOrphans();
        return new Forks(session);
    }

    @Override
    public void startAlike(List<PlannedCase> compared) throws InterruptedException {
        List<PlannedCase> benchmarks = compared.stream()
                .filter(planned -> planned.target() instanceof Target.Jmh)
                .toList();
        if (benchmarks.stream().noneMatch(planned -> withoutLink.contains(planned.launch()))) {
            links.startAlike(benchmarks);
        }
    }

    @Override
    public void run(List<ForkJob> jobs, RunListener listener, Consumer<JournalEntry> done) throws InterruptedException {
        List<ForkJob> open = jobs;
        boolean together = jobs.stream()
                .noneMatch(job -> withoutLink.contains(job.planned().launch()));
        while (!open.isEmpty()) {
            if (together && open.size() > 1) {
                List<ForkJob> left = links.run(open, listener, done);
                together = left.size() < open.size();
                open = left;
            } else {
                alone(open.get(0), listener, done);
                open = open.subList(1, open.size());
            }
        }
    }

    private void alone(ForkJob job, RunListener listener, Consumer<JournalEntry> done) throws InterruptedException {
        Launch launch = job.planned().launch();
        listener.forkStarted(
                job.planned().name(), job.fork(), job.planned().effort().forks().min());
        if (job.planned().target() instanceof Target.Command) {
            done.accept(commands.run(job, listener));
            return;
        }
        if (!withoutLink.contains(launch)) {
            if (links.run(List.of(job), listener, done).isEmpty()) {
                return;
            }
            withoutLink.add(launch);
            if (noted.add(launch.jmhVersion())) {
                listener.noted(ownMain(launch));
            }
        }
        done.accept(mains.run(job));
    }

    /** Why the main class of a launch's own JMH runs its forks, what that costs, and what avoids it. */
    static String ownMain(Launch launch) {
        String runs =
                "JMH " + launch.jmhVersion() + " is not compatible with JMH 1.37; its own main class runs its forks";
        return OldJmh.isIn(launch)
                ? runs + ", with a second JVM for each"
                        + (OldJmh.pauseSeconds(launch) > 0 ? " and half a second more for each iteration" : "")
                        + ". To measure faster, raise the project's JMH to 1." + OldJmh.FIRST_NEWER + " or newer"
                : runs;
    }
}
