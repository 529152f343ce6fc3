package dev.clnrm.bench.stats;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseSamples;

/**
 * One case measured on both sides.
 *
 * @param base the samples of the base
 * @param head the samples of the head, with the same name and mode
 */
public record TwoSides(CaseSamples base, CaseSamples head) {
    public TwoSides {
        if (!base.name().equals(head.name()) || base.mode() != head.mode()) {
            throw new IllegalArgumentException("two sides are of one case and mode, but these are " + base.name()
                    + " in " + base.mode() + " and " + head.name() + " in " + head.mode());
        }
    }

    /** The case. */
    public CaseName name() {
        return head.name();
    }

    /** The mode of its values. */
    public Mode mode() {
        return head.mode();
    }
}
