package dev.clnrm.bench.fork.internal;

import java.util.NoSuchElementException;
import org.openjdk.jmh.util.lines.Armors;

/**
 * A line of a benchmark list, including the older form of JMH without encoded parameter values. A line consists of fields: a
 * letter for the kind, then texts, each preceded by its length; lists and maps begin with the number of entries.
 */
final class PlainListLine {
    /** JMH's class that encodes parameter values; a jar without it has plain lists. */
    static final String ENCODER = "org/openjdk/jmh/util/lines/Armor.class";

    private static final String START = "JMH ";

    private final String line;
    private final boolean plain;
    private final StringBuilder encoded = new StringBuilder(START);
    private int cursor = START.length();

    private PlainListLine(String line, boolean plain) {
        this.line = line;
        this.plain = plain;
    }

    /**
     * The line with its parameter values encoded, as current JMH reads it.
     *
     * @throws NoSuchElementException if it is not such a line
     */
    static String encode(String line) {
        return read(line, true);
    }

    /**
     * The line with encoded parameter values, after a check of all its lengths and counts: JMH allocates as many entries as a
     * line claims.
     *
     * @throws NoSuchElementException if it is not such a line
     */
    static String checked(String line) {
        return read(line, false);
    }

    private static String read(String line, boolean plain) {
        if (!line.startsWith(START)) {
            throw new NoSuchElementException("a line starts with `" + START.strip() + "`");
        }
        PlainListLine reader = new PlainListLine(line, plain);
        while (reader.cursor < line.length()) {
            reader.field();
        }
        return reader.encoded.toString();
    }

    private void field() {
        char kind = line.charAt(cursor);
        cursor += 2;
        encoded.append(kind).append(' ');
        switch (kind) {
            case 'E' -> {}
            case 'S', 'I', 'T', 'U' -> text(false);
            case 'A', 'L' -> texts(count(), false);
            case 'M' -> {
                for (int entries = count(); entries > 0; entries--) {
                    text(false);
                    texts(count(), true);
                }
            }
            default -> throw new NoSuchElementException("unknown kind of field `" + kind + "`");
        }
    }

    private void texts(int count, boolean encode) {
        for (int i = 0; i < count; i++) {
            text(encode);
        }
    }

    private void text(boolean encode) {
        int length = number();
        if (cursor + length > line.length()) {
            throw new NoSuchElementException("a field is longer than its line");
        }
        String text = line.substring(cursor, cursor + length);
        cursor += length + 1;
        String written = plain && encode ? Armors.encode(text) : text;
        encoded.append(written.length()).append(' ').append(written).append(' ');
    }

    private int count() {
        int count = number();
        encoded.append(count).append(' ');
        return count;
    }

    private int number() {
        int end = line.indexOf(' ', cursor);
        String digits = end < 0 ? "" : line.substring(cursor, end);
        if (!digits.matches("\\d{1,9}")) {
            throw new NoSuchElementException("expected a length at " + cursor);
        }
        cursor = end + 1;
        return Integer.parseInt(digits);
    }
}
