package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Place;
import java.util.Map;

/**
 * A law as written in a file.
 *
 * @param law the law; its case names are as written
 * @param places the place of each of its parts
 */
public record LawRule(Law law, Map<Part, Place> places) {
    public LawRule {
        places = Map.copyOf(places);
    }

    /** A part of a law that is a declared name or value. */
    public enum Part {
        /** The first case or benchmark. */
        FIRST,
        /** The second case, or the parameter. */
        SECOND,
        /** The parameter's value. */
        AT
    }

    /** The place of a part; the law's own place if the part's place is unknown. */
    public Place placeOf(Part part) {
        return places.getOrDefault(part, law.place());
    }
}
