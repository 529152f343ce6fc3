package dev.clnrm.bench.measure;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Warmup;
import dev.clnrm.bench.plan.Effort;
import dev.clnrm.bench.plan.Launch;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Target;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Values;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Forks that end at once as the script says: without a script they finish, and settle a warm-up of seven iterations. */
final class ScriptedForks implements ForkRunner {
    static final int SETTLED = 7;

    private final List<ForkJob> jobs = new ArrayList<>();
    private final List<Integer> alike = new ArrayList<>();
    private Script script = (job, listener) -> finished(job);

    /** What happens to a fork. */
    @FunctionalInterface
    interface Script {
        JournalEntry run(ForkJob job, RunListener listener) throws InterruptedException;
    }

    /** What happens to each fork from now on. */
    ScriptedForks then(Script next) {
        script = next;
        return this;
    }

    @Override
    public void run(List<ForkJob> wanted, RunListener listener, Consumer<JournalEntry> done)
            throws InterruptedException {
        for (ForkJob job : wanted) {
            jobs.add(job);
            done.accept(script.run(job, listener));
        }
    }

    @Override
    public void startAlike(List<PlannedCase> compared) {
        alike.add(jobs.size());
    }

    /** How many forks had been asked for each time some were to start alike. */
    List<Integer> alike() {
        return List.copyOf(alike);
    }

    /** The forks asked for, in order. */
    List<ForkJob> jobs() {
        return List.copyOf(jobs);
    }

    /** The forks asked for as {@code a0, b0, a1}. */
    List<String> order() {
        return jobs.stream()
                .map(job -> job.planned().name().benchmark() + job.fork())
                .toList();
    }

    static JournalEntry finished(ForkJob job) {
        return record(job, job.warmups().orElse(SETTLED), new Outcome.Finished());
    }

    static JournalEntry failed(ForkJob job) {
        return record(job, 0, new Outcome.Failed(Outcome.Cause.THREW, "no luck", List.of(), ""));
    }

    private static JournalEntry record(ForkJob job, int warmups, Outcome outcome) {
        boolean finished = outcome instanceof Outcome.Finished;
        return new JournalEntry(
                job.planned().name(),
                job.side(),
                job.fork(),
                job.order(),
                Instant.EPOCH,
                0.25,
                1,
                new ForkSamples(
                        job.planned().mode(),
                        1,
                        0.1,
                        Values.of(IntStream.range(0, warmups).mapToDouble(i -> 2e-6)),
                        true,
                        finished ? Values.of(1e-6, 1e-6) : Values.NONE,
                        List.of(),
                        Map.of(),
                        Map.of()),
                outcome,
                Optional.empty());
    }

    /** A plan of cases with these names, each with {@code min} to {@code max} forks and an adaptive warm-up. */
    static Plan plan(long seed, int min, int max, String... names) {
        return new Plan(
                List.of(names).stream()
                        .map(name -> planned(name, new Forks(min, max)))
                        .toList(),
                seed,
                Optional.empty());
    }

    static PlannedCase planned(String name, Forks forks) {
        Launch launch = new Launch(new ClassPath(List.of()), Jvm.own(), List.of(), List.of(), Path.of(""), "1.37");
        Effort effort = new Effort(forks, new Warmup.Adaptive(1), new Iterations(2, 0.1));
        return new PlannedCase(name(name), Mode.AVERAGE, new Target.Command(List.of("true")), launch, effort);
    }

    static CaseName name(String benchmark) {
        return new CaseName("scripted", benchmark, Map.of());
    }
}
