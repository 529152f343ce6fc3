package dev.clnrm.bench.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping of the file: each key once, merge keys ({@code <<}) followed, what they bring last. */
final class Mapping {
    private final Reading reading;
    private final Spot spot;
    private final List<Entry> entries;

    private Mapping(Reading reading, Spot spot, List<Entry> entries) {
        this.reading = reading;
        this.spot = spot;
        this.entries = List.copyOf(entries);
    }

    /** The node as a mapping; nothing is an empty one, anything else a fault. */
    static Optional<Mapping> of(Node node, String what, String wanted, Reading reading) {
        if (Reading.isAbsent(node)) {
            return Optional.of(new Mapping(reading, reading.spot(node), List.of()));
        }
        if (node instanceof MappingNode mapping) {
            return Optional.of(new Mapping(reading, reading.spot(node), entries(mapping, reading)));
        }
        reading.wrongKind(node, what, wanted);
        return Optional.empty();
    }

    /** The entry's value as a mapping; nothing is an empty one, anything else a fault. */
    static Optional<Mapping> of(Entry entry, Reading reading) {
        return of(entry.value(), Inert.quote(entry.name()), "a mapping", reading);
    }

    /** The entry's value as a mapping of the section's keys; other keys are faults. */
    static Optional<Mapping> of(Entry entry, Section section, Reading reading) {
        return of(entry, reading).map(mapping -> mapping.only(section));
    }

    private static List<Entry> entries(MappingNode node, Reading reading) {
        Map<String, Text> seen = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        List<Node> merged = new ArrayList<>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
                reading.fault(reading.spot(tuple.getKeyNode()), "a key is a text", "put it in quotes");
            } else if (keyNode.getTag().equals(Tag.MERGE)) {
                merged.add(tuple.getValueNode());
            } else {
                Text key = Text.of(keyNode, reading);
                Text first = seen.putIfAbsent(key.value(), key);
                if (first == null) {
                    entries.add(new Entry(key, tuple.getValueNode()));
                } else {
                    reading.fault(
                            key.spot(),
                            key.quoted() + " is here twice",
                            "the first is at " + first.place(),
                            "delete one of them");
                }
            }
        }
        Map<String, Entry> more = new LinkedHashMap<>();
        merged.forEach(source -> merge(source, more, reading));
        more.values().stream().filter(e -> !seen.containsKey(e.name())).forEach(entries::add);
        return entries;
    }

    private static void merge(Node source, Map<String, Entry> more, Reading reading) {
        if (source instanceof MappingNode mapping) {
            entries(mapping, reading).forEach(entry -> more.putIfAbsent(entry.name(), entry));
        } else if (source instanceof SequenceNode list
                && list.getValue().stream().allMatch(n -> n instanceof MappingNode)) {
            list.getValue().forEach(element -> merge(element, more, reading));
        } else {
            reading.wrongKind(source, "`<<`", "an alias of a mapping or a list of them");
        }
    }

    /** This, every key outside the section a fault. */
    Mapping only(Section section) {
        for (Entry entry : entries) {
            if (!section.keys().contains(entry.name()) && !section.isFree(entry.name())) {
                String help = Reading.isAbsent(entry.value()) && entry.name().indexOf(' ') > 0
                        ? "a comma ends a value inside braces; put a value that holds one in quotes"
                        : Nearest.help(entry.name(), section.keys(), section.keysAre());
                entry.key().fault("unknown key " + entry.key().quoted(), help);
            }
        }
        return this;
    }

    List<Entry> entries() {
        return entries;
    }

    Optional<Entry> get(String key) {
        return entries.stream().filter(entry -> entry.name().equals(key)).findFirst();
    }

    boolean has(String key) {
        return get(key).isPresent();
    }

    /** The entry of a key that must be there. */
    Optional<Entry> need(String key, String what) {
        Optional<Entry> entry = get(key);
        if (entry.isEmpty()) {
            reading.fault(spot, what + " needs " + Inert.quote(key), "");
        }
        return entry;
    }

    Spot spot() {
        return spot;
    }
}
