package dev.clnrm.bench.stats;

import java.util.Locale;

/** A value of a closed list, which files name by its class. */
public interface Coded {
    /** A stable short name for files: that of {@code OneFork} is {@code one-fork}. */
    default String code() {
        return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
