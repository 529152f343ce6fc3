package dev.clnrm.bench.git;

import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.os.PassedVariables;
import dev.clnrm.bench.os.Program;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Built work trees of commits, each packed into one file, for the next comparison with the same commit. A build is reused only if
 * the command, the JDKs and the variables are the same. A file appears only when it is complete. The oldest files are deleted if
 * there are too many.
 *
 * @param folder the folder of the files
 * @param environment the variables of this program
 * @param laidOver the digest of the overlay on the commits; empty if there is none
 */
public record BuildCache(Path folder, Map<String, String> environment, String laidOver) {
    /** The most files: enough for a branch, its base and a few more. A bisection of 100 commits needs seven. */
    static final int MOST = 8;

    /** The most bytes of all files together. */
    static final long BYTES = 2L << 30;

    /** The longest time that a build is reused, because it may use changing dependencies, for example snapshots. */
    static final Duration AGE = Duration.ofDays(7);

    private static final String SUFFIX = ".tar";
    private static final String PART = ".part-";

    public BuildCache {
        environment = Map.copyOf(environment);
    }

    /**
     * Unpacks an earlier build of a commit into its work tree, if there is one.
     *
     * @param project the project's folder in the work tree, where the command runs
     * @return whether there was one
     */
    public boolean restore(Commit commit, Build build, Path project) throws CheckoutException, InterruptedException {
        Path file = folder.resolve(name(commit, build, project));
        try {
            if (!Files.isRegularFile(file) || old(file)) {
                return false;
            }
            tar(List.of("-xf", file.toString(), "-C", Git.root(project).toString()));
            return true;
        } catch (IOException e) {
            throw new CheckoutException(
                    "the stored build " + file + " cannot be unpacked: " + e.getMessage(), "delete this file");
        }
    }

    /**
     * Stores a build.
     *
     * @return the reason if it could not be stored
     */
    public Optional<String> keep(Commit commit, Build build, Path project) throws InterruptedException {
        Path part = folder.resolve(PART + ProcessHandle.current().pid());
        try {
            Files.createDirectories(folder);
            try {
                tar(List.of("-cf", part.toString(), "-C", Git.root(project).toString(), "--exclude=./.git", "."));
                Files.move(part, folder.resolve(name(commit, build, project)), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            removeOldest();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void tar(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tar"));
        command.addAll(words);
        ProcessBuilder tar = Program.of(command, folder, PassedVariables.PROGRAM.in(environment))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        int status = Program.run(tar, seconds -> {});
        if (status != 0) {
            throw new IOException("tar ended with status " + status);
        }
    }

    private void removeOldest() throws IOException {
        List<Path> newestFirst = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(SUFFIX)) {
                    newestFirst.add(file);
                } else if (abandoned(name)) {
                    Files.deleteIfExists(file);
                }
            }
        }
        newestFirst.sort(Comparator.comparing((Path file) -> file.toFile().lastModified())
                .reversed());
        long bytes = 0;
        int kept = 0;
        for (Path file : newestFirst) {
            bytes += file.toFile().length();
            kept++;
            if (kept > MOST || bytes > BYTES || old(file)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean old(Path file) throws IOException {
        return Files.getLastModifiedTime(file)
                .toInstant()
                .isBefore(Instant.now().minus(AGE));
    }

    /** Whether the file is an unfinished one of a process that no longer runs. */
    private static boolean abandoned(String name) {
        return name.matches("\\" + PART + "\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(name.substring(PART.length())))
                        .isEmpty();
    }

    /**
     * The name of the file: a digest of everything that can influence the command: the files, the folder, the variables, and the
     * JDKs.
     */
    private String name(Commit commit, Build build, Path project) {
        Map<String, String> variables = build.variables(environment);
        Stream<Object> told =
                Stream.of(commit.hash(), Git.root(project).relativize(project), build.command(), variables, laidOver);
        String all = Stream.concat(told, jdks(variables)).map(one -> one + "\0").collect(Collectors.joining());
        return commit.shortHash() + "-" + digest(all).substring(0, 16) + SUFFIX;
    }

    /** The JDKs that {@code JAVA_HOME} and {@code PATH} point to. */
    private static Stream<Jvm> jdks(Map<String, String> variables) {
        Stream<Path> named = Stream.of(Path.of(variables.getOrDefault("JAVA_HOME", ""), "bin"));
        Stream<Path> onPath = Stream.of(variables.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(Path::of);
        return Stream.concat(named, onPath)
                .map(bin -> bin.resolve("java"))
                .filter(Files::isExecutable)
                .flatMap(launcher -> Jvm.of(launcher).stream());
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
