package dev.clnrm.bench.samples;

import dev.clnrm.bench.model.CaseName;
import java.time.Instant;
import java.util.Optional;

/**
 * One fork of one case in the journal: the unit that is written, flushed and read back.
 *
 * @param name the case
 * @param side the revision: {@code head} if there is only one, else {@code base} or {@code head}
 * @param fork the fork's number within its case and side, from 0
 * @param order the fork's position among all forks of the run, from 0
 * @param started when its process was started
 * @param startupSeconds from the start of the process to its first iteration
 * @param company the number of cases that shared its JVM, one after the other; 1 for a separate JVM
 * @param samples its measurement
 * @param outcome how it ended
 * @param disturbance the disturbances from outside; empty if they were not recorded
 */
public record JournalEntry(
        CaseName name,
        String side,
        int fork,
        int order,
        Instant started,
        double startupSeconds,
        int company,
        ForkSamples samples,
        Outcome outcome,
        Optional<Disturbance> disturbance) {
    /** The side of a run that has only one. */
    public static final String HEAD = "head";

    /** The side against which a head is compared. */
    public static final String BASE = "base";

    /** A finished fork with only its samples. */
    public static JournalEntry finished(CaseName name, String side, int fork, ForkSamples samples) {
        return new JournalEntry(
                name, side, fork, fork, Instant.EPOCH, 0, 1, samples, new Outcome.Finished(), Optional.empty());
    }

    JournalEntry as(CaseName other, int number) {
        return new JournalEntry(
                other, side, number, order, started, startupSeconds, company, samples, outcome, disturbance);
    }

    /** The same fork with other values on another side. */
    public JournalEntry on(String other, ForkSamples values) {
        return new JournalEntry(
                name, other, fork, order, started, startupSeconds, company, values, outcome, disturbance);
    }

    public JournalEntry with(Outcome other) {
        return new JournalEntry(name, side, fork, order, started, startupSeconds, company, samples, other, disturbance);
    }

    /** Whether the fork gave all requested values. */
    public boolean finished() {
        return outcome instanceof Outcome.Finished;
    }

    /** Whether the fork was kept from the processor for too much of its time. */
    public boolean disturbed() {
        return disturbance.filter(Disturbance::disturbed).isPresent();
    }
}
