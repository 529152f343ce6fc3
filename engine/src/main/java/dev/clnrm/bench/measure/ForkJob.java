package dev.clnrm.bench.measure;

import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Target;
import dev.clnrm.bench.samples.Disturbance;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Values;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One fork to run.
 *
 * @param planned the case
 * @param side the revision
 * @param fork its number within its case and side, from 0
 * @param order its position among all forks of the run, from 0
 * @param warmups the number of iterations that do not count; if empty, this fork settles it for its case
 */
public record ForkJob(PlannedCase planned, String side, int fork, int order, OptionalInt warmups) {
    /**
     * The course of a fork.
     *
     * @param started when its process was started
     * @param startupSeconds the time from its start to the first iteration
     * @param sharedBy how many cases its JVM measures
     * @param disturbance the processor time that other work took from it
     */
    record Course(Instant started, double startupSeconds, int sharedBy, Optional<Disturbance> disturbance) {
        /** The course of a fork without startup time and disturbance. */
        static Course since(Instant started) {
            return new Course(started, 0, 1, Optional.empty());
        }
    }

    JournalEntry record(Course course, ForkSamples gave, Outcome outcome) {
        return new JournalEntry(
                planned.name(),
                side,
                fork,
                order,
                course.started(),
                course.startupSeconds(),
                course.sharedBy(),
                gave,
                outcome,
                course.disturbance());
    }

    /** Samples that are steady, without secondary values. */
    ForkSamples samples(Values warmup, Values values) {
        return new ForkSamples(
                planned.mode(),
                planned.target().threads(),
                iterationSeconds(),
                warmup,
                true,
                values,
                List.of(),
                Map.of(),
                Map.of());
    }

    /** The planned duration of an iteration; 0 for single shots and programs. */
    double iterationSeconds() {
        return planned.mode() == Mode.SINGLE_SHOT || planned.target() instanceof Target.Command
                ? 0
                : planned.effort().iterations().seconds();
    }

    /** The planned duration of the longest iteration, of the warm-up or measured; 0 for single shots and programs. */
    double longestIterationSeconds() {
        double measured = iterationSeconds();
        return measured > 0 ? Math.max(measured, planned.effort().warmupIterationSeconds()) : 0;
    }
}
