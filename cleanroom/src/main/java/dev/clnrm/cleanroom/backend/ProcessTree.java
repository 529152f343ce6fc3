package dev.clnrm.cleanroom.backend;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The processes of one step, found even if their parents have ended or they started a new session: on Linux by their
 * {@link Mark}, elsewhere only as descendants. A process that both clears its environment and leaves the step's directory is not
 * found by its mark; a sandbox contains such a process, a {@link ProcessBackend} does not.
 */
final class ProcessTree {
    private static final Path PROC = Path.of("/proc");
    private static final boolean LINUX = Files.isReadable(PROC.resolve("self/environ"));

    /** A time in which the kernel cannot use up all its process ids, so those of a step are above its first one. */
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(100);

    /** The most rounds of searching and killing, at least a millisecond apart: a step that keeps forking loses the race. */
    private static final int ROUNDS = 1000;

    private final Process root;
    private final Mark mark;
    private final byte[] bytes;
    private final long started = System.nanoTime();

    ProcessTree(Process root, Mark mark) {
        this.root = root;
        this.mark = mark;
        this.bytes = mark.bytes();
    }

    /** Ends every process of the step, and returns when none is left; false if some could not be ended. */
    boolean end() {
        List<ProcessHandle> known = root.descendants().toList();
        root.toHandle().destroyForcibly(); // the handle, because the process itself would close its output
        known.forEach(ProcessHandle::destroyForcibly);
        if (!LINUX) {
            return true;
        }
        for (int round = 0; round < ROUNDS; round++) {
            List<ProcessHandle> left = marked();
            if (left.isEmpty()) {
                return true;
            }
            left.forEach(ProcessHandle::destroyForcibly);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        return false;
    }

    /** Ends the processes that the step's first process left running after its end; false if some could not be ended. */
    boolean endLeftovers() {
        if (!LINUX || isSurelyAlone()) {
            return true;
        }
        return end();
    }

    /** A cheap check that is usually true: no process started after the step's own, or none of those is marked. */
    private boolean isSurelyAlone() {
        if (System.nanoTime() - started > SHORT) {
            return marked().isEmpty();
        }
        long last = lastPid();
        if (last < root.pid()) {
            return marked().isEmpty();
        }
        for (long pid = root.pid() + 1; pid <= last; pid++) {
            if (isMarked(PROC.resolve(Long.toString(pid)))) {
                return false;
            }
        }
        return true;
    }

    private List<ProcessHandle> marked() {
        List<ProcessHandle> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                // the handle first: it identifies the process by its start, so it never kills a later one with the same
                // number
                Optional<ProcessHandle> handle =
                        ProcessHandle.of(Long.parseLong(process.getFileName().toString()));
                if (handle.isPresent() && isMarked(process)) {
                    found.add(handle.get());
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        return found;
    }

    private boolean isMarked(Path process) {
        try {
            return holds(read(process.resolve("environ")), bytes)
                    || (mark.onHost()
                            && Files.readSymbolicLink(process.resolve("cwd")).startsWith(mark.directory()));
        } catch (IOException e) {
            return false; // it has ended in the meantime, or belongs to another user
        }
    }

    /** The number of the newest process or thread; 0 if unknown. */
    private static long lastPid() {
        try {
            String line = new String(read(PROC.resolve("loadavg")), StandardCharsets.US_ASCII);
            return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1).trim());
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    /** Uses a stream, because a channel closes itself if its thread is interrupted, as at a deadline. */
    private static byte[] read(Path file) throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            return in.readAllBytes();
        }
    }

    private static boolean holds(byte[] text, byte[] sought) {
        for (int from = 0; from <= text.length - sought.length; from++) {
            int i = 0;
            while (i < sought.length && text[from + i] == sought[i]) {
                i++;
            }
            if (i == sought.length) {
                return true;
            }
        }
        return false;
    }
}
