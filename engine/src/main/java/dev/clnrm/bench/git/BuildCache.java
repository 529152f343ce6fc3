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
import java.util.stream.Stream;

/**
 * Built work trees of commits, each packed into one file, for the next comparison with the same commit. A build is used again only if
 * the command, the JDKs and the variables are the same. A file appears when it is whole; the oldest go when there are too many.
 *
 * @param folder where the files are
 * @param environment the variables this program sees
 * @param laidOver the digest of what is laid over the commits; empty if nothing is
 */
public record BuildCache(Path folder, Map<String, String> environment, String laidOver) {
    /** Enough for a branch, its base and a few more; a bisection of 100 commits needs seven. */
    static final int MOST = 8;

    /** What all files together may take. */
    static final long BYTES = 2L << 30;

    /** A build may use what others publish, such as snapshots, so it is not used for ever. */
    static final Duration AGE = Duration.ofDays(7);

    private static final String SUFFIX = ".tar";
    private static final String PART = ".part-";

    public BuildCache {
        environment = Map.copyOf(environment);
    }

    /**
     * Puts what a build once made of a commit into its work tree, if it is there.
     *
     * @param project the project's folder in the work tree, where the command runs
     * @return whether it was there
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
     * Keeps what a build made.
     *
     * @return why it could not be kept
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

    /** Whether it is what a process that is gone was packing. */
    private static boolean abandoned(String name) {
        return name.matches("\\" + PART + "\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(name.substring(PART.length())))
                        .isEmpty();
    }

    /** Named after everything that a command can be told: the files, where it runs, the variables, and the JDKs behind them. */
    private String name(Commit commit, Build build, Path project) {
        Map<String, String> variables = build.variables(environment);
        StringBuilder told = new StringBuilder()
                .append(commit.hash())
                .append('\0')
                .append(Git.root(project).relativize(project))
                .append('\0')
                .append(build.command())
                .append('\0')
                .append(variables)
                .append('\0')
                .append(laidOver)
                .append('\0');
        jdks(variables).forEach(jdk -> told.append(jdk).append('\0'));
        return commit.shortHash() + "-" + digest(told.toString()).substring(0, 16) + SUFFIX;
    }

    /** The JDKs that {@code JAVA_HOME} and the {@code PATH} lead to. */
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
