package dev.clnrm.bench.app;

import dev.clnrm.bench.samples.JournalEntry;

/** A side cannot be measured, because it does not build or has no such case. Another state of the project may be measurable. */
public final class UnmeasurableException extends UserException {
    private static final long serialVersionUID = 1L;

    private final String side;

    UnmeasurableException(int exit, String side, String message, String help) {
        super(exit, message, help);
        this.side = side;
    }

    /** The exception for a side without the requested cases. */
    static UnmeasurableException lacking(String message, String help) {
        return new UnmeasurableException(ExitStatus.WRONG_USE, JournalEntry.HEAD, message, help);
    }

    /** The side: {@code base} or {@code head}. */
    String side() {
        return side;
    }
}
