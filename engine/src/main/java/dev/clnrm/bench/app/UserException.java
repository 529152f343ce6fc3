package dev.clnrm.bench.app;

/** A fault of the user. It is printed as a message, never with a stack trace. */
public class UserException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exit;
    private final String help;

    public UserException(String message, String help) {
        this(ExitStatus.WRONG_USE, message, help);
    }

    public UserException(int exit, String message, String help) {
        super(message);
        this.exit = exit;
        this.help = help;
    }

    public int exit() {
        return exit;
    }

    public String help() {
        return help;
    }
}
