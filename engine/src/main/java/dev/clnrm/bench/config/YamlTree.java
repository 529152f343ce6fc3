package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The tree of a YAML text. Before any of it is built its size is reckoned with every alias written out, from the stream of parser
 * events and without recursion, so that a small text cannot become a large tree.
 */
final class YamlTree {
    private final Reading reading;
    private final Map<String, Size> anchors = new HashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int aliases;
    private int documents;

    private YamlTree(Reading reading) {
        this.reading = reading;
    }

    /** The root; empty when there is none or the text must not be built, which is a fault. */
    static Optional<Node> compose(String text, Reading reading) {
        int before = reading.findings().size();
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        try {
            if (!new YamlTree(reading).survey(new Yaml(options).parse(new StringReader(text)))
                    || reading.findings().size() > before) {
                return Optional.empty();
            }
            return Optional.ofNullable(new Yaml(options).compose(new StringReader(text)));
        } catch (MarkedYAMLException e) {
            SyntaxFault.report(e, reading);
            return Optional.empty();
        } catch (YAMLException e) {
            reading.fault(new Spot(new Place(reading.source().name(), 0, 0), 0), "not YAML: " + e.getMessage(), "");
            return Optional.empty();
        }
    }

    private boolean survey(Iterable<Event> events) {
        for (Event event : events) {
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                return refuse(event, "a second document begins here", "the file is one document; delete the `---`");
            }
            if (event instanceof CollectionStartEvent start) {
                checkTag(start, start.getTag());
                if (open.size() >= Limits.DEPTH) {
                    return refuse(event, "nested more than " + Limits.DEPTH + " deep", "");
                }
                open.push(new Open(start));
            } else if (event instanceof CollectionEndEvent) {
                Open done = open.pop();
                if (!add(event, done.size(), done.start.getAnchor())) {
                    return false;
                }
            } else if (event instanceof ScalarEvent scalar) {
                checkTag(scalar, scalar.getTag());
                if (scalar.getValue().length() > Limits.TEXT) {
                    return refuse(
                            event, String.format(Locale.ROOT, "a text of more than %,d characters", Limits.TEXT), "");
                }
                if (!add(event, new Size(1, 0), scalar.getAnchor())) {
                    return false;
                }
            } else if (event instanceof AliasEvent alias && !addAlias(alias)) {
                return false;
            }
        }
        return true;
    }

    private boolean addAlias(AliasEvent alias) {
        if (++aliases > Limits.ALIASES) {
            return refuse(alias, "more than " + Limits.ALIASES + " aliases", "write the values out");
        }
        String name = alias.getAnchor();
        boolean inside = open.stream().anyMatch(o -> name.equals(o.start.getAnchor()));
        if (inside) {
            return refuse(alias, "`" + name + "` contains itself", "");
        }
        Size size = anchors.get(name);
        if (size == null) {
            return refuse(
                    alias,
                    Inert.quote("*" + name) + " refers to nothing",
                    "a text that begins with `*` stands in quotes: " + Inert.quote("\"*" + name + "\""));
        }
        return add(alias, size, null);
    }

    private boolean add(Event event, Size size, @Nullable String anchor) {
        if (anchor != null) {
            anchors.put(anchor, size);
        }
        Open parent = open.peek();
        if (parent == null) {
            return true;
        }
        parent.add(size);
        if (parent.values > Limits.VALUES) {
            return refuse(
                    event,
                    String.format(Locale.ROOT, "more than %,d values, aliases written out", Limits.VALUES),
                    "the file is not read further");
        }
        if (open.size() + size.height > Limits.DEPTH) {
            return refuse(event, "nested more than " + Limits.DEPTH + " deep, aliases written out", "");
        }
        return true;
    }

    private void checkTag(NodeEvent event, @Nullable String tag) {
        if (tag != null) {
            Mark mark = event.getStartMark();
            reading.fault(
                    new Spot(reading.place(mark), 1),
                    "a type is given here, " + Inert.quote(tag) + ", and none is read",
                    "delete what begins with `!`");
        }
    }

    private boolean refuse(Event event, String message, String help) {
        Mark start = event.getStartMark();
        Mark end = event.getEndMark();
        int width = start.getLine() == end.getLine() ? Math.max(1, end.getColumn() - start.getColumn()) : 1;
        reading.fault(new Spot(reading.place(start), width), message, help);
        return false;
    }

    /**
     * How large a value is, aliases written out.
     *
     * @param values how many values it has, itself among them
     * @param height how many lists and mappings stand inside one another
     */
    private record Size(long values, int height) {}

    /** A list or mapping whose end is still to come. */
    private static final class Open {
        private final CollectionStartEvent start;
        private long values = 1;
        private int height;

        Open(CollectionStartEvent start) {
            this.start = start;
        }

        void add(Size part) {
            values += part.values;
            height = Math.max(height, part.height);
        }

        Size size() {
            return new Size(values, height + 1);
        }
    }
}
