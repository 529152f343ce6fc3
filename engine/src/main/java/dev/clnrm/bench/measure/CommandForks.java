package dev.clnrm.bench.measure;

import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Target;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Values;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Times programs as whole processes, from start to end. What is a fork elsewhere is a series here: one start that does not count, then as many
 * as a fork has iterations.
 */
final class CommandForks implements ForkRunner {
    private final Session session;

    CommandForks(Session session) {
        this.session = session;
    }

    @Override
    public JournalEntry run(ForkJob job, RunListener listener) throws InterruptedException {
        PlannedCase planned = job.planned();
        Instant started = Instant.now();
        List<Double> seconds = new ArrayList<>();
        Outcome outcome = new Outcome.Finished();
        int wanted = planned.effort().iterations().count() + 1;
        try (ForkLog log = new ForkLog(session.logs().resolve("command-" + job.order() + ".log"))) {
            for (int i = 0; i < wanted && outcome instanceof Outcome.Finished; i++) {
                long begin = System.nanoTime();
                outcome = once(job, log);
                double taken = (System.nanoTime() - begin) / 1e9;
                seconds.add(taken);
                listener.iterationEnded(planned.name(), i > 0, taken);
            }
        }
        Values all = Values.of(seconds.stream().mapToDouble(Double::doubleValue));
        boolean whole = outcome instanceof Outcome.Finished;
        return new JournalEntry(
                planned.name(),
                job.side(),
                job.fork(),
                job.order(),
                started,
                0,
                1,
                new ForkSamples(
                        planned.mode(),
                        1,
                        0,
                        whole ? all.slice(0, 1) : Values.NONE,
                        true,
                        whole ? all.slice(1, all.size()) : Values.NONE,
                        List.of(),
                        Map.of(),
                        Map.of()),
                outcome,
                Optional.empty());
    }

    private Outcome once(ForkJob job, ForkLog log) throws InterruptedException {
        PlannedCase planned = job.planned();
        List<String> line = ((Target.Command) planned.target()).line();
        try (ForkProcess process = ForkProcess.start(
                line,
                planned.launch().directory(),
                session.scratch().resolve("home"),
                session.environment(),
                planned.launch().env(),
                log)) {
            if (!process.ended(Math.round(session.timeoutSeconds() * 1000))) {
                process.kill();
                return failed(
                        job,
                        log,
                        Outcome.Cause.HUNG,
                        String.format(
                                Locale.ROOT, "still running after %.0f s, so it was killed", session.timeoutSeconds()));
            }
            process.drain();
            int status = process.exitStatus();
            return status == 0 ? new Outcome.Finished() : failed(job, log, Outcome.Cause.EXITED, ended(log, status));
        } catch (IOException e) {
            return failed(job, log, Outcome.Cause.NOT_STARTED, "it could not be started: " + e.getMessage());
        }
    }

    private static String ended(ForkLog log, int status) {
        return "the program ended with status " + status
                + PrintedCause.ofEnd(log.tail())
                        .map(cause -> "; it last printed " + cause.message())
                        .orElse("");
    }

    private Outcome failed(ForkJob job, ForkLog log, Outcome.Cause cause, String message) {
        return new Outcome.Failed(
                cause,
                message,
                log.lastLines(),
                session.repeatCommand().apply(job.planned().name()),
                log.name());
    }
}
