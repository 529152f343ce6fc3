package org.openjdk.jmh.util.lines;

/** Makes JMH's encoding of parameter values in its lists accessible. */
public final class Armors {
    private Armors() {}

    /** The value as written in a list. */
    public static String encode(String value) {
        return Armor.encode(value);
    }
}
