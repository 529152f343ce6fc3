package org.openjdk.jmh.runner.link;

import java.io.ObjectInputFilter;

/**
 * Accepts only the types that results consist of, and limits each message to the size of a normal fork's message. Arrays are
 * allocated before their content is read, and a few nested sets can take forever to read.
 */
final class FrameFilter implements ObjectInputFilter {
    /** The most bytes of a message, 64 MiB: printed output arrives in one array. */
    private static final long MOST_BYTES = 64L << 20;

    /** The most references: a histogram of a million different times has two for each. */
    private static final long MOST_REFERENCES = 4_000_000;

    /** The deepest nesting: twice what JMH's results need. The cost of nested sets doubles with each level. */
    private static final int DEEPEST = 24;

    private static final ObjectInputFilter TYPES =
            Config.createFilter("java.lang.Object;java.lang.Number;java.lang.Integer;java.lang.Long;java.lang.Double;"
                    + "java.lang.Boolean;java.lang.String;java.lang.Enum;java.lang.StackTraceElement;java.lang.Throwable;"
                    + "java.lang.Exception;java.lang.RuntimeException;java.lang.Error;java.lang.IllegalStateException;"
                    + "java.util.ArrayList;java.util.AbstractList;java.util.LinkedList;java.util.TreeMap;java.util.HashMap;"
                    + "java.util.LinkedHashMap;java.util.HashSet;java.util.TreeSet;java.util.Arrays$ArrayList;"
                    + "java.util.Collections$*;java.util.ImmutableCollections$*;java.util.CollSer;java.util.Map$Entry;"
                    + "java.util.concurrent.TimeUnit;org.openjdk.jmh.**;!*");

    private long bytes;
    private long referencesBefore;
    private long references;

    /** Starts the count for the next message. */
    void next() {
        bytes = 0;
        referencesBefore = references;
    }

    @Override
    public Status checkInput(FilterInfo info) {
        references = info.references();
        if (info.arrayLength() > 0) {
            bytes += info.arrayLength() * width(info.serialClass());
        }
        boolean tooMuch =
                bytes > MOST_BYTES || info.depth() > DEEPEST || references - referencesBefore > MOST_REFERENCES;
        return tooMuch ? Status.REJECTED : TYPES.checkInput(info);
    }

    private static long width(Class<?> array) {
        Class<?> element = array == null ? null : array.getComponentType();
        if (element == null || element == byte.class || element == boolean.class) {
            return 1;
        }
        return element == long.class || element == double.class ? Long.BYTES : Integer.BYTES;
    }
}
