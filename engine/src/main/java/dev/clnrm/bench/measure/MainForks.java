package dev.clnrm.bench.measure;

import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.os.Scratch;
import dev.clnrm.bench.plan.OldJmh;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Target;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.JmhJson;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Runs forks by the measured code's own JMH main class, one fork at a time, for a JMH version that does not support the link. Values
 * arrive only at the end, so the warm-up has a fixed length. It runs in a few long iterations; a record counts it in iterations of the
 * measured length.
 */
record MainForks(Session session) {
    /** A generous time for starting and ending two JVMs, in seconds. */
    private static final double AROUND_SECONDS = 30;

    /** The arguments of the host, which only starts the measured JVM and collects its values. */
    private static final List<String> HOST = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final String NEWER = "raise the project's JMH to 1." + OldJmh.FIRST_NEWER + " or newer";

    /** The first release in which JMH before 1.22 needs an opened module to find the console's encoding. */
    private static final int FIRST_WITH_MODULES = 9;

    JournalEntry run(ForkJob job) throws InterruptedException {
        Path scratch = session.scratch().resolve("main-" + job.order());
        Path result = scratch.resolve("result.json");
        ForkJob.Course course = ForkJob.Course.since(Instant.now());
        PlannedCase planned = job.planned();
        int warmups = job.warmups().orElse((int) Math.round(
                OldJmh.warmupSeconds(planned.effort()) / planned.effort().warmupIterationSeconds()));
        try (ProcessLog log = new ProcessLog(session.logs().resolve("fork-" + job.order() + ".log"))) {
            ForkFailure failure = new ForkFailure(session, job, log);
            Outcome outcome;
            try {
                Files.createDirectories(scratch);
                List<String> command = command(planned, scratch, result, warmups);
                try (ForkProcess process =
                        ForkProcess.start(command, planned.launch(), scratch.resolve("home"), session, log)) {
                    outcome = watch(process, planned, failure, warmups);
                }
            } catch (IOException e) {
                outcome = failure.notStarted("it could not be started: " + e.getMessage());
            }
            Optional<ForkSamples> fork = outcome instanceof Outcome.Finished ? read(result) : Optional.empty();
            if (outcome instanceof Outcome.Finished && fork.isEmpty()) {
                outcome = failure.of(Outcome.Cause.THREW, "JMH succeeded but wrote no result");
            }
            ForkSamples none = job.samples(Values.NONE, Values.NONE);
            return job.record(course, fork.map(one -> gave(job, one, warmups)).orElse(none), outcome);
        } finally {
            Scratch.delete(scratch);
        }
    }

    private Outcome watch(ForkProcess process, PlannedCase planned, ForkFailure failure, int warmups)
            throws InterruptedException {
        double seconds = warmups * planned.effort().warmupIterationSeconds()
                + planned.effort().measuredSeconds();
        double pauses = OldJmh.pauseSeconds(planned.launch())
                * (OldJmh.WARMUPS + planned.effort().iterations().count());
        double patience = AROUND_SECONDS + 2 * (seconds + pauses) + session.timeoutSeconds();
        if (!process.ended(Math.round(patience * 1000))) {
            process.kill();
            return failure.stillRunning(patience);
        }
        process.drain();
        int status = process.exitStatus();
        return status == 0 ? new Outcome.Finished() : failure.ofMain("JMH ended with status " + status);
    }

    private static Optional<ForkSamples> read(Path file) {
        try {
            return JmhJson.read(file).stream()
                    .findFirst()
                    .map(result -> result.samples().forks().get(0))
                    .map(JournalEntry::samples)
                    .filter(fork -> !fork.values().isEmpty());
        } catch (UnreadableFileException e) {
            return Optional.empty();
        }
    }

    private static ForkSamples gave(ForkJob job, ForkSamples fork, int warmups) {
        double[] unknown = new double[warmups];
        Arrays.fill(unknown, Double.NaN);
        return new ForkSamples(
                fork.mode(),
                fork.threads(),
                job.iterationSeconds(),
                Values.of(unknown),
                true,
                fork.values(),
                fork.histograms(),
                fork.secondary(),
                fork.units());
    }

    /**
     * The command of JMH's main class, whose JVM is the host of the measured one.
     *
     * @throws IOException if JMH would read an argument as another one
     */
    static List<String> command(PlannedCase planned, Path scratch, Path result, int warmups) throws IOException {
        Target.Jmh target = (Target.Jmh) planned.target();
        double seconds = planned.effort().iterations().seconds();
        int passes = planned.mode() == Mode.SINGLE_SHOT ? warmups : Math.min(warmups, OldJmh.WARMUPS);
        double warmupSeconds = warmups * planned.effort().warmupIterationSeconds();
        List<String> command =
                ForkCommand.jvm(planned.launch().withJvmArgs(HOST), scratch, List.of(), scratch.resolve("crash.log"));
        if (planned.launch().jvm().feature() >= FIRST_WITH_MODULES) {
            command.addAll(List.of("--add-opens", "java.base/java.io=ALL-UNNAMED"));
        }
        command.addAll(List.of(
                "-Djmh.ignoreLock=true",
                "-cp",
                planned.launch().classPath().argument(),
                "org.openjdk.jmh.Main",
                "^" + Pattern.quote(target.benchmark()) + "$"));
        command.addAll(List.of("-f", "1", "-foe", "true", "-tu", "s", "-prof", "gc"));
        command.addAll(List.of("-bm", planned.mode().jmhName(), "-t", Integer.toString(target.threads())));
        command.addAll(List.of("-wi", Integer.toString(passes), "-w", millis(warmupSeconds / Math.max(1, passes))));
        command.addAll(
                List.of("-i", Integer.toString(planned.effort().iterations().count()), "-r", millis(seconds)));
        command.addAll(List.of("-rf", "json", "-rff", result.toString()));
        command.addAll(List.of("-jvmArgs", quoted(planned.launch().jvmArgs())));
        for (Map.Entry<String, String> parameter : target.parameters().entrySet()) {
            if (parameter.getValue().contains(",")) {
                throw new IOException("JMH splits the value `" + parameter.getValue() + "` of the parameter "
                        + parameter.getKey() + " at its comma; " + NEWER);
            }
            command.addAll(List.of("-p", parameter.getKey() + "=" + parameter.getValue()));
        }
        if (planned.mode() == Mode.SINGLE_SHOT) {
            command.addAll(List.of("-bs", Integer.toString(target.batchSize())));
        }
        return command;
    }

    /** JVM arguments in one text: JMH splits it at spaces outside of double quotes, and drops the quotes. */
    private static String quoted(List<String> jvmArgs) throws IOException {
        List<String> quoted = new ArrayList<>();
        for (String arg : jvmArgs) {
            if (arg.contains("\"")) {
                throw new IOException("JMH drops the double quotes of the JVM argument `" + arg + "`; " + NEWER);
            }
            quoted.add(arg.contains(" ") ? '"' + arg + '"' : arg);
        }
        return String.join(" ", quoted);
    }

    private static String millis(double seconds) {
        return Math.max(1, Math.round(seconds * 1000)) + "ms";
    }
}
