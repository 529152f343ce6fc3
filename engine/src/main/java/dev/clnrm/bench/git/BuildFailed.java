package dev.clnrm.bench.git;

import java.util.List;

/** A build that ended with another status than 0. */
public final class BuildFailed extends CheckoutException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lastLines;

    BuildFailed(String message, String help, List<String> lastLines) {
        super(message, help);
        this.lastLines = List.copyOf(lastLines);
    }

    /** The end of what it printed, at most {@value Build#LAST_LINES} lines. */
    public List<String> lastLines() {
        return lastLines;
    }
}
