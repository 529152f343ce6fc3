package org.openjdk.jmh.runner.link;

import java.io.ObjectInputFilter;

/**
 * Admits the types results are made of and nothing else, and of these so much in one frame as an honest fork sends: arrays are made
 * before their content is read, and a few nested sets cost their reader more time than there is.
 */
final class FrameFilter implements ObjectInputFilter {
    /** What code prints comes as it is printed, in one array; 64 MiB at a time are let through. */
    private static final long MOST_BYTES = 64L << 20;

    /** A histogram of a million different times has two for each. */
    private static final long MOST_REFERENCES = 4_000_000;

    /** Twice what JMH's results need; the cost of nested sets doubles with each. */
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

    /** Says that another frame begins. */
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
