package dev.clnrm.bench.plan;

import dev.clnrm.bench.model.CaseName;
import java.util.Optional;

/**
 * A case as it is measured on two sides.
 *
 * @param base how a fork of the base is run; absent where the base does not have the case
 * @param head the same of the head
 * @param sameCode whether all the classes it can reach are the same on both sides: a hint
 */
public record TwoSidedCase(Optional<PlannedCase> base, PlannedCase head, boolean sameCode) {
    /** The case. */
    public CaseName name() {
        return head.name();
    }

    /** How many forks it gets for sure on each side. */
    int least() {
        return head.effort().forks().min();
    }

    /** How many it can get on each side: what is new has nothing to be compared with and gets no more than it must. */
    int most() {
        return base.isEmpty() ? least() : head.effort().forks().max();
    }
}
