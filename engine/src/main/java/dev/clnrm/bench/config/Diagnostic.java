package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something to say about a declaration. Control characters of the source do not reach a terminal.
 *
 * @param level how much it matters
 * @param place where
 * @param width how many characters from the place on are meant; 0 when the place is no more than a line or a file
 * @param message a lower-case clause saying what
 * @param source the line of the source the place lies in; empty when it cannot be shown
 * @param notes what explains it
 * @param help what to do about it
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

    /** An error of which no more is known than its place. */
    public static Diagnostic error(Place place, String message) {
        return new Diagnostic(Level.ERROR, place, 0, message, Optional.empty(), List.of(), Optional.empty());
    }

    /** This with one more note. */
    public Diagnostic note(String text) {
        List<String> more = new ArrayList<>(notes);
        more.add(text);
        return new Diagnostic(level, place, width, message, source, more, help);
    }

    /** This with what to do about it. */
    public Diagnostic help(String text) {
        return new Diagnostic(level, place, width, message, source, notes, Optional.of(text));
    }

    /** This as a warning. */
    public Diagnostic asWarning() {
        return new Diagnostic(Level.WARNING, place, width, message, source, notes, help);
    }

    /** Where and what, in one clause. */
    public String clause() {
        return place + ": " + message;
    }

    boolean isWarning() {
        return level == Level.WARNING;
    }

    /** How much it matters. */
    public enum Level {
        /** Nothing is measured until it is fixed. */
        ERROR,
        /** Worth knowing; the measurement goes on. */
        WARNING
    }
}
