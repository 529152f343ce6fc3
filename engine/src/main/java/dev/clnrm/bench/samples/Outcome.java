package dev.clnrm.bench.samples;

import java.util.List;
import java.util.Optional;

/** How a fork ended. */
public sealed interface Outcome {
    /** Every value asked for was given. */
    record Finished() implements Outcome {}

    /**
     * The fork gave no usable values.
     *
     * @param cause what happened, from a closed list
     * @param message one clause: {@code java.lang.IllegalStateException: no such key}
     * @param lastLines the end of what the fork printed
     * @param command what repeats it
     * @param log the file that has all the fork printed, by its name in the run's folder: {@code logs/fork-3.log}; absent if it
     *     printed nothing
     */
    record Failed(Cause cause, String message, List<String> lastLines, String command, Optional<String> log)
            implements Outcome {
        public Failed {
            lastLines = List.copyOf(lastLines);
        }

        /** Of a fork without a log. */
        public Failed(Cause cause, String message, List<String> lastLines, String command) {
            this(cause, message, lastLines, command, Optional.empty());
        }
    }

    /** Why a fork failed. */
    enum Cause {
        /** The benchmark threw. */
        THREW,
        /** The heap, or the memory of the machine, was exhausted. */
        OUT_OF_MEMORY,
        /** The code under test ended the JVM. */
        EXITED,
        /** The JVM crashed, or something outside killed it. */
        CRASHED,
        /** The fork outlived its plan and was killed. */
        HUNG,
        /** The fork could not be started. */
        NOT_STARTED
    }
}
