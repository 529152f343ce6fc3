package dev.clnrm.bench.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads all output of a process and keeps its end. Safe for use by several threads. */
final class LastLine implements Runnable {
    private static final String FRAME = "\tat ";
    private static final int KEPT = 4_000;
    private static final long GRACE_MILLIS = 500;

    private final InputStream from;
    private final Thread thread = new Thread(this, "declaring-output");
    private String end = "";

    private LastLine(InputStream from) {
        this.from = from;
    }

    static LastLine of(InputStream from) {
        LastLine last = new LastLine(from);
        last.thread.setDaemon(true);
        last.thread.start();
        return last;
    }

    /** The last line that is neither blank nor a frame of a stack trace, once the process has ended; absent if there is none. */
    Optional<String> get() throws InterruptedException {
        thread.join(GRACE_MILLIS);
        return end().lines()
                .filter(line -> !line.isBlank() && !line.startsWith(FRAME))
                .reduce((a, b) -> b);
    }

    private synchronized String end() {
        return end;
    }

    private synchronized void add(String text) {
        String all = end + text;
        end = all.substring(Math.max(0, all.length() - KEPT));
    }

    @Override
    public void run() {
        byte[] buffer = new byte[1 << 16];
        try (from) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                int kept = Math.min(read, KEPT);
                add(new String(buffer, read - kept, kept, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            add("");
        }
    }
}
