package dev.clnrm.bench.reach;

import java.util.List;
import java.util.stream.Stream;

/**
 * The references of a method to other code.
 *
 * @param open whether an override can replace it: it is neither static nor private
 * @param uses the classes and methods that it names
 * @param unknown its calls to code that its constants do not name
 */
record MethodCode(boolean open, List<Use> uses, UnknownCalls unknown) {
    MethodCode {
        uses = List.copyOf(uses);
    }

    /** The references of this and another version of the method. */
    MethodCode and(MethodCode other) {
        return new MethodCode(
                open || other.open,
                Stream.concat(uses.stream(), other.uses.stream()).distinct().toList(),
                unknown.and(other.unknown));
    }
}
