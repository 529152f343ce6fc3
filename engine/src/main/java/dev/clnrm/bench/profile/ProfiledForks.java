package dev.clnrm.bench.profile;

import dev.clnrm.bench.fork.internal.Retained;
import dev.clnrm.bench.measure.ForkJob;
import dev.clnrm.bench.measure.ForkRunner;
import dev.clnrm.bench.measure.Forks;
import dev.clnrm.bench.measure.RunListener;
import dev.clnrm.bench.measure.Session;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Warmup;
import dev.clnrm.bench.plan.Effort;
import dev.clnrm.bench.plan.Launch;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Target;
import dev.clnrm.bench.profile.Retention.Held;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs profiled forks of a case. Their times are discarded, because a profiler disturbs them. */
public final class ProfiledForks {
    private static final double ITERATION_SECONDS = 0.5;

    /** The warm-up: most code is compiled by then. What is compiled later is in the profile. */
    private static final double WARMUP_SECONDS = 2;

    private final Session session;
    private final ForkRunner forks;
    private final Profiler profiler;
    private final double seconds;
    private int next;

    private ProfiledForks(Session session, Profiler profiler, double seconds) {
        this.session = session;
        this.forks = Forks.real(session);
        this.profiler = profiler;
        this.seconds = seconds;
    }

    /**
     * Forks on this machine.
     *
     * @param plan the cases of which some are profiled
     * @param seconds how long each fork is profiled after its warm-up; single shots take as long as they need
     */
    public static ProfiledForks of(Session session, Plan plan, double seconds) throws IOException {
        Set<Path> jvms = Stream.concat(plan.cases().stream(), plan.ofBase().cases().stream())
                .map(one -> one.launch().jvm().launcher())
                .collect(Collectors.toSet());
        Path folder = session.scratch().resolve("profiler");
        return new ProfiledForks(session, Profiler.of(folder, jvms, session.environment()), seconds);
    }

    public String profiler() {
        return profiler.name();
    }

    /** The resources that the forks share with others of the run. */
    Session session() {
        return session;
    }

    /** A fork that cannot be profiled, with the reason. */
    public static final class NotProfiled extends Exception {
        NotProfiled(String why) {
            super(why);
        }
    }

    /**
     * Runs a fork under the profiler.
     *
     * @param side the revision
     * @param recording the file of the recording, in the format of the Flight Recorder
     * @throws NotProfiled if the fork failed or nothing was recorded
     */
    public Profile run(PlannedCase planned, String side, Path recording, RunListener listener)
            throws NotProfiled, InterruptedException {
        Fork fork = fork(planned, side, seconds, profiler.arguments(recording.toAbsolutePath()), listener);
        if (!Files.isRegularFile(recording)) {
            throw new NotProfiled(profiler.name() + " recorded nothing; logs of the fork: " + session.logs());
        }
        try {
            ForkSamples samples = fork.samples;
            double warmup = samples.warmup().size() * samples.iterationSeconds();
            return Recording.read(recording, profiler, planned.launch().classPath(), warmup)
                    .holding(fork.held);
        } catch (IOException e) {
            throw new NotProfiled("the recording cannot be read: " + e.getMessage());
        }
    }

    /** Runs a fork without a profiler until its code is compiled, and returns the memory that its inputs hold then. */
    Optional<Held> warmUp(PlannedCase planned, String side) throws NotProfiled, InterruptedException {
        return fork(planned, side, ITERATION_SECONDS, List.of(), RunListener.SILENT).held;
    }

    /**
     * A finished fork.
     *
     * @param samples its measurement
     * @param held the memory that its inputs held at the end; empty if not reported
     */
    private record Fork(ForkSamples samples, Optional<Held> held) {}

    private Fork fork(PlannedCase planned, String side, double lasting, List<String> further, RunListener listener)
            throws NotProfiled, InterruptedException {
        if (planned.target() instanceof Target.Command) {
            throw new NotProfiled("it is a program, and only benchmarks in a JVM are profiled");
        }
        Path retained = session.scratch().resolve("retained-" + next);
        Launch launch = planned.launch().andJvmArgs(further).andJvmArgs(List.of("-D" + Retained.FILE + "=" + retained));
        PlannedCase watched = planned.with(launch, effort(planned, lasting));
        List<JournalEntry> gave = new ArrayList<>();
        forks.run(List.of(new ForkJob(watched, side, 0, next++, OptionalInt.empty())), listener, gave::add);
        JournalEntry fork = gave.get(0);
        if (fork.outcome() instanceof Outcome.Failed failed) {
            throw new NotProfiled("its fork failed: " + failed.message());
        }
        return new Fork(fork.samples(), Held.read(retained, fork.samples()));
    }

    private static Effort effort(PlannedCase planned, double seconds) {
        if (planned.mode() == Mode.SINGLE_SHOT) {
            return planned.effort();
        }
        int iterations = (int) Math.max(1, Math.round(seconds / ITERATION_SECONDS));
        return new Effort(
                new dev.clnrm.bench.model.Forks(1, 1),
                new Warmup.Fixed((int) Math.round(WARMUP_SECONDS / ITERATION_SECONDS), ITERATION_SECONDS),
                new Iterations(iterations, ITERATION_SECONDS));
    }
}
