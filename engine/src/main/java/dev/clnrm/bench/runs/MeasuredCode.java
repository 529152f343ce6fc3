package dev.clnrm.bench.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.clnrm.bench.reach.ReachSummary;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which code a run measured.
 *
 * @param sides the revisions of a run of two sides, by {@code base} and {@code head}; empty for a run of one
 * @param checkedOut the revision of a run of one side; absent outside of a repository
 * @param reach what of the change no case reaches; absent in a run of one side
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MeasuredCode(
        Map<String, CheckedOut> sides, Optional<CheckedOut> checkedOut, Optional<ReachSummary> reach) {
    public MeasuredCode {
        sides = Map.copyOf(sides);
    }

    /** One whose sides are not compared by their code. */
    public MeasuredCode(Map<String, CheckedOut> sides, Optional<CheckedOut> checkedOut) {
        this(sides, checkedOut, Optional.empty());
    }

    /** Two revisions. */
    public static MeasuredCode of(CheckedOut base, CheckedOut head) {
        return new MeasuredCode(Map.of(JournalEntry.BASE, base, JournalEntry.HEAD, head), Optional.empty());
    }

    /** The same with what of the change no case reaches. */
    public MeasuredCode reaching(Optional<ReachSummary> summary) {
        return new MeasuredCode(sides, checkedOut, summary);
    }

    /** Whether two revisions were measured side by side. */
    public boolean twoSides() {
        return !sides.isEmpty();
    }

    /** The commit of one of two sides. */
    public Optional<String> commit(String side) {
        return Optional.ofNullable(sides.get(side)).flatMap(CheckedOut::commit);
    }

    /** What was measured as the head, or as the only side, if its commit is known. */
    public Optional<CheckedOut> head() {
        return Optional.ofNullable(sides.get(JournalEntry.HEAD))
                .filter(one -> one.commit().isPresent())
                .or(() -> checkedOut)
                .filter(CheckedOut::hasHash);
    }

    /** What the head was measured beside; a base of which nothing is known is called by its side. */
    CheckedOut base() {
        return Optional.ofNullable(sides.get(JournalEntry.BASE))
                .filter(one -> !one.shown().isEmpty())
                .orElseGet(() -> new CheckedOut(Optional.of(JournalEntry.BASE), Optional.empty(), false));
    }

    /** What the run called a side: {@code main (3f2c1ab)}. */
    String label(String side) {
        return Optional.ofNullable(sides.get(side))
                .map(CheckedOut::shown)
                .filter(words -> !words.isEmpty())
                .orElse(side);
    }

    /** Of what is said of both sides only the commits, as far as they can be commits. */
    MeasuredCode commitsOnly() {
        Map<String, CheckedOut> commits = new HashMap<>();
        for (String side : List.of(JournalEntry.BASE, JournalEntry.HEAD)) {
            Optional.ofNullable(sides.get(side))
                    .filter(CheckedOut::hasHash)
                    .ifPresent(one -> commits.put(side, new CheckedOut(Optional.empty(), one.commit(), false)));
        }
        return new MeasuredCode(commits, Optional.empty(), reach);
    }
}
