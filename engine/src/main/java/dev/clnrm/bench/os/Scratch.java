package dev.clnrm.bench.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that are there for a while. */
public final class Scratch {
    private Scratch() {}

    /** Removes a folder and all in it, as far as that is possible; links are removed, not followed. */
    public static void delete(Path folder) {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            return;
        }
        deepestFirst.forEach(Scratch::remove);
    }

    private static boolean remove(Path path) {
        try {
            return Files.deleteIfExists(path);
        } catch (IOException e) {
            return false;
        }
    }
}
