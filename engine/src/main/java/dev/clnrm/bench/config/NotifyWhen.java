package dev.clnrm.bench.config;

import java.util.Locale;

/** Of which results somebody is told. */
public enum NotifyWhen {
    /** If the exit status is 1. */
    REGRESSED,
    /** Also if something improved. */
    CHANGED,
    /** Of every result. */
    ALWAYS;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
