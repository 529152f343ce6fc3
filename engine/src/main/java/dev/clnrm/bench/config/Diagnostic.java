package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message about a declaration. Control characters of the source do not reach a terminal.
 *
 * @param warning whether measuring goes on in spite of it; otherwise nothing is measured until it is fixed
 * @param place where the problem is
 * @param width the number of characters concerned, from the place on; 0 if the place is a whole line or file
 * @param message a lower-case clause that describes the problem
 * @param source the source line of the place; empty if it cannot be shown
 * @param notes explanations
 * @param help what to do
 */
public record Diagnostic(
        boolean warning,
        Place place,
        int width,
        String message,
        Optional<String> source,
        List<String> notes,
        Optional<String> help) {
    public Diagnostic {
        if (width < 0) {
            throw new IllegalArgumentException("a width is not negative, but this is " + width);
        }
        place = new Place(VisibleText.text(place.file()), place.line(), place.column());
        message = VisibleText.text(message);
        source = source.map(VisibleText::text);
        notes = notes.stream().map(VisibleText::text).toList();
        help = help.map(VisibleText::text);
    }

    /** An error for which only the place is known. */
    public static Diagnostic error(Place place, String message) {
        return new Diagnostic(false, place, 0, message, Optional.empty(), List.of(), Optional.empty());
    }

    public Diagnostic note(String text) {
        List<String> more = new ArrayList<>(notes);
        more.add(text);
        return new Diagnostic(warning, place, width, message, source, more, help);
    }

    /** The same with this help; an empty text changes nothing. */
    public Diagnostic help(String text) {
        Optional<String> given = text.isEmpty() ? help : Optional.of(text);
        return new Diagnostic(warning, place, width, message, source, notes, given);
    }

    public Diagnostic asWarning() {
        return new Diagnostic(true, place, width, message, source, notes, help);
    }

    /** Place and message in one clause. */
    public String clause() {
        return place + ": " + message;
    }
}
