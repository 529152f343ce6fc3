package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.util.List;
import java.util.Optional;

/**
 * The text of a file, for messages that point into it.
 *
 * @param name the file's name as people write it
 * @param lines its lines, without their ends
 */
public record SourceText(String name, List<String> lines) {
    public SourceText {
        lines = List.copyOf(lines);
    }

    /** The text cut at the ends of lines as YAML knows them: LF, CR LF, CR, NEL, LS, PS. */
    public static SourceText of(String name, String text) {
        return new SourceText(name, List.of(text.split("\r\n|[\n\r\u0085\u2028\u2029]", -1)));
    }

    /** An error at a place; with the line when the place is in this text. */
    Diagnostic error(Place place, int width, String message) {
        Optional<String> line = place.file().equals(name) && place.line() > 0 && place.line() <= lines.size()
                ? Optional.of(lines.get(place.line() - 1))
                : Optional.empty();
        return new Diagnostic(Severity.ERROR, place, width, message, line, List.of(), Optional.empty());
    }
}
