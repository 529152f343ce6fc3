package dev.clnrm.bench.terminal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When colours are used. */
public enum Color {
    /** On a terminal that shows them, unless {@code NO_COLOR} is set. */
    AUTO,
    /** Whatever stands against it. */
    ALWAYS,
    NEVER;

    /** As written on the command line: {@code auto}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The choice written so. */
    public static Optional<Color> ofWord(String word) {
        return Arrays.stream(values()).filter(c -> c.word().equals(word)).findFirst();
    }
}
