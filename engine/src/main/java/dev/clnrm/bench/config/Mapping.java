package dev.clnrm.bench.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping of the file. Each key occurs once, merge keys ({@code <<}) are resolved, and merged entries come last.
 *
 * @param reading the file
 * @param spot the mapping's position
 * @param entries its keys and values
 */
record Mapping(Reading reading, Spot spot, List<Entry> entries) implements Node {
    Mapping {
        entries = List.copyOf(entries);
    }

    /** A mapping of alternating keys and values. A duplicate key is a fault. */
    static Mapping of(Reading reading, Spot spot, List<Node> keysAndValues) {
        Map<String, Entry> own = new LinkedHashMap<>();
        Map<String, Entry> merged = new LinkedHashMap<>();
        for (int i = 0; i + 1 < keysAndValues.size(); i += 2) {
            Text key = (Text) keysAndValues.get(i);
            Node value = keysAndValues.get(i + 1);
            if (key.isMergeKey()) {
                merge(value, merged, reading);
                continue;
            }
            Entry first = own.putIfAbsent(key.value(), new Entry(key, value));
            if (first != null) {
                String note = "the first is at " + first.place();
                key.fault("duplicate key " + key.quoted(), note, "delete one of them");
            }
        }
        List<Entry> entries = new ArrayList<>(own.values());
        merged.values().stream().filter(entry -> !own.containsKey(entry.name())).forEach(entries::add);
        return new Mapping(reading, spot, entries);
    }

    private static void merge(Node source, Map<String, Entry> merged, Reading reading) {
        if (source instanceof Mapping mapping) {
            mapping.entries.forEach(entry -> merged.putIfAbsent(entry.name(), entry));
        } else if (source instanceof Items list && list.nodes().stream().allMatch(Mapping.class::isInstance)) {
            list.nodes().forEach(element -> merge(element, merged, reading));
        } else {
            reading.wrongKind(source, "`<<`", "an alias of a mapping or a list of them");
        }
    }

    @Override
    public String shown() {
        return "a mapping";
    }

    /** The same mapping, after every key outside the section is reported as a fault. */
    Mapping only(Section section) {
        for (Entry entry : entries) {
            if (!section.has(entry.name()) && !section.isFree(entry.name())) {
                String help = entry.value() instanceof Nothing && entry.name().indexOf(' ') > 0
                        ? "a comma ends a value inside braces; put a value that holds one in quotes"
                        : Nearest.help(entry.name(), section.keys(), section.keysAre());
                entry.fault("unknown key " + entry.quoted(), help);
            }
        }
        return this;
    }

    Optional<Entry> get(String key) {
        return entries.stream().filter(entry -> entry.name().equals(key)).findFirst();
    }

    boolean has(String key) {
        return get(key).isPresent();
    }

    Optional<String> string(String key, String wanted) {
        return get(key).map(entry -> entry.text(wanted).value());
    }

    List<String> strings(String key, String wanted) {
        return get(key).map(entry -> entry.strings(wanted)).orElse(List.of());
    }

    Optional<Amount> share(String key) {
        return get(key).map(Entry::share);
    }

    Entry need(String key, String what) {
        return get(key).orElseGet(() -> {
            reading.fault(spot, what + " needs " + VisibleText.quote(key), "");
            return new Entry(Text.standIn(reading, spot), new Nothing(spot));
        });
    }

    Text need(String key, String what, String wanted) {
        return need(key, what).text(wanted);
    }
}
