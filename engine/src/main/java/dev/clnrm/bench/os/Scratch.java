package dev.clnrm.bench.os;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Temporary folders. */
public final class Scratch {
    private Scratch() {}

    /**
     * Creates a folder that only this user can enter. Its name is no secret, unlike that of {@link Files#createTempDirectory}: secret names
     * need a generator of random numbers, which takes half of the start of a short command.
     *
     * @param prefix the start of its name
     */
    public static Path made(Path parent, String prefix) throws IOException {
        FileAttribute<?>[] own =
                parent.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                        }
                        : new FileAttribute<?>[0];
        for (long number = System.nanoTime(); ; number++) {
            try {
                return Files.createDirectory(parent.resolve(prefix + number), own);
            } catch (FileAlreadyExistsException taken) {
                // The next number is free.
            }
        }
    }

    /** Deletes a folder and its content, as far as possible; links are deleted, not followed. */
    public static void delete(Path folder) {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException | UncheckedIOException e) {
            return;
        }
        deepestFirst.forEach(Scratch::remove);
    }

    /**
     * Deletes what dead processes left in a folder.
     *
     * @param prefix the start of the names; the number of the process and a dash follow
     */
    public static void removeAbandoned(Path folder, String prefix) throws IOException {
        Pattern owned = Pattern.compile(Pattern.quote(prefix) + "(\\d{1,18})-.*");
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(left -> {
                        Matcher owner = owned.matcher(String.valueOf(left.getFileName()));
                        return owner.matches()
                                && ProcessHandle.of(Long.parseLong(owner.group(1)))
                                        .isEmpty();
                    })
                    .toList()
                    .forEach(Scratch::delete);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean remove(Path path) {
        try {
            return Files.deleteIfExists(path);
        } catch (IOException e) {
            return false;
        }
    }
}
