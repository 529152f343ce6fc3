package dev.clnrm.bench.report;

import dev.clnrm.bench.reach.ReachSummary;
import java.util.List;
import java.util.Optional;

/**
 * The code and the cases that a change does not reach.
 *
 * @param unreached the changed code that no case reaches; empty if unknown
 * @param omitted the cases that were not measured, because the change does not reach them
 * @param claimed whether this comes from an untrusted run and is not checked
 */
public record ReachFacts(Optional<ReachSummary> unreached, List<String> omitted, boolean claimed) {
    public static final ReachFacts NONE = new ReachFacts(Optional.empty(), List.of(), false);

    public ReachFacts {
        omitted = List.copyOf(omitted);
    }

    /** The changed code that no case reaches, if there is any. */
    public Optional<ReachSummary> some() {
        return unreached.filter(one -> one.unreached() > 0);
    }

    /** {@code 3 of 14 changed methods}, with its origin if it is not checked; empty if every method is reached. */
    public Optional<String> count() {
        String by = claimed ? ", as the run of the pull request says" : "";
        return some().map(one -> one.unreached() + " of " + Counts.count(one.methods(), "changed method") + by);
    }

    /** {@code no benchmark reaches 3 of 14 changed methods}; empty if every method is reached. */
    public Optional<String> sentence() {
        return count().map(count -> "no benchmark reaches " + count + "; `clnrm-bench affected` shows them");
    }
}
