package dev.clnrm.bench.fork.internal;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A suite class that could not be asked: the author's fault, said in a clause that follows the class's name. */
final class SuiteClassException extends Exception {
    private static final int MOST_FRAMES = 5;
    private static final List<String> NOT_THE_AUTHORS = List.of(
            "java.", "jdk.", "dev.clnrm.bench.dsl.", "dev.clnrm.bench.fork.internal.", "dev.clnrm.bench.model.");

    SuiteClassException(String clause, Throwable cause) {
        super(clause, cause);
    }

    static SuiteClassException of(String clause, @Nullable Throwable thrown) {
        Throwable cause = thrown == null ? new IllegalStateException("unknown cause") : thrown;
        while (cause instanceof ExceptionInInitializerError && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new SuiteClassException(clause + cause, cause);
    }

    /** The deepest frames that belong to neither the JDK nor this tool. */
    List<String> authorFrames() {
        Throwable cause = getCause();
        return cause == null
                ? List.of()
                : Arrays.stream(cause.getStackTrace())
                        .filter(f -> NOT_THE_AUTHORS.stream().noneMatch(f.getClassName()::startsWith))
                        .limit(MOST_FRAMES)
                        .map(StackTraceElement::toString)
                        .toList();
    }
}
