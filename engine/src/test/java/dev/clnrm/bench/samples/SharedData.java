package dev.clnrm.bench.samples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measurements of other projects, stored beside this project; {@code -Dclnrm.shared-data=DIR} names another folder. Without them
 * a test is skipped.
 */
public final class SharedData {
    private static final Path FOLDER = Path.of(System.getProperty(
            "clnrm.shared-data", Path.of("..", "..", "shared", "data").toString()));

    private SharedData() {}

    /** A file of these measurements. */
    public static Path file(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), () -> "skipped: there is no " + file);
        return file;
    }
}
