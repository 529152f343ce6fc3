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
 * The processes of one step, found also when their parents are gone or they made a session of their own: on Linux by
 * their {@link Mark}, elsewhere as descendants only. A process that both clears its environment and leaves the step's
 * directory is not found by its mark; a sandbox holds such a one, a {@link ProcessBackend} does not.
 */
final class ProcessTree {
    private static final Path PROC = Path.of("/proc");
    private static final boolean LINUX = Files.isReadable(PROC.resolve("self/environ"));

    /** In so short a time the kernel does not hand out all its process ids: those of a step are above its first one. */
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(100);

    /** Rounds of looking and killing, a millisecond apart at least: a step that forks all the while loses the race. */
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

    /** Ends every process of the step, and returns when none is left; false where some would not go. */
    boolean end() {
        List<ProcessHandle> known = root.descendants().toList();
        root.toHandle().destroyForcibly(); // the handle, for the process itself would close what it printed
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

    /** Ends what the step's first process, which has ended, left running; false where some would not go. */
    boolean endLeftovers() {
        if (!LINUX || isSurelyAlone()) {
            return true;
        }
        return end();
    }

    /** Cheap and mostly true: no process began since the step's own, or none of those that did is marked. */
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
                // the handle first: it knows the process by its start, and kills no later one of the same number
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
            return false; // gone meanwhile, or another user's
        }
    }

    /** The number of the process or thread made last; 0 where it cannot be told. */
    private static long lastPid() {
        try {
            String line = new String(read(PROC.resolve("loadavg")), StandardCharsets.US_ASCII);
            return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1).trim());
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    /** By a stream: a channel closes itself under a thread that is being interrupted, as one at its deadline is. */
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
