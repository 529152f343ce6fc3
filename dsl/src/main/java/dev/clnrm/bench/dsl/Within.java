package dev.clnrm.bench.dsl;

import dev.clnrm.bench.model.Change;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Share;

/**
 * A change that still lacks what it is a change of.
 *
 * @param share how large
 * @param place where it was written
 */
public record Within(Share share, Place place) {
    /** Against the base. */
    public Change ofBase() {
        return Change.within(share.fraction(), place);
    }
}
