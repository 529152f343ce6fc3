package dev.clnrm.bench.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads all output of a process and keeps its end. Safe for use by several threads. */
final class LastLine implements Runnable {
    private static final String FRAME = "\tat ";
    private static final int KEPT = 4_000;
    private static final long GRACE_MILLIS = 500;

    private final InputStream from;
    private final int kept;
    private final Thread thread = new Thread(this, "declaring-output");
    private String end = "";

    private LastLine(InputStream from, int kept) {
        this.from = from;
        this.kept = kept;
    }

    static LastLine of(InputStream from) {
        return of(from, KEPT);
    }

    /** Starts reading a stream and keeps this many characters. */
    static LastLine of(InputStream from, int kept) {
        LastLine last = new LastLine(from, kept);
        last.thread.setDaemon(true);
        last.thread.start();
        return last;
    }

    /** The last line that is neither blank nor a stack frame, once the process has ended; empty if there is none. */
    Optional<String> get() throws InterruptedException {
        return all().stream()
                .filter(line -> !line.isBlank() && !line.startsWith(FRAME))
                .reduce((a, b) -> b);
    }

    /** The kept lines, once the process has ended. */
    List<String> all() throws InterruptedException {
        thread.join(GRACE_MILLIS);
        return end().lines().toList();
    }

    private synchronized String end() {
        return end;
    }

    private synchronized void add(String text) {
        String all = end + text;
        end = all.substring(Math.max(0, all.length() - kept));
    }

    @Override
    public void run() {
        byte[] buffer = new byte[1 << 16];
        try (from) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                int last = Math.min(read, kept);
                add(new String(buffer, read - last, last, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            add("");
        }
    }
}
