package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message about a declaration. Control characters of the source do not reach a terminal.
 *
 * @param level its severity
 * @param place where the problem is
 * @param width the number of characters concerned, from the place on; 0 if the place is a whole line or file
 * @param message a lower-case clause that describes the problem
 * @param source the source line of the place; empty if it cannot be shown
 * @param notes explanations
 * @param help what to do
 */
public record Diagnostic(
        Level level,
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
        return new Diagnostic(Level.ERROR, place, 0, message, Optional.empty(), List.of(), Optional.empty());
    }

    /** The same with one more note. */
    public Diagnostic note(String text) {
        List<String> more = new ArrayList<>(notes);
        more.add(text);
        return new Diagnostic(level, place, width, message, source, more, help);
    }

    /** The same with help. */
    public Diagnostic help(String text) {
        return new Diagnostic(level, place, width, message, source, notes, Optional.of(text));
    }

    /** The same as a warning. */
    public Diagnostic asWarning() {
        return new Diagnostic(Level.WARNING, place, width, message, source, notes, help);
    }

    /** Place and message in one clause. */
    public String clause() {
        return place + ": " + message;
    }

    boolean isWarning() {
        return level == Level.WARNING;
    }

    /** The severity of a diagnostic. */
    public enum Level {
        /** Nothing is measured until it is fixed. */
        ERROR,
        /** A warning; the measurement continues. */
        WARNING
    }
}
