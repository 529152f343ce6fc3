package dev.clnrm.cleanroom.backend;

/**
 * The result of a command. Immutable.
 *
 * @param exitCode 0 for success; {@value #ENDED} if it was killed
 * @param output its standard output, up to the limit
 * @param errorOutput its standard error, up to the limit
 * @param outputCut whether standard output exceeded the limit
 * @param errorOutputCut whether standard error exceeded the limit
 * @param ended whether it was killed
 */
public record Execution(
        int exitCode, String output, String errorOutput, boolean outputCut, boolean errorOutputCut, boolean ended) {
    /** The command may not be executed; the number is the shell's (POSIX.1-2017, XCU 2.8.2). */
    public static final int NOT_EXECUTABLE = 126;

    /** There is no such command; the number is the shell's (POSIX.1-2017, XCU 2.8.2). */
    public static final int NOT_FOUND = 127;

    /** Killed: 128 plus the number of the signal KILL, as in shells. */
    public static final int ENDED = 137;

    /** Success with this output. */
    public static Execution success(String output) {
        return new Execution(0, output, "", false, false, false);
    }

    /** Failure with this code and this error output. */
    public static Execution failure(int exitCode, String errorOutput) {
        return new Execution(exitCode, "", errorOutput, false, false, false);
    }

    /** Killed without output. */
    public static Execution byForce() {
        return new Execution(ENDED, "", "", false, false, true);
    }
}
