package dev.clnrm.bench.reach;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a method names, as far as that leads to other code.
 *
 * @param open whether an override can take its place: it is neither static nor private
 * @param uses what it names
 * @param unknown what it calls that its constants do not name
 */
record MethodCode(boolean open, List<Use> uses, UnknownCalls unknown) {
    MethodCode {
        uses = List.copyOf(uses);
    }

    /** What it and another version of it name. */
    MethodCode and(MethodCode other) {
        return new MethodCode(
                open || other.open,
                Stream.concat(uses.stream(), other.uses.stream()).distinct().toList(),
                unknown.and(other.unknown));
    }
}
