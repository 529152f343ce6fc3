package dev.clnrm.bench.samples;

import dev.clnrm.bench.model.CaseName;
import java.time.Instant;
import java.util.Optional;

/**
 * One fork of one case as the journal keeps it: the unit that is written, flushed and read back.
 *
 * @param name the case
 * @param side which revision: {@code head} if there is only one, else {@code base} or {@code head}
 * @param fork the fork's number within its case and side, from 0
 * @param order the fork's place among all forks of the run, from 0
 * @param started when its process was started
 * @param startupSeconds from the start of the process to its first iteration
 * @param company how many cases shared its JVM, one after the other; 1: it had the JVM to itself
 * @param samples what it measured
 * @param outcome how it ended
 * @param disturbance what kept it from the processor; absent if nothing watched it
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

    /** The side that a head is compared with. */
    public static final String BASE = "base";

    /** A finished fork of which nothing is known but its samples. */
    public static JournalEntry finished(CaseName name, String side, int fork, ForkSamples samples) {
        return new JournalEntry(
                name, side, fork, fork, Instant.EPOCH, 0, 1, samples, new Outcome.Finished(), Optional.empty());
    }

    /** The same fork as that of another case and number. */
    JournalEntry as(CaseName other, int number) {
        return new JournalEntry(
                other, side, number, order, started, startupSeconds, company, samples, outcome, disturbance);
    }

    /** The same fork with another outcome. */
    public JournalEntry with(Outcome other) {
        return new JournalEntry(name, side, fork, order, started, startupSeconds, company, samples, other, disturbance);
    }

    /** Whether the fork gave every value asked for. */
    public boolean finished() {
        return outcome instanceof Outcome.Finished;
    }

    /** Whether something else kept it from the processor for too much of its time. */
    public boolean disturbed() {
        return disturbance.filter(Disturbance::disturbed).isPresent();
    }
}
