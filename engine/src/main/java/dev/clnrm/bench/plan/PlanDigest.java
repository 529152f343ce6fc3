package dev.clnrm.bench.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Digests that show whether two plans measure the same. A later part of a run may add forks only if both digests are equal.
 *
 * @param cases of the cases, their targets, JVMs, arguments and effort
 * @param code of all bytes on their class paths
 */
public record PlanDigest(String cases, String code) {
    /** The digests of a plan. */
    public static PlanDigest of(Plan plan) {
        Sha256 cases = new Sha256();
        TreeMap<String, Path> files = new TreeMap<>();
        for (PlannedCase planned : plan.cases()) {
            cases.append(planned.toString());
            planned.launch().classPath().entries().forEach(entry -> files.put(entry.toString(), entry));
        }
        Sha256 code = new Sha256();
        files.values().forEach(file -> update(code, file));
        return new PlanDigest(cases.hex(), code.hex());
    }

    /**
     * A digest of how the cases of some plans are measured. It does not depend on the folders of their code, because another process checks
     * the same commit out into another folder.
     */
    public static String settings(List<Plan> plans) {
        Sha256 digest = new Sha256();
        for (Plan plan : plans) {
            for (PlannedCase planned : plan.cases()) {
                Launch launch = planned.launch();
                digest.add(List.of(
                                planned.name(),
                                planned.mode(),
                                planned.target(),
                                planned.effort(),
                                launch.jvm().version(),
                                launch.jvm().vendor(),
                                launch.jvmArgs(),
                                launch.env())
                        .toString());
            }
        }
        return digest.hex();
    }

    private static void update(Sha256 digest, Path entry) {
        boolean folder = Files.isDirectory(entry);
        try (Stream<Path> walk = Files.walk(entry)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                if (folder) {
                    digest.append(file.toString());
                }
                content(digest, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void content(Sha256 digest, Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.append(buffer, read);
            }
        }
    }
}
