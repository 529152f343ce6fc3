package dev.clnrm.bench.cli;

/** The user's fault: printed as a message, never with a stack trace. */
final class UserException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exit;
    private final String help;

    UserException(String message, String help) {
        this(ExitStatus.WRONG_USE, message, help);
    }

    UserException(int exit, String message, String help) {
        super(message);
        this.exit = exit;
        this.help = help;
    }

    int exit() {
        return exit;
    }

    String help() {
        return help;
    }
}
