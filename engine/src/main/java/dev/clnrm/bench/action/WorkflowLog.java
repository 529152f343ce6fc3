package dev.clnrm.bench.action;

import dev.clnrm.bench.github.Breach;
import java.io.PrintStream;

/**
 * The log that the runner reads. The runner takes every line that begins with {@code ::} as a command, even if code under test prints it.
 *
 * @param out the log
 */
record WorkflowLog(PrintStream out) {
    /** Work that may fail. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T done() throws E, InterruptedException;
    }

    /** Does work whose output the runner must not take as commands. */
    <T, E extends Exception> T deaf(Work<T, E> work) throws E, InterruptedException {
        String word = StepFiles.random();
        out.println("::stop-commands::" + word);
        out.flush();
        try {
            return work.done();
        } finally {
            // The last output may lack its line end, but this command must start a line.
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

    /** Writes an annotation at a line of a file. */
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
