package dev.clnrm.bench.app;

/** A run cannot be continued, because what it measures or its machine changed. */
final class UnresumableException extends UserException {
    private static final long serialVersionUID = 1L;

    UnresumableException(String message, String help) {
        super(message, help);
    }
}
