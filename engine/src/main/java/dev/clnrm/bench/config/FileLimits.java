package dev.clnrm.bench.config;

/** How much of a file is read; each far above what people write and far below what hurts. */
final class FileLimits {
    /** 1 MiB: ten thousand budgets with their reasons. */
    static final int BYTES = 1 << 20;

    /** Lists and mappings inside one another; the format itself needs five. */
    static final int DEPTH = 20;

    /** Aliases, each {@code *name}. */
    static final int ALIASES = 1000;

    /** Values, with every alias written out. */
    static final long VALUES = 200_000;

    /** Characters of one text: a command with all its arguments. */
    static final int TEXT = 10_000;

    /** Characters of a regular expression, whose nesting the JDK follows by recursion. */
    static final int EXPRESSION = 1000;

    /** Cases of one suite. */
    static final long CASES = 100_000;

    private FileLimits() {}
}
