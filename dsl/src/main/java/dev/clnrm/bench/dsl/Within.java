package dev.clnrm.bench.dsl;

import dev.clnrm.bench.model.Change;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Share;

/**
 * A tolerance that still needs its reference.
 *
 * @param share the size of the tolerance
 * @param place where it was written
 */
public record Within(Share share, Place place) {
    /** As a share of the base. */
    public Change ofBase() {
        return Change.within(share.fraction(), place);
    }
}
