package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of the file, with the position of each of its characters.
 *
 * @param reading the file
 * @param value the text, without quotes and escapes
 * @param spot its position, including quotes
 * @param shift the number of characters before the text itself: 1 in quotes; {@link #ESCAPED} if the file's characters differ from the
 *     text's
 */
record Text(Reading reading, String value, Spot spot, int shift) implements Node {
    /** The shift of a text with escapes, with an anchor, or with several lines. */
    private static final int ESCAPED = -1;

    private static final Pattern ISSUE = Pattern.compile("\\s+(#\\d+)");

    /** The text of a value in the file. */
    static Text of(Reading reading, String value, Spot spot) {
        String rest = reading.source().from(spot.place());
        int quotes = rest.startsWith("\"") || rest.startsWith("'") ? 1 : 0;
        boolean literal = rest.startsWith(value, quotes);
        return new Text(reading, value, spot, literal ? quotes : ESCAPED);
    }

    /** A text at any position of the file. */
    static Text at(Reading reading, String value, Spot spot) {
        return new Text(reading, value, spot, ESCAPED);
    }

    /** A stand-in for a faulty value. */
    static Text standIn(Reading reading, Spot spot) {
        return new Text(reading.silent(), "", spot, ESCAPED);
    }

    /** Warns about a number sign after a space: it starts a comment, even if it is meant as an issue number. */
    void warnOfComment() {
        String rest = reading.source().from(place());
        Matcher matcher = ISSUE.matcher(rest).region(Math.min(value.length(), rest.length()), rest.length());
        if (shift == 0 && matcher.lookingAt()) {
            String issue = matcher.group(1);
            int column = place().column() + rest.codePointCount(0, matcher.start(1));
            Spot at = new Spot(new Place(place().file(), place().line(), column), issue.length());
            reading.add(reading.source()
                    .error(at, VisibleText.quote(issue) + " starts a comment and is not read")
                    .asWarning()
                    .help("put the whole text in quotes if it belongs to it"));
        }
    }

    Place place() {
        return spot.place();
    }

    /** The position of a part of the text. */
    Spot part(int from, int to) {
        if (shift == ESCAPED) {
            return spot;
        }
        int column = place().column() + shift + value.codePointCount(0, from);
        Place place = new Place(place().file(), place().line(), column);
        return new Spot(place, Math.max(1, value.codePointCount(from, to)));
    }

    void fault(String message, String help) {
        reading.fault(spot, message, help);
    }

    void fault(String message, String note, String help) {
        reading.fault(spot, message, note, help);
    }

    String quoted() {
        return VisibleText.quote(value);
    }

    /** Whether it is {@code <<} without quotes. */
    boolean isMergeKey() {
        return value.equals("<<") && shift == 0;
    }

    @Override
    public String shown() {
        return value.isBlank() ? "an empty text" : quoted();
    }
}
