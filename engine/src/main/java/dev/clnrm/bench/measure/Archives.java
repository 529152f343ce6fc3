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
 * Class-data archives, one for each way to start forks: a first short fork writes an archive, and later forks start from it. An archive
 * contains parsed classes. Before JDK 21 it also records which methods the JVM that wrote it gave up compiling: a fork that starts from
 * the archive never compiles these methods. So the first fork only interprets, and gives up no method. Loading classes from an archive
 * calls no JDK methods, so the compiler sees fewer callers of those methods: {@code String.split} took 7 % longer. So forks are only
 * compared with forks that start in the same way.
 */
final class Archives {
    private static final int FIRST_JVM = 13;
    private static final int TRAINING = -1;

    /** The variable with JVM arguments that follow those of the command line and override {@code -Xint}. */
    private static final String LAST_WORD = "_JAVA_OPTIONS";

    /**
     * The time limit of a training fork, in seconds. Most training forks take one second. A benchmark with a long set-up takes a minute,
     * because such a fork interprets; saving a tenth of a second per fork is not worth a minute.
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
     * The start of a fork.
     *
     * @param launch the planned launch; its class path may have another order if the order makes no difference
     * @param arguments the JVM arguments for the archive
     */
    record Start(Launch launch, List<String> arguments) {
        Start {
            arguments = List.copyOf(arguments);
        }

        /** The start that plain JMH uses. */
        static Start plain(Launch launch) {
            return new Start(launch, List.of());
        }

        boolean archived() {
            return !arguments.isEmpty();
        }
    }

    /**
     * The start of a case's forks: from the archive of its launch, which the first call creates, or as planned if there can be no
     * archive.
     */
    Start startOf(PlannedCase planned, LinkForks forks) throws InterruptedException {
        Launch launch = planned.launch();
        Start known = made.get(launch);
        if (known == null) {
            known = make(planned, forks);
            made.put(launch, known);
        }
        return known;
    }

    /** Makes forks of these cases start in the same way: all from archives, or none from an archive if one case has none. */
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
        // A fork whose benchmark is in a folder fails, and its archive contains the classes of JMH that it has loaded
        // until then.
        Launch jars = JarsFirst.without(real.launch());
        ForkJob training = new ForkJob(real.with(jars, SHORTEST), JournalEntry.HEAD, 0, TRAINING, OptionalInt.of(0));
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
