package org.openjdk.jmh.util.lines;

/** The door to how JMH encodes parameter values in its lists. */
public final class Armors {
    private Armors() {}

    /** The value as it stands in a list. */
    public static String encode(String value) {
        return Armor.encode(value);
    }
}
