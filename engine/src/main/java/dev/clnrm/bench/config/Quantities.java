package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Time;
import java.util.List;
import java.util.Optional;

/** Parses amounts with units that are written outside of a file. */
public final class Quantities {
    private Quantities() {}

    /** The time of a text such as {@code 500 ms} or {@code 10min}; empty if it is not a time. */
    public static Optional<Time> time(String text) {
        Reading silent = new Reading(new SourceText("", List.of()));
        Amount time = new Cursor(Text.at(silent, text, new Spot(Place.UNKNOWN, 0))).onlyAmount(AmountKind.TIME);
        return time.sound() ? Optional.of(new Time(time.value())) : Optional.empty();
    }
}
