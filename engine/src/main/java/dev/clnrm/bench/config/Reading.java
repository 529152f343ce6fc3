package dev.clnrm.bench.config;

import java.util.List;

/**
 * A file being read: its text and the faults found in it. Reading always returns a value; in place of a faulty one it is a stand-in, which
 * causes no further faults. A file with a fault is refused as a whole, so a stand-in is never used.
 *
 * @param source the text
 * @param findings what has been found
 */
record Reading(SourceText source, Findings findings) {
    void fault(Spot spot, String message, String help) {
        add(source.error(spot, message), help);
    }

    void fault(Spot spot, String message, String note, String help) {
        add(source.error(spot, message).note(note), help);
    }

    private void add(Diagnostic error, String help) {
        findings.add(help.isEmpty() ? error : error.help(help));
    }

    /** The same file, whose faults are dropped: for stand-ins. */
    Reading silent() {
        return new Reading(source, new Findings());
    }

    /** The node's text; anything else is a fault. */
    Text text(Node node, String what, String wanted) {
        if (node instanceof Text text && !text.value().isBlank()) {
            text.warnOfComment();
            return text;
        }
        wrongKind(node, what, wanted);
        return new Text(silent(), "", node.spot(), Text.ESCAPED);
    }

    /** The node as a mapping; nothing is an empty one, anything else a fault. */
    Mapping mapping(Node node, String what, String wanted) {
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        if (node instanceof Node.Nothing) {
            return new Mapping(this, node.spot(), List.of());
        }
        wrongKind(node, what, wanted);
        return new Mapping(silent(), node.spot(), List.of());
    }

    void wrongKind(Node node, String what, String wanted) {
        fault(node.spot(), what + " takes " + wanted + ", not " + node.shown(), "");
    }
}
