package dev.clnrm.bench.dsl;

import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Place;

/** A whole law; its case names are those of the suite it is written in. Immutable. */
public final class LawWord {
    @FunctionalInterface
    interface Maker {
        Law make(String name, String prefix, Place place);
    }

    private final String name;
    private final Place place;
    private final Maker maker;

    LawWord(String name, Place place, Maker maker) {
        this.name = name;
        this.place = place;
        this.maker = maker;
    }

    /** The sentence people read in place of the one made from its parts. */
    public LawWord called(String sentence) {
        return new LawWord(sentence, place, maker);
    }

    Law in(String suite) {
        return maker.make(name, suite + "/", place);
    }
}
