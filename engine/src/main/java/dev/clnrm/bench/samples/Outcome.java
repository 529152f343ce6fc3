package dev.clnrm.bench.samples;

import java.util.List;
import java.util.Optional;

public sealed interface Outcome {
    /** The fork gave all requested values. */
    record Finished() implements Outcome {}

    /**
     * The fork gave no usable values.
     *
     * @param cause the cause, from a closed list
     * @param message one clause: {@code java.lang.IllegalStateException: no such key}
     * @param lastLines the end of the fork's output
     * @param command the command that repeats it
     * @param log the file with the whole output of the fork, relative to the run's folder: {@code logs/fork-3.log}; empty if
     *     there was no output
     */
    record Failed(Cause cause, String message, List<String> lastLines, String command, Optional<String> log)
            implements Outcome {
        public Failed {
            lastLines = List.copyOf(lastLines);
        }

        public Failed(Cause cause, String message, List<String> lastLines, String command) {
            this(cause, message, lastLines, command, Optional.empty());
        }
    }

    /** The cause of a fork's failure. */
    enum Cause {
        THREW,
        /** The heap, or the memory of the machine, was exhausted. */
        OUT_OF_MEMORY,
        /** The code under test ended the JVM. */
        EXITED,
        /** The JVM crashed, or something outside killed it. */
        CRASHED,
        /** The fork exceeded its planned time and was killed. */
        HUNG,
        NOT_STARTED
    }
}
