package dev.clnrm.bench.git;

import java.util.List;

/** A build that ended with another status than 0. */
public final class BuildFailed extends CheckoutException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lastLines;
    private final transient List<String> errors;

    BuildFailed(String message, String help, List<String> lastLines, List<String> errors) {
        super(message, help);
        this.lastLines = List.copyOf(lastLines);
        this.errors = List.copyOf(errors);
    }

    /** The end of what it printed, at most {@value Build#LAST_LINES} lines. */
    public List<String> lastLines() {
        return lastLines;
    }

    /** The lines in which a compiler says what is wrong, and those of its details, with paths relative to the tree; a few of many. */
    public List<String> errors() {
        return errors;
    }
}
