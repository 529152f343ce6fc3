package dev.clnrm.bench.action;

/** The workflow's fault: printed as a message, never with a stack trace. */
final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String help;

    Wrong(String message, String help) {
        super(message);
        this.help = help;
    }

    String help() {
        return help;
    }
}
