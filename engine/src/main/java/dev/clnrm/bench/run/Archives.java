package dev.clnrm.bench.run;

import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Warmup;
import dev.clnrm.bench.plan.Effort;
import dev.clnrm.bench.plan.Launch;
import dev.clnrm.bench.plan.PlannedCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Class-data archives, one for each way forks are started: a first short fork leaves one behind, and later forks start from it. An archive
 * holds parsed classes and nothing about how code ran. But classes that are loaded from one call no JDK methods to be loaded, and the
 * compiler sees fewer callers of those: {@code String.split} took 7 % longer. So forks are compared with forks that start alike.
 */
final class Archives {
    private static final int FIRST_JVM = 13;
    private static final int TRAINING = -1;
    private static final Effort SHORTEST =
            new Effort(new Forks(1, 1), new Warmup.Fixed(0, 0.01), new Iterations(1, 0.01));

    private final Session session;
    private final Map<Launch, Start> made = new HashMap<>();

    Archives(Session session) {
        this.session = session;
    }

    /**
     * How a fork is started.
     *
     * @param launch as planned, its class path perhaps in another order that nobody can tell
     * @param arguments JVM arguments about an archive
     */
    record Start(Launch launch, List<String> arguments) {
        Start {
            arguments = List.copyOf(arguments);
        }
    }

    /** How the job's fork starts from the archive of its launch, made now if need be; as planned where none can be made. */
    Start startOf(ForkJob job, LinkForks forks) throws InterruptedException {
        Launch launch = job.planned().launch();
        Start known = made.get(launch);
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

    private Start make(ForkJob job, LinkForks forks) throws InterruptedException {
        PlannedCase real = job.planned();
        Start plain = new Start(real.launch(), List.of());
        boolean none = !session.archives() || real.launch().jvm().feature() < FIRST_JVM;
        Optional<Launch> jarsFirst = none ? Optional.empty() : JarsFirst.of(real.launch());
        if (jarsFirst.isEmpty()) {
            return plain;
        }
        Path file = session.scratch().resolve("classes-" + made.size() + ".jsa");
        // A fork whose benchmark is in a folder fails, and leaves what it had loaded of JMH until then.
        Launch jars = JarsFirst.without(real.launch());
        PlannedCase brief = new PlannedCase(real.name(), real.mode(), real.target(), jars, SHORTEST);
        ForkJob training = new ForkJob(brief, job.side(), 0, TRAINING, OptionalInt.of(0));
        List<String> arguments = List.of("-XX:ArchiveClassesAtExit=" + file, "-Xlog:disable", "-Xlog:all=off");
        forks.run(training, Silent.LISTENER, new Start(jars, arguments));
        return Files.exists(file)
                ? new Start(
                        jarsFirst.get(),
                        List.of(
                                "-XX:SharedArchiveFile=" + file,
                                "-Xshare:auto",
                                "-Xlog:cds=off",
                                "-Xlog:class+path=off"))
                : plain;
    }
}
