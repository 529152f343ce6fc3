package dev.clnrm.bench.measure;

import dev.clnrm.bench.plan.Launch;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Forks over the link; where a launch's JMH turns out not to speak it, by its own main class from then on. */
final class LinkOrMain implements ForkRunner {
    private final LinkForks links;
    private final ForkRunner mains;
    private final Set<Launch> speechless = new HashSet<>();

    LinkOrMain(LinkForks links, ForkRunner mains) {
        this.links = links;
        this.mains = mains;
    }

    @Override
    public void startAlike(List<PlannedCase> compared) throws InterruptedException {
        if (compared.stream().noneMatch(planned -> speechless.contains(planned.launch()))) {
            links.startAlike(compared);
        }
    }

    @Override
    public JournalEntry run(ForkJob job, RunListener listener) throws InterruptedException {
        Launch launch = job.planned().launch();
        if (!speechless.contains(launch)) {
            JournalEntry result = links.run(job, listener);
            if (!links.foreign(job)) {
                return result;
            }
            speechless.add(launch);
            listener.noted("JMH " + launch.jmhVersion() + " does not speak the link of JMH 1.37;"
                    + " its forks are run by its own main class");
        }
        return mains.run(job, listener);
    }
}
