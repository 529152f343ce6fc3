package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Place;
import java.util.Map;

/**
 * A law as a file states it.
 *
 * @param law the law; its cases are named as written
 * @param places where each of its parts was written
 */
public record LawRule(Law law, Map<Part, Place> places) {
    public LawRule {
        places = Map.copyOf(places);
    }

    /** A part of a law that names something declared elsewhere. */
    public enum Part {
        /** The case or benchmark named first. */
        FIRST,
        /** The case or parameter named second. */
        SECOND,
        /** The parameter's value. */
        AT
    }

    /** Where a part was written; the law's own place when that is not known. */
    public Place placeOf(Part part) {
        return places.getOrDefault(part, law.place());
    }
}
