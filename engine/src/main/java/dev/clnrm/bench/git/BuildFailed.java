package dev.clnrm.bench.git;

import java.nio.file.Path;
import java.util.List;

/** A build that ended with another status than 0. */
public final class BuildFailed extends CheckoutException {
    private static final long serialVersionUID = 1L;

    private final String command;
    private final int status;
    private final transient List<String> lastLines;
    private final transient Path log;

    BuildFailed(String command, int status, List<String> lastLines, Path log) {
        super(
                "the build command `" + command + "` ended with status " + status,
                "all it printed is in " + log + "; `build:` in budgets.yaml names the command");
        this.command = command;
        this.status = status;
        this.lastLines = List.copyOf(lastLines);
        this.log = log;
    }

    /** What was run. */
    public String command() {
        return command;
    }

    /** Its status; 128 and the signal's number where a signal ended it. */
    public int status() {
        return status;
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
