package dev.clnrm.bench.report;

import java.io.IOException;
import java.io.Writer;

/** Text up to a length; whoever writes more is stopped. */
final class Bounded extends Writer {
    private final int most;
    private final StringBuilder text = new StringBuilder();

    /** @param most characters */
    Bounded(int most) {
        this.most = most;
    }

    /** There is no room for what was to be written. */
    static final class Full extends IOException {
        private static final long serialVersionUID = 1L;

        private Full() {
            super("there is no room for more");
        }
    }

    @Override
    public void write(char[] chars, int offset, int length) throws Full {
        if (length > most - text.length()) {
            throw new Full();
        }
        text.append(chars, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }
}
