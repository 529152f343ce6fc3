package dev.clnrm.bench.measure;

import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Target;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Values;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Times programs as whole processes, from start to end. A fork here is a series of starts: one that does not count, followed by as many
 * as a fork has iterations.
 */
record CommandForks(Session session) {
    JournalEntry run(ForkJob job, RunListener listener) throws InterruptedException {
        PlannedCase planned = job.planned();
        Instant started = Instant.now();
        List<Double> seconds = new ArrayList<>();
        Outcome outcome = new Outcome.Finished();
        int wanted = planned.effort().iterations().count() + 1;
        try (ProcessLog log = new ProcessLog(session.logs().resolve("command-" + job.order() + ".log"))) {
            for (int i = 0; i < wanted && outcome instanceof Outcome.Finished; i++) {
                Timed timed = once(job, listener, log);
                outcome = timed.outcome;
                seconds.add(timed.seconds);
                listener.iterationEnded(planned.name(), i > 0, timed.seconds);
            }
        }
        Values all = Values.of(seconds.stream().mapToDouble(Double::doubleValue));
        boolean finished = outcome instanceof Outcome.Finished;
        return job.record(
                ForkJob.Course.since(started),
                finished
                        ? job.samples(all.slice(0, 1), all.slice(1, all.size()))
                        : job.samples(Values.NONE, Values.NONE),
                outcome);
    }

    /**
     * One start of the program.
     *
     * @param seconds the time from its start to its end, without the work before and after it; 0 if it failed
     */
    private record Timed(Outcome outcome, double seconds) {
        static Timed failed(Outcome outcome) {
            return new Timed(outcome, 0);
        }
    }

    private Timed once(ForkJob job, RunListener listener, ProcessLog log) throws InterruptedException {
        PlannedCase planned = job.planned();
        List<String> line = ((Target.Command) planned.target()).line();
        ForkFailure failure = new ForkFailure(session, job, log);
        try (ForkProcess process =
                ForkProcess.start(line, planned.launch(), session.scratch().resolve("home"), session, log)) {
            listener.processStarted(job.side(), process.pid());
            if (!process.ended(Math.round(session.timeoutSeconds() * 1000))) {
                process.kill();
                return Timed.failed(failure.stillRunning(session.timeoutSeconds()));
            }
            double seconds = process.secondsSinceStart();
            process.drain();
            int status = process.exitStatus();
            return status == 0
                    ? new Timed(new Outcome.Finished(), seconds)
                    : Timed.failed(failure.of(Outcome.Cause.EXITED, ended(log, status)));
        } catch (IOException e) {
            return Timed.failed(failure.notStarted("it could not be started: " + e.getMessage()));
        }
    }

    private static String ended(ProcessLog log, int status) {
        return "the program ended with status " + status
                + PrintedCause.ofEnd(log.tail())
                        .map(cause -> "; it last printed " + cause.message())
                        .orElse("");
    }
}
