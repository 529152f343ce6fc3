package dev.clnrm.bench.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Digests by which two plans are known to measure the same: forks of one run are joined by a later part of it only where both are equal.
 *
 * @param cases of the cases, their targets, JVMs, arguments and effort
 * @param code of every byte on their class paths
 */
public record PlanDigest(String cases, String code) {
    /** The digests of a plan. */
    public static PlanDigest of(Plan plan) {
        MessageDigest cases = sha256();
        TreeMap<String, Path> files = new TreeMap<>();
        for (PlannedCase planned : plan.cases()) {
            cases.update(planned.toString().getBytes(StandardCharsets.UTF_8));
            planned.launch().classPath().entries().forEach(entry -> files.put(entry.toString(), entry));
        }
        MessageDigest code = sha256();
        files.values().forEach(file -> update(code, file));
        return new PlanDigest(hex(cases), hex(code));
    }

    private static void update(MessageDigest digest, Path entry) {
        try {
            if (Files.isDirectory(entry)) {
                List<Path> children;
                try (Stream<Path> walk = Files.walk(entry)) {
                    children = walk.filter(Files::isRegularFile).sorted().toList();
                }
                for (Path child : children) {
                    digest.update(child.toString().getBytes(StandardCharsets.UTF_8));
                    content(digest, child);
                }
            } else {
                content(digest, entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void content(MessageDigest digest, Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
