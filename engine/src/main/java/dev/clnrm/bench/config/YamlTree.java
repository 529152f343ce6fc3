package dev.clnrm.bench.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.JacksonYAMLParseException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.clnrm.bench.model.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds nodes from the tokens of a YAML text. An alias is the same node as its anchor. The number of values is counted with every alias
 * expanded, so that a small text cannot become a large tree.
 */
final class YamlTree {
    private static final YAMLFactory YAML = new YAMLFactory();

    /** The properties before a value. The parser reports them for lists and mappings, but not for texts. */
    private static final Pattern PROPERTIES =
            Pattern.compile("(?:(?:&(?<anchor>[^\\s,\\[\\]{}]+)|(?<type>!\\S*))\\s*)+");

    private final Reading reading;
    private final YAMLParser parser;
    private final Map<String, Sized> anchors = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private int aliases;
    private boolean typed;

    private YamlTree(Reading reading, YAMLParser parser) {
        this.reading = reading;
        this.parser = parser;
    }

    /** A value, the number of values in it including itself, and its nesting depth. */
    private record Sized(Node node, long values, int height) {}

    /** Thrown to stop reading the rest of the text. */
    private static final class Refused extends Exception {}

    /** The root; empty if there is none, or if a fault was reported instead. */
    static Optional<Node> read(Reading reading) {
        try (YAMLParser parser = YAML.createParser(reading.source().text())) {
            return new YamlTree(reading, parser).document();
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory could not be read", e);
        }
    }

    private Optional<Node> document() throws IOException {
        try {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            Node root = value(0).node;
            if (parser.nextToken() != null) {
                throw secondDocument();
            }
            return typed ? Optional.empty() : Optional.of(root);
        } catch (Refused e) {
            return Optional.empty();
        } catch (JacksonYAMLParseException e) {
            SyntaxFault.report(e, reading);
        } catch (JsonParseException e) {
            Spot spot = here();
            if (!hasSyntaxFault()) {
                reading.fault(spot, "a key is a text", "put it in quotes");
            }
        }
        return Optional.empty();
    }

    /** Whether the rest has a syntax fault, which is then the only fault: it is often the cause of a list in place of a key. */
    private boolean hasSyntaxFault() throws IOException {
        boolean more = true;
        while (more) {
            try {
                more = parser.nextToken() != null;
            } catch (JacksonYAMLParseException e) {
                SyntaxFault.report(e, reading);
                return true;
            } catch (JsonParseException e) {
                more = true;
            }
        }
        return false;
    }

    private Refused secondDocument() {
        int line = here().place().line();
        while (line > 1 && !reading.source().lines().get(line - 1).startsWith("---")) {
            line--;
        }
        Spot spot = new Spot(new Place(reading.source().name(), line, 1), 3);
        return refused(spot, "a second YAML document starts here", "the file is one document; delete the `---`");
    }

    /** The value that starts at the current token, at this depth; afterwards its last token is the current one. */
    private Sized value(int depth) throws IOException, Refused {
        if (parser.isCurrentAlias()) {
            return alias(depth);
        }
        return parser.currentToken().isStructStart() ? collection(depth) : text();
    }

    /** The anchor or type before a value. */
    private Optional<String> property(Spot spot, String group) {
        Matcher matcher = PROPERTIES.matcher(reading.source().from(spot.place()));
        return matcher.lookingAt() ? Optional.ofNullable(matcher.group(group)) : Optional.empty();
    }

    private void refuseType(Spot spot, String type) {
        typed = true;
        reading.fault(
                new Spot(spot.place(), type.length()),
                "types such as " + VisibleText.quote(type) + " are not read",
                "delete it");
    }

    private Sized text() throws IOException, Refused {
        Spot spot = here();
        String text = parser.getText();
        if (text.length() > FileLimits.TEXT) {
            throw tooMany("a text of more than %,d characters", FileLimits.TEXT, "");
        }
        boolean nothing = parser.currentToken() == JsonToken.VALUE_NULL;
        Sized sized = new Sized(nothing ? new Node.Nothing(spot) : Text.of(reading, text, spot), 1, 0);
        property(spot, "anchor").ifPresent(anchor -> anchors.put(anchor, sized));
        property(spot, "type").ifPresent(type -> refuseType(spot, type));
        return sized;
    }

    private Sized collection(int depth) throws IOException, Refused {
        JsonLocation start = parser.currentTokenLocation();
        Optional<String> anchor = Optional.ofNullable(parser.getObjectId());
        boolean mapping = parser.currentToken() == JsonToken.START_OBJECT;
        if (parser.getTypeId() != null) {
            refuseType(here(), property(here(), "type").orElse("!"));
        }
        if (depth >= FileLimits.DEPTH) {
            throw tooMany("nested more than %,d levels deep", FileLimits.DEPTH, "");
        }
        anchor.ifPresent(open::add);
        List<Node> parts = new ArrayList<>();
        long values = 1;
        int height = 0;
        while (!parser.nextToken().isStructEnd()) {
            Sized part = value(depth + 1);
            parts.add(part.node);
            values += part.values;
            height = Math.max(height, part.height);
            if (values > FileLimits.VALUES) {
                String message = "more than %,d values after aliases are expanded";
                throw tooMany(message, FileLimits.VALUES, "the file is not read further");
            }
        }
        Spot spot = spot(start, parser.currentLocation());
        Node node = mapping ? Mapping.of(reading, spot, parts) : new Node.Items(spot, parts);
        Sized sized = new Sized(node, values, height + 1);
        anchor.ifPresent(name -> {
            open.remove(name);
            anchors.put(name, sized);
        });
        return sized;
    }

    private Sized alias(int depth) throws IOException, Refused {
        String name = parser.getText();
        if (++aliases > FileLimits.ALIASES) {
            throw tooMany("more than %d aliases", FileLimits.ALIASES, "write the values out");
        }
        if (open.contains(name)) {
            throw refused(here(), VisibleText.quote(name) + " contains itself", "");
        }
        Sized sized = anchors.get(name);
        if (sized == null) {
            String help = "put a text that starts with `*` in quotes: " + VisibleText.quote("\"*" + name + "\"");
            throw refused(here(), VisibleText.quote("*" + name) + " refers to nothing", help);
        }
        if (depth + sized.height > FileLimits.DEPTH) {
            throw tooMany("nested more than %,d levels deep after aliases are expanded", FileLimits.DEPTH, "");
        }
        return sized;
    }

    private Refused tooMany(String message, long limit, String help) {
        return refused(here(), String.format(Locale.ROOT, message, limit), help);
    }

    private Refused refused(Spot spot, String message, String help) {
        reading.fault(spot, message, help);
        return new Refused();
    }

    private Spot here() {
        return spot(parser.currentTokenLocation(), parser.currentLocation());
    }

    /** The part of the range on its first line. */
    private Spot spot(JsonLocation start, JsonLocation end) {
        Place place = new Place(reading.source().name(), start.getLineNr(), start.getColumnNr());
        int until = end.getColumnNr();
        if (end.getLineNr() != start.getLineNr()) {
            String line = reading.source().line(place).stripTrailing();
            until = line.codePointCount(0, line.length()) + 1;
        }
        return new Spot(place, Math.max(1, until - start.getColumnNr()));
    }
}
