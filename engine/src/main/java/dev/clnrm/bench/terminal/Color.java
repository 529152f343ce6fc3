package dev.clnrm.bench.terminal;

import java.util.Locale;

/** When colours are used. */
public enum Color {
    /** On a terminal that shows them, unless {@code NO_COLOR} is set. */
    AUTO,
    /** Always, also in a file or a pipe. */
    ALWAYS,
    NEVER;

    /** As written on the command line: {@code auto}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
