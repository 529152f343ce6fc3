package dev.clnrm.bench.dsl;

import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Place;

/** A law with its limit. Its case names are those of the suite in which it is declared. Immutable. */
public final class LawDeclaration {
    @FunctionalInterface
    interface Maker {
        Law make(String name, String prefix, Place place);
    }

    private final String name;
    private final Place place;
    private final Maker maker;

    LawDeclaration(String name, Place place, Maker maker) {
        this.name = name;
        this.place = place;
        this.maker = maker;
    }

    /** Sets the name that people see; the default is a sentence made from its parts. */
    public LawDeclaration label(String sentence) {
        return new LawDeclaration(sentence, place, maker);
    }

    Law in(String suite) {
        return maker.make(name, suite + "/", place);
    }
}
