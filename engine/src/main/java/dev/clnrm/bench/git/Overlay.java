package dev.clnrm.bench.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Files of one revision that replace those of another. Links are neither copied nor followed.
 *
 * @param files the files to write, relative to the repository
 * @param gone the files to remove
 */
public record Overlay(List<String> files, List<String> gone) {
    public Overlay {
        files = List.copyOf(files);
        gone = List.copyOf(gone);
    }

    /**
     * The overlay that makes some files of one tree the same as in the other.
     *
     * @param from the tree with the files to copy
     * @param onto the tree with the files to replace
     * @param wanted selects paths
     */
    public static Overlay between(Tree from, Tree onto, Predicate<String> wanted) throws IOException {
        List<String> files = new ArrayList<>();
        for (String file : from.files().all()) {
            if (wanted.test(file) && isFile(from.root().resolve(file)) && !same(from, onto, file)) {
                files.add(file);
            }
        }
        Set<String> kept = new HashSet<>(from.files().all());
        List<String> gone = onto.files().all().stream()
                .filter(file -> wanted.test(file) && !kept.contains(file))
                .toList();
        return new Overlay(files, gone);
    }

    private static boolean same(Tree from, Tree onto, String file) throws IOException {
        Path below = onto.root().resolve(file);
        return isFile(below) && Files.mismatch(from.root().resolve(file), below) < 0;
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    public List<String> paths() {
        return Stream.concat(files.stream(), gone.stream()).toList();
    }

    /** The same without some files, which then stay unchanged. */
    public Overlay without(Collection<String> some) {
        return new Overlay(
                files.stream().filter(file -> !some.contains(file)).toList(),
                gone.stream().filter(file -> !some.contains(file)).toList());
    }

    public String digest(Path from) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : files) {
                byte[] content = Files.readAllBytes(from.resolve(file));
                digest.update((file + '\0' + content.length + '\0').getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            }
            gone.forEach(file -> digest.update((file + "\0gone\0").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /**
     * Writes and removes the files.
     *
     * @param from the root of the source tree
     * @param onto the root of the target tree
     * @throws CheckoutException if the trees clash, or a link leads out of the target tree
     */
    public void lay(Path from, Path onto) throws CheckoutException {
        for (String file : gone) {
            try {
                Files.deleteIfExists(inside(onto, file));
            } catch (IOException e) {
                throw clash(file, "cannot be removed: " + e.getMessage());
            }
        }
        for (String file : files) {
            Path target = inside(onto, file);
            if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
                throw clash(file, "is a folder on the base and a file on the head");
            }
            try {
                Files.createDirectories(target.resolveSibling(""));
                Files.copy(from.resolve(file), target, StandardCopyOption.REPLACE_EXISTING, LinkOption.NOFOLLOW_LINKS);
            } catch (IOException e) {
                throw clash(file, "cannot be written: " + e.getMessage());
            }
        }
    }

    /** A path in a tree, whose parents are all folders. */
    private static Path inside(Path tree, String file) throws CheckoutException {
        Path at = tree;
        Path relative = Path.of(file);
        for (int depth = 0; depth + 1 < relative.getNameCount(); depth++) {
            at = at.resolve(relative.getName(depth));
            if (Files.exists(at, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
                throw clash(
                        file,
                        "is in a folder on the head; on the base `" + tree.relativize(at) + "` is a link or a file");
            }
        }
        return tree.resolve(file);
    }

    private static CheckoutException clash(String file, String how) {
        return new CheckoutException(
                "`" + file + "` " + how,
                "name what to lay over with `overlay:` in budgets.yaml, or write `overlay: off`");
    }
}
