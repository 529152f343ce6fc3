package dev.clnrm.bench.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lists folders for help and guesses, which may do without them. */
public final class Listing {
    private Listing() {}

    /** The files and folders in a folder; none if it cannot be read. */
    public static List<Path> of(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
