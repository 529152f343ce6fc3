package dev.clnrm.bench.terminal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A terminal that records its streams, with a clock that the test moves. */
final class Recorded {
    private final ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    private final Terminal terminal;
    private long nanos;

    Recorded(boolean isTerminal, Color color, Map<String, String> environment) {
        this.terminal = new Terminal(
                stream(outBytes),
                stream(errBytes),
                new Terminal.Kind(isTerminal, isTerminal),
                color,
                environment,
                () -> nanos);
    }

    Terminal terminal() {
        return terminal;
    }

    void pass(double seconds) {
        nanos += (long) (seconds * 1e9);
    }

    String out() {
        return outBytes.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return errBytes.toString(StandardCharsets.UTF_8);
    }

    byte[] outBytes() {
        return outBytes.toByteArray();
    }

    /** The final view of standard error on a terminal: the last drawing of each line. */
    String seen() {
        StringBuilder seen = new StringBuilder();
        for (String line : err().split("\n", -1)) {
            String last = line.substring(line.lastIndexOf('\r') + 1);
            seen.append(last.replaceFirst("^\u001b\\[K", "")).append('\n');
        }
        return seen.substring(0, seen.length() - 1);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }
}
