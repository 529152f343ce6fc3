package dev.clnrm.bench.git;

/** A revision that cannot be checked out, for a reason outside this program. */
public class CheckoutException extends Exception {
    private final String help;

    /**
     * Creates an exception.
     *
     * @param message a lower-case clause that says what is wrong
     * @param help what to do about it; may be empty
     */
    public CheckoutException(String message, String help) {
        super(message);
        this.help = help;
    }

    /** What to do about it; may be empty. */
    public String help() {
        return help;
    }
}
