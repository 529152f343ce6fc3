package dev.clnrm.bench.reach;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of the code that differs between the sides.
 *
 * @param what the kind of part
 * @param how the kind of change
 * @param name the name as in source code: {@code com.acme.Text.parse(String)}; for a resource, its name on the class path
 * @param file the source file as the compiler recorded it: {@code com/acme/Text.java}; empty for a resource
 * @param line its first line on the head, or on the base if it was removed; 0 if the compiler did not record it
 * @param instructions its size
 */
public record ChangedMember(What what, How how, String name, Optional<String> file, int line, int instructions) {
    private static final Pattern TESTS = Pattern.compile("(^|/)src/test/");

    public ChangedMember {
        line = Math.max(0, line);
        instructions = Math.max(0, instructions);
    }

    /** The kinds of parts. */
    public enum What {
        /** A method, a constructor or a static initialiser. */
        METHOD,
        /** A field or constant. */
        FIELD,
        /** The header of a class: its superclass, interfaces or annotations. */
        CLASS,
        /** A file on the class path that is not a class. */
        RESOURCE
    }

    /** The kinds of changes. */
    public enum How {
        CHANGED,
        ADDED,
        REMOVED
    }

    ChangedMember become(How other) {
        return new ChangedMember(what, other, name, file, line, instructions);
    }

    /** A copy with another path of the source; empty if the project does not have the source. */
    public ChangedMember in(Optional<String> found) {
        return new ChangedMember(what, how, name, found, line, instructions);
    }

    boolean ofTests() {
        return file.filter(name -> TESTS.matcher(name).find()).isPresent();
    }

    /** The place of the source, for example {@code com/acme/Text.java:12}; empty if it is unknown. */
    public String place() {
        return file.map(name -> line > 0 ? name + ":" + line : name).orElse("");
    }
}
