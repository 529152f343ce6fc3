package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A file being read: its text and what is found in it. Reading always returns a value; in place of a faulty one it is a stand-in, which
 * causes no further faults. So one fault does not hide another. A file with a fault is refused as a whole, so a stand-in is never used.
 */
final class Reading {
    private static final int MOST = 1000;

    private final SourceText source;
    private final Set<Diagnostic> found = new LinkedHashSet<>();
    private int dropped;

    Reading(SourceText source) {
        this.source = source;
    }

    SourceText source() {
        return source;
    }

    void fault(Spot spot, String message, String help) {
        Diagnostic error = source.error(spot, message);
        add(help.isEmpty() ? error : error.help(help));
    }

    void fault(Spot spot, String message, String note, String help) {
        Diagnostic error = source.error(spot, message).note(note);
        add(help.isEmpty() ? error : error.help(help));
    }

    void add(Diagnostic diagnostic) {
        if (found.size() < MOST) {
            found.add(diagnostic);
        } else {
            dropped++;
        }
    }

    boolean foundNothing() {
        return found.isEmpty();
    }

    List<Diagnostic> warnings() {
        return found.stream().filter(Diagnostic::isWarning).toList();
    }

    /** Throws everything found, if there is an error among it. */
    void throwErrors() throws DeclarationException {
        if (found.stream().allMatch(Diagnostic::isWarning)) {
            return;
        }
        List<Diagnostic> all = new ArrayList<>(found);
        if (dropped > 0) {
            Place end = new Place(all.get(0).place().file(), Integer.MAX_VALUE, 0);
            all.add(Diagnostic.error(end, "too many faults; " + dropped + " more are not shown"));
        }
        throw new DeclarationException(all);
    }

    /** The same file, whose faults are dropped: for stand-ins. */
    Reading silent() {
        return new Reading(source);
    }

    /** The node's text; anything else is a fault. */
    Text text(Node node, String what, String wanted) {
        if (node instanceof Text text && !text.value().isBlank()) {
            text.warnOfComment();
            return text;
        }
        wrongKind(node, what, wanted);
        return Text.standIn(this, node.spot());
    }

    /** The node as a mapping; nothing is an empty one, anything else a fault. */
    Mapping mapping(Node node, String what) {
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        if (node instanceof Node.Nothing) {
            return new Mapping(this, node.spot(), List.of());
        }
        wrongKind(node, what, "a mapping");
        return new Mapping(silent(), node.spot(), List.of());
    }

    void wrongKind(Node node, String what, String wanted) {
        fault(node.spot(), what + " takes " + wanted + ", not " + node.shown(), "");
    }
}
