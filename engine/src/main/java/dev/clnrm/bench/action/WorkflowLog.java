package dev.clnrm.bench.action;

import dev.clnrm.bench.github.Breach;
import java.io.PrintStream;

/**
 * What the runner reads: it takes every line that begins with {@code ::} for a command, also of code under test.
 *
 * @param out the log
 */
record WorkflowLog(PrintStream out) {
    /** Something that may fail. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T done() throws E, InterruptedException;
    }

    /** Does something that prints: nothing it prints is a command. */
    <T, E extends Exception> T deaf(Work<T, E> work) throws E, InterruptedException {
        String word = StepFiles.random();
        out.println("::stop-commands::" + word);
        out.flush();
        try {
            return work.done();
        } finally {
            // What was printed last may lack its line end, and this has to stand at the beginning of a line.
            out.println();
            out.println("::" + word + "::");
            out.flush();
        }
    }

    void error(String message) {
        out.println("::error title=clnrm-bench::" + escaped(message));
    }

    void warning(String message) {
        out.println("::warning title=clnrm-bench::" + escaped(message));
    }

    void notice(String message) {
        out.println("::notice::" + escaped(message));
    }

    /** Says it beside a line of a file. */
    void breach(Breach breach) {
        out.println("::error file=" + property(breach.path()) + ",line=" + breach.line() + ",title="
                + property(breach.title()) + "::" + escaped(breach.message()));
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return escaped(text).replace(":", "%3A").replace(",", "%2C");
    }
}
