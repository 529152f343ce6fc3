package dev.clnrm.bench.terminal;

/** The modes of colour. */
public enum Color {
    /** On a terminal that shows them, unless {@code NO_COLOR} is set. */
    AUTO,
    /** Always, even in a file or a pipe. */
    ALWAYS,
    NEVER
}
