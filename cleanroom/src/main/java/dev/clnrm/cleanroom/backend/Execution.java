package dev.clnrm.cleanroom.backend;

/**
 * What a command did. Immutable.
 *
 * @param exitCode 0 where it succeeded; {@value #ENDED} where it was ended
 * @param output what it printed, as far as the limit allowed
 * @param errorOutput what it printed as errors, as far as the limit allowed
 * @param outputCut whether it printed more than the limit
 * @param errorOutputCut whether it printed more errors than the limit
 * @param ended whether it was ended by force
 */
public record Execution(
        int exitCode, String output, String errorOutput, boolean outputCut, boolean errorOutputCut, boolean ended) {
    /** The command may not be executed; the number is the shell's (POSIX.1-2017, XCU 2.8.2). */
    public static final int NOT_EXECUTABLE = 126;

    /** There is no such command; the number is the shell's (POSIX.1-2017, XCU 2.8.2). */
    public static final int NOT_FOUND = 127;

    /** Ended by force: 128 and the number of the signal KILL, as shells count. */
    public static final int ENDED = 137;

    /** It succeeded and printed this. */
    public static Execution success(String output) {
        return new Execution(0, output, "", false, false, false);
    }

    /** It failed with this code and this error. */
    public static Execution failure(int exitCode, String errorOutput) {
        return new Execution(exitCode, "", errorOutput, false, false, false);
    }

    /** It was ended by force, and had printed nothing. */
    public static Execution byForce() {
        return new Execution(ENDED, "", "", false, false, true);
    }
}
