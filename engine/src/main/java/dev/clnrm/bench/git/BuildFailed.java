package dev.clnrm.bench.git;

import java.nio.file.Path;
import java.util.List;

/** A build that ended with another status than 0. */
public final class BuildFailed extends CheckoutException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lastLines;
    private final transient Path log;

    BuildFailed(String message, List<String> lastLines, Path log) {
        super(message, "its full output is in " + log + "; `build:` in budgets.yaml names the command");
        this.lastLines = List.copyOf(lastLines);
        this.log = log;
    }

    /** The end of what it printed, at most {@value Build#LAST_LINES} lines. */
    public List<String> lastLines() {
        return lastLines;
    }

    /** The file with all it printed. */
    public Path log() {
        return log;
    }
}
