package dev.clnrm.bench.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.clnrm.bench.reach.ReachSummary;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The code that a run measured.
 *
 * @param sides the revisions of a run of two sides, by {@code base} and {@code head}; empty for a run of one side
 * @param checkedOut the revision of a run of one side; empty outside of a repository
 * @param reach the parts of the change that no case reaches; empty for a run of one side
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MeasuredCode(
        Map<String, CheckedOut> sides, Optional<CheckedOut> checkedOut, Optional<ReachSummary> reach) {
    public MeasuredCode {
        sides = Map.copyOf(sides);
    }

    /** Measured code whose sides are not compared with each other. */
    public MeasuredCode(Map<String, CheckedOut> sides, Optional<CheckedOut> checkedOut) {
        this(sides, checkedOut, Optional.empty());
    }

    public static MeasuredCode of(CheckedOut base, CheckedOut head) {
        return new MeasuredCode(Map.of(JournalEntry.BASE, base, JournalEntry.HEAD, head), Optional.empty());
    }

    /** The same with the parts of the change that no case reaches. */
    public MeasuredCode reaching(Optional<ReachSummary> summary) {
        return new MeasuredCode(sides, checkedOut, summary);
    }

    /** Whether two revisions were measured side by side. */
    public boolean twoSides() {
        return !sides.isEmpty();
    }

    public Optional<String> commit(String side) {
        return Optional.ofNullable(sides.get(side)).flatMap(CheckedOut::commit);
    }

    /** The revision of the head, or of the only side, if its commit is known. */
    public Optional<CheckedOut> head() {
        return Optional.ofNullable(sides.get(JournalEntry.HEAD))
                .filter(one -> one.commit().isPresent())
                .or(() -> checkedOut)
                .filter(CheckedOut::hasHash);
    }

    /** The revision of the base; an unknown base has the name of its side as its label. */
    CheckedOut base() {
        return Optional.ofNullable(sides.get(JournalEntry.BASE))
                .filter(one -> !one.shown().isEmpty())
                .orElseGet(() -> new CheckedOut(Optional.of(JournalEntry.BASE), Optional.empty(), false));
    }

    /** The label of a side: {@code main (3f2c1ab)}. */
    String label(String side) {
        return Optional.ofNullable(sides.get(side))
                .map(CheckedOut::shown)
                .filter(words -> !words.isEmpty())
                .orElse(side);
    }

    /** Only the commits of both sides, if they are possible hashes. */
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
