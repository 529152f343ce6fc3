package dev.clnrm.bench.fork.internal;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A suite class that could not be read because of the user's code. The message is a clause that follows the class's name. */
final class SuiteClassException extends Exception {
    private static final int MOST_FRAMES = 5;
    private static final List<String> NOT_THE_AUTHORS = List.of(
            "java.", "jdk.", "dev.clnrm.bench.dsl.", "dev.clnrm.bench.fork.internal.", "dev.clnrm.bench.model.");

    /** What HotSpot says of a class that is compiled for a newer Java. */
    private static final Pattern NEWER =
            Pattern.compile("(\\S+) has been compiled by a more recent .*?class file version (\\d{1,5}).*");

    /** The version of the class files of Java 1; each feature version has the next. */
    private static final int BEFORE_JAVA_1 = 44;

    SuiteClassException(String clause, Throwable cause) {
        super(clause, cause);
    }

    static SuiteClassException of(String clause, @Nullable Throwable thrown) {
        Throwable cause = thrown == null ? new IllegalStateException("unknown cause") : thrown;
        while (cause instanceof ExceptionInInitializerError && cause.getCause() != null) {
            cause = cause.getCause();
        }
        Matcher newer = NEWER.matcher(String.valueOf(cause.getMessage()));
        return cause instanceof UnsupportedClassVersionError && newer.matches()
                ? new SuiteClassException(needs(newer), cause)
                : new SuiteClassException(clause + cause, cause);
    }

    private static String needs(Matcher newer) {
        int feature = Integer.parseInt(newer.group(2)) - BEFORE_JAVA_1;
        return "`" + newer.group(1).replace('/', '.') + "` is compiled for Java " + feature + ", but Java "
                + Runtime.version().feature() + " runs it; write `java: " + feature
                + "` below `measure:`, or start clnrm-bench with JDK " + feature;
    }

    /** The deepest stack frames that belong to neither the JDK nor this tool; empty for a class of a newer Java. */
    List<String> authorFrames() {
        Throwable cause = getCause();
        return cause == null || cause instanceof UnsupportedClassVersionError
                ? List.of()
                : Arrays.stream(cause.getStackTrace())
                        .filter(f -> NOT_THE_AUTHORS.stream().noneMatch(f.getClassName()::startsWith))
                        .limit(MOST_FRAMES)
                        .map(StackTraceElement::toString)
                        .toList();
    }
}
