package dev.clnrm.bench.app;

import dev.clnrm.bench.samples.JournalEntry;

/** A side that cannot be measured, while another state of the project may be: it does not build, or has no such case. */
public final class UnmeasurableException extends UserException {
    private static final long serialVersionUID = 1L;

    private final String side;

    UnmeasurableException(int exit, String side, String message, String help) {
        super(exit, message, help);
        this.side = side;
    }

    /** One without the cases asked for. */
    static UnmeasurableException lacking(String message, String help) {
        return new UnmeasurableException(ExitStatus.WRONG_USE, JournalEntry.HEAD, message, help);
    }

    /** {@code base} or {@code head}. */
    String side() {
        return side;
    }
}
