package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.util.List;
import java.util.Optional;

/**
 * The text of a file, for messages that show its lines.
 *
 * @param name the file's name in messages
 * @param lines its lines, without line ends
 */
public record SourceText(String name, List<String> lines) {
    public SourceText {
        lines = List.copyOf(lines);
    }

    /** The text, split at YAML's line ends: LF, CR LF, CR, NEL, LS, PS. */
    public static SourceText of(String name, String text) {
        return new SourceText(name, List.of(text.split("\r\n|[\n\r\u0085\u2028\u2029]", -1)));
    }

    /** The whole text; each line ends with a line feed. */
    String text() {
        return String.join("\n", lines);
    }

    String line(Place place) {
        return lines.get(place.line() - 1);
    }

    /** The rest of the line from a place on. */
    String from(Place place) {
        String line = line(place);
        int before = Math.min(place.column() - 1, line.codePointCount(0, line.length()));
        return line.substring(line.offsetByCodePoints(0, before));
    }

    /** An error; it contains the source line if its place is in this text. */
    Diagnostic error(Spot spot, String message) {
        Place place = spot.place();
        Optional<String> line = place.file().equals(name) && place.line() > 0 && place.line() <= lines.size()
                ? Optional.of(line(place))
                : Optional.empty();
        return new Diagnostic(false, place, spot.width(), message, line, List.of(), Optional.empty());
    }
}
