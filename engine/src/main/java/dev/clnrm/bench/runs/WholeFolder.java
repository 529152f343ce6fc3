package dev.clnrm.bench.runs;

import dev.clnrm.bench.os.Scratch;
import dev.clnrm.bench.samples.UnwritableFileException;
import dev.clnrm.bench.samples.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes the folders of runs: a folder is filled under a temporary name and then renamed, so it is missing or complete even if its writer is killed. */
public final class WholeFolder {
    /** The end of the name of an incomplete folder. */
    public static final String BEGUN = ".tmp";

    private static final List<String> FILES = List.of("run.json", "samples.ndjson", "jmh-result.json");

    private WholeFolder() {}

    @FunctionalInterface
    public interface Body {
        void writeTo(Path folder) throws IOException;
    }

    /**
     * Writes a folder. Each writer has a temporary name of its own.
     *
     * @return whether it was written; false if it has a run already, because another writer was first
     * @throws UnwritableFileException if it cannot be written; then it is missing
     */
    public static boolean write(Path folder, Body body) {
        Path begun = WholeFile.beside(folder, BEGUN);
        try {
            Files.createDirectories(begun.toAbsolutePath().resolveSibling(""));
            Files.createDirectory(begun);
            body.writeTo(begun);
            Files.move(begun, folder, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            if (Files.exists(folder.resolve("run.json"))) {
                return false;
            }
            throw new UnwritableFileException(folder, e);
        } finally {
            Scratch.delete(begun);
        }
    }

    /** Copies a run to a new folder, without its logs. */
    public static boolean copy(Path run, Path folder) {
        return write(folder, begun -> {
            for (String file : FILES) {
                if (Files.exists(run.resolve(file))) {
                    WholeFile.write(begun.resolve(file), out -> Files.copy(run.resolve(file), out));
                }
            }
        });
    }
}
