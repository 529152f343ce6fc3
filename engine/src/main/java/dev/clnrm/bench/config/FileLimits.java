package dev.clnrm.bench.config;

/** The size limits of a file; each is far above what people write and far below what causes problems. */
final class FileLimits {
    /** 1 MiB: ten thousand budgets with their reasons. */
    static final int BYTES = 1 << 20;

    /** The nesting of lists and mappings; the format itself needs five levels. */
    static final int DEPTH = 20;

    /** The number of aliases, each {@code *name}. */
    static final int ALIASES = 1000;

    /** The number of values after aliases are expanded. */
    static final long VALUES = 200_000;

    /** The characters of one text: enough for a command with all its arguments. */
    static final int TEXT = 10_000;

    /** The characters of a regular expression: the JDK handles its nesting by recursion. */
    static final int EXPRESSION = 1000;

    /** The cases of one suite. */
    static final long CASES = 100_000;

    private FileLimits() {}
}
