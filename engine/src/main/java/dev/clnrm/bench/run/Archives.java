package dev.clnrm.bench.run;

import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Warmup;
import dev.clnrm.bench.plan.Effort;
import dev.clnrm.bench.plan.Launch;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.samples.ForkRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Class-data archives, one for each way forks are started: a first short fork leaves one behind, and later forks start from it. An archive
 * holds parsed classes and nothing about how code ran, so it changes when a fork starts and not what it measures.
 */
final class Archives {
    private static final int FIRST_JVM = 13;
    private static final int TRAINING = -1;
    private static final Effort SHORTEST =
            new Effort(new Forks(1, 1), new Warmup.Fixed(0, 0.01), new Iterations(1, 0.01));

    private final Session session;
    private final Map<Launch, List<String>> made = new HashMap<>();

    Archives(Session session) {
        this.session = session;
    }

    /** JVM arguments that use the archive of the job's launch, made now if need be; none where it cannot be made. */
    List<String> argumentsFor(ForkJob job, LinkForks forks) throws InterruptedException {
        Launch launch = job.planned().launch();
        if (launch.jvm().feature() < FIRST_JVM) {
            return List.of();
        }
        List<String> known = made.get(launch);
        if (known == null) {
            known = make(job, forks);
            made.put(launch, known);
        }
        return known;
    }

    /** Whether a fork only leaves an archive behind. */
    boolean training(ForkJob job) {
        return job.order() == TRAINING;
    }

    private List<String> make(ForkJob job, LinkForks forks) throws InterruptedException {
        Path file = session.scratch().resolve("classes-" + made.size() + ".jsa");
        PlannedCase real = job.planned();
        PlannedCase brief = new PlannedCase(real.name(), real.mode(), real.target(), real.launch(), SHORTEST);
        ForkJob training = new ForkJob(brief, job.side(), 0, TRAINING, OptionalInt.of(0));
        List<String> arguments = List.of("-XX:ArchiveClassesAtExit=" + file, "-Xlog:disable", "-Xlog:all=off");
        ForkRecord result = forks.run(training, Silent.LISTENER, arguments);
        return result.finished() && Files.exists(file)
                ? List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto", "-Xlog:cds=off", "-Xlog:class+path=off")
                : List.of();
    }
}
