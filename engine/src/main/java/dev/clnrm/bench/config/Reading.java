package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A file being read: its text and what has been found wrong with it.
 *
 * @param source the text
 * @param findings what has been found
 */
record Reading(SourceText source, Findings findings) {
    void fault(Spot spot, String message, String help) {
        Diagnostic error = source.error(spot.place(), spot.width(), message);
        findings.add(help.isEmpty() ? error : error.help(help));
    }

    void fault(Spot spot, String message, String note, String help) {
        Diagnostic error = source.error(spot.place(), spot.width(), message).note(note);
        findings.add(help.isEmpty() ? error : error.help(help));
    }

    Place place(Mark mark) {
        return new Place(source.name(), mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** The node's stretch of its first line. */
    Spot spot(Node node) {
        Mark start = node.getStartMark();
        Mark end = node.getEndMark();
        int width = end.getColumn() - start.getColumn();
        if (end.getLine() != start.getLine()) {
            String line = source.lines().get(start.getLine()).stripTrailing();
            width = line.codePointCount(0, line.length()) - start.getColumn();
        }
        return new Spot(place(start), Math.max(1, width));
    }

    static boolean isAbsent(Node node) {
        return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
    }

    /** What sort of thing a node is, as messages say it. */
    static String kind(Node node) {
        if (isAbsent(node)) {
            return "nothing";
        }
        if (node instanceof MappingNode) {
            return "a mapping";
        }
        return node instanceof SequenceNode ? "a list" : "a text";
    }

    /** The node's text; anything else is a fault. */
    Optional<Text> scalar(Node node, String what, String wanted) {
        if (node instanceof ScalarNode scalar
                && !isAbsent(node)
                && !scalar.getValue().isBlank()) {
            return Optional.of(Text.of(scalar, this));
        }
        wrongKind(node, what, wanted);
        return Optional.empty();
    }

    /** The entry's text; anything else is a fault. */
    Optional<Text> scalar(Entry entry, String wanted) {
        if (isAbsent(entry.value())) {
            fault(entry.key().spot(), Inert.quote(entry.name()) + " has no value", "it takes " + wanted);
            return Optional.empty();
        }
        return scalar(entry.value(), Inert.quote(entry.name()), wanted);
    }

    /** The entry's list of texts; a single text is a list of one, and nothing an empty list. */
    List<Text> texts(Entry entry, String wanted) {
        List<Text> texts = new ArrayList<>();
        if (entry.value() instanceof SequenceNode list) {
            for (Node element : list.getValue()) {
                scalar(element, "an element of " + Inert.quote(entry.name()), wanted)
                        .ifPresent(texts::add);
            }
        } else if (!isAbsent(entry.value())) {
            scalar(entry, wanted + " or a list").ifPresent(texts::add);
        }
        return texts;
    }

    List<String> strings(Entry entry, String wanted) {
        return texts(entry, wanted).stream().map(Text::value).toList();
    }

    void wrongKind(Node node, String what, String wanted) {
        String found = kind(node);
        if (node instanceof ScalarNode scalar && !isAbsent(node)) {
            found = scalar.getValue().isBlank() ? "an empty text" : Inert.quote(scalar.getValue());
        }
        fault(spot(node), what + " takes " + wanted + ", not " + found, "");
    }
}
