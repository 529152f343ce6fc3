package dev.clnrm.bench.measure;

import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Warmup;
import dev.clnrm.bench.plan.Effort;
import dev.clnrm.bench.plan.Launch;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.samples.JournalEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Class-data archives, one for each way forks are started: a first short fork leaves one behind, and later forks start from it. An archive
 * holds parsed classes and, before JDK 21, of each method whether the JVM that wrote it gave up compiling it: a fork that starts from the
 * archive never compiles that method. So the first fork interprets, and has no compilation to give up. Classes from an archive call no JDK
 * methods to be loaded, and the compiler sees fewer callers of those: {@code String.split} took 7 % longer. So forks are compared with
 * forks that start alike.
 */
final class Archives {
    private static final int FIRST_JVM = 13;
    private static final int TRAINING = -1;

    /** The variable whose arguments a JVM puts behind those of its command line, where they undo {@code -Xint}. */
    private static final String LAST_WORD = "_JAVA_OPTIONS";

    /**
     * How long a training fork may take, in seconds. Most take one; a benchmark with a long set-up takes a minute, because such a fork
     * interprets, and a tenth of a second less a fork is not worth that.
     */
    private static final double TRAINING_SECONDS = 10;

    private static final Effort SHORTEST =
            new Effort(new Forks(1, 1), new Warmup.Fixed(0, 0.01), new Iterations(1, 0.01));

    private final Session session;
    private final double trainingSeconds;
    private final Map<Launch, Start> made = new HashMap<>();

    Archives(Session session) {
        this(session, TRAINING_SECONDS);
    }

    Archives(Session session, double trainingSeconds) {
        this.session = session;
        this.trainingSeconds = trainingSeconds;
    }

    /**
     * How a fork is started.
     *
     * @param launch as planned, its class path perhaps in another order, which makes no difference
     * @param arguments JVM arguments about an archive
     */
    record Start(Launch launch, List<String> arguments) {
        Start {
            arguments = List.copyOf(arguments);
        }

        /** As plain JMH starts it. */
        static Start plain(Launch launch) {
            return new Start(launch, List.of());
        }

        boolean archived() {
            return !arguments.isEmpty();
        }
    }

    /** How a fork of the case starts: from the archive of its launch, which is made at the first call, or as planned if none can be made. */
    Start startOf(PlannedCase planned, LinkForks forks) throws InterruptedException {
        Launch launch = planned.launch();
        Start known = made.get(launch);
        if (known == null) {
            known = make(planned, forks);
            made.put(launch, known);
        }
        return known;
    }

    /** Makes forks of these cases start alike: all from archives, or none if one of them has none. */
    void alike(List<PlannedCase> compared, LinkForks forks) throws InterruptedException {
        for (PlannedCase planned : compared) {
            if (!startOf(planned, forks).archived()) {
                compared.forEach(each -> made.put(each.launch(), Start.plain(each.launch())));
                return;
            }
        }
    }

    private Start make(PlannedCase real, LinkForks forks) throws InterruptedException {
        Start plain = Start.plain(real.launch());
        boolean none = !session.archives()
                || real.launch().jvm().feature() < FIRST_JVM
                || real.launch().env().contains(LAST_WORD);
        Optional<Launch> jarsFirst = none ? Optional.empty() : JarsFirst.of(real.launch());
        if (jarsFirst.isEmpty()) {
            return plain;
        }
        Path file = session.scratch().resolve("classes-" + made.size() + ".jsa");
        // A fork whose benchmark is in a folder fails, and leaves what it had loaded of JMH until then.
        Launch jars = JarsFirst.without(real.launch());
        PlannedCase brief = new PlannedCase(real.name(), real.mode(), real.target(), jars, SHORTEST);
        ForkJob training = new ForkJob(brief, JournalEntry.HEAD, 0, TRAINING, OptionalInt.of(0));
        List<String> arguments = List.of("-Xint", "-XX:ArchiveClassesAtExit=" + file, "-Xlog:disable", "-Xlog:all=off");
        boolean whole = forks.train(training, new Start(jars, arguments), trainingSeconds);
        return whole && Files.exists(file)
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
