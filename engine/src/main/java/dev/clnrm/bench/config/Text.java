package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of the file and where each of its characters stands.
 *
 * @param reading the file
 * @param value the text, without quotes and escapes
 * @param spot where it stands, quotes included
 * @param shift how many characters stand before the text itself: 1 in quotes; {@link #ESCAPED} when it stands in the file in other characters
 */
record Text(Reading reading, String value, Spot spot, int shift) implements Node {
    /** The shift of a text with escapes, with an anchor, or of several lines. */
    private static final int ESCAPED = -1;

    private static final Pattern ISSUE = Pattern.compile("\\s+(#\\d+)");

    /** The text of a value in the file. */
    static Text of(Reading reading, String value, Spot spot) {
        String rest = reading.source().from(spot.place());
        int quotes = rest.startsWith("\"") || rest.startsWith("'") ? 1 : 0;
        boolean literal = rest.startsWith(value, quotes);
        return new Text(reading, value, spot, literal ? quotes : ESCAPED);
    }

    /** A text that stands anywhere in the file. */
    static Text at(Reading reading, String value, Spot spot) {
        return new Text(reading, value, spot, ESCAPED);
    }

    /** What is read in place of a faulty value. */
    static Text standIn(Reading reading, Spot spot) {
        return new Text(reading.silent(), "", spot, ESCAPED);
    }

    /** A number sign after a space starts a comment, also if it was meant as the number of an issue: a warning. */
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

    /** The stretch of the file from one index of the text to another. */
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
