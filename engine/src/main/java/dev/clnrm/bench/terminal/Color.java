package dev.clnrm.bench.terminal;

import java.util.Locale;

/** The modes of colour. */
public enum Color {
    /** On a terminal that shows them, unless {@code NO_COLOR} is set. */
    AUTO,
    /** Always, even in a file or a pipe. */
    ALWAYS,
    NEVER;

    /** As written on the command line: {@code auto}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
