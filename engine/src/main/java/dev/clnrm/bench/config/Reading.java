package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A file that is being read: its text and its faults. Every read method returns a value; for a faulty value it returns a stand-in, which
 * causes no further faults. So one fault does not hide another. A file with a fault is rejected as a whole, so stand-ins are never used.
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
        add(source.error(spot, message).help(help));
    }

    void fault(Spot spot, String message, String note, String help) {
        add(source.error(spot, message).note(note).help(help));
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
        return found.stream().filter(Diagnostic::warning).toList();
    }

    /** Throws all diagnostics if one of them is an error. */
    void throwErrors() throws DeclarationException {
        if (found.stream().allMatch(Diagnostic::warning)) {
            return;
        }
        List<Diagnostic> all = new ArrayList<>(found);
        if (dropped > 0) {
            Place end = new Place(all.get(0).place().file(), Integer.MAX_VALUE, 0);
            all.add(Diagnostic.error(end, "too many faults; " + dropped + " more are not shown"));
        }
        throw new DeclarationException(all);
    }

    /** The same file without reporting faults: for stand-ins. */
    Reading silent() {
        return new Reading(source);
    }

    /** The node's text; any other node is a fault. */
    Text text(Node node, String what, String wanted) {
        if (node instanceof Text text && !text.value().isBlank()) {
            text.warnOfComment();
            return text;
        }
        wrongKind(node, what, wanted);
        return Text.standIn(this, node.spot());
    }

    /** The node as a mapping; an empty value is an empty mapping, anything else is a fault. */
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
