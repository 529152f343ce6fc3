package dev.clnrm.bench.model;

import java.util.Arrays;
import java.util.Optional;

/** The meaning of a benchmark's number; the short names are JMH's. */
public enum Mode {
    /** Mean time per operation. */
    AVERAGE("avgt"),
    /** Operations per unit of time. */
    THROUGHPUT("thrpt"),
    /** The distribution of the time of single operations. */
    SAMPLE("sample"),
    /** The time of one invocation in a fresh JVM. */
    SINGLE_SHOT("ss");

    private final String jmhName;

    Mode(String jmhName) {
        this.jmhName = jmhName;
    }

    /** JMH's name of the mode on its command line and in its files: avgt, thrpt, sample, ss. */
    public String jmhName() {
        return jmhName;
    }

    /** The mode with JMH's name {@code name}. */
    public static Optional<Mode> ofJmhName(String name) {
        return Arrays.stream(values()).filter(m -> m.jmhName.equals(name)).findFirst();
    }
}
