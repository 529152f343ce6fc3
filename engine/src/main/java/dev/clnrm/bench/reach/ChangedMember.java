package dev.clnrm.bench.reach;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something of the code that is not the same on both sides.
 *
 * @param what what it is
 * @param how what became of it
 * @param name as people write it: {@code com.acme.Text.parse(String)}; of a resource, its name on the class path
 * @param file the source, as the compiler says it: {@code com/acme/Text.java}; of a resource, absent
 * @param line where it begins on the head, or on the base if it was removed; 0 if the compiler does not say
 * @param instructions how large it is
 */
public record ChangedMember(What what, How how, String name, Optional<String> file, int line, int instructions) {
    private static final Pattern TESTS = Pattern.compile("(^|/)src/test/");

    public ChangedMember {
        line = Math.max(0, line);
        instructions = Math.max(0, instructions);
    }

    /** What can change. */
    public enum What {
        /** A method or constructor, or what initialises a class. */
        METHOD,
        /** A field or constant. */
        FIELD,
        /** What a class extends, implements or is annotated with. */
        CLASS,
        /** A file on the class path that is no class. */
        RESOURCE
    }

    /** What became of it. */
    public enum How {
        CHANGED,
        ADDED,
        REMOVED
    }

    ChangedMember become(How other) {
        return new ChangedMember(what, other, name, file, line, instructions);
    }

    /** The same in a file that is called so; absent if the project does not have it. */
    public ChangedMember in(Optional<String> found) {
        return new ChangedMember(what, how, name, found, line, instructions);
    }

    boolean ofTests() {
        return file.filter(name -> TESTS.matcher(name).find()).isPresent();
    }

    /** {@code com/acme/Text.java:12}; empty if nothing is known of it. */
    public String place() {
        return file.map(name -> line > 0 ? name + ":" + line : name).orElse("");
    }
}
