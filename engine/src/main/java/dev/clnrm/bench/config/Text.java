package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A text of the file and where each of its characters stands.
 *
 * @param reading the file
 * @param value the text, without quotes and escapes
 * @param spot where it stands, quotes included
 * @param shift how many characters before the text itself; negative when it stands in the file with escapes or over several lines
 */
record Text(Reading reading, String value, Spot spot, int shift) {
    private static final Pattern ISSUE = Pattern.compile("\\s+(#\\d+)");

    static Text of(ScalarNode node, Reading reading) {
        Spot spot = reading.spot(node);
        String line = reading.source().lines().get(spot.place().line() - 1);
        int quotes = node.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
        int start = spot.place().column() - 1 + quotes;
        boolean literal = start <= line.codePointCount(0, line.length())
                && line.startsWith(node.getValue(), line.offsetByCodePoints(0, start));
        Text text = new Text(reading, node.getValue(), spot, literal ? quotes : -1);
        if (literal && quotes == 0) {
            text.warnOfComment(line);
        }
        return text;
    }

    /** A number sign after a space begins a comment, also where people mean an issue's number. */
    private void warnOfComment(String line) {
        int end = line.offsetByCodePoints(0, spot.place().column() - 1) + value.length();
        Matcher matcher = ISSUE.matcher(line).region(end, line.length());
        if (matcher.lookingAt()) {
            Place place = spot.place();
            int column = line.codePointCount(0, matcher.start(1)) + 1;
            reading.findings()
                    .add(reading.source()
                            .error(
                                    new Place(place.file(), place.line(), column),
                                    matcher.group(1).length(),
                                    "a comment begins here, and " + Inert.quote(matcher.group(1)) + " is not read")
                            .asWarning()
                            .help("put the whole text in quotes if it belongs to it"));
        }
    }

    Place place() {
        return spot.place();
    }

    /** The stretch of the file from one index of the text to another. */
    Spot part(int from, int to) {
        if (shift < 0) {
            return spot;
        }
        Place place = spot.place();
        int before = value.codePointCount(0, from);
        int width = value.codePointCount(from, to);
        return new Spot(new Place(place.file(), place.line(), place.column() + shift + before), Math.max(1, width));
    }

    void fault(String message, String help) {
        reading.fault(spot, message, help);
    }

    String quoted() {
        return Inert.quote(value);
    }
}
