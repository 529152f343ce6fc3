package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Output that is stored in a file; {@code -Dgolden.write} writes the current output, to be reviewed before it is committed. */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/dev/clnrm/bench/report");

    private Golden() {}

    /** Checks that {@code text} equals the file, byte for byte. */
    public static void check(String file, String text) {
        Path path = FOLDER.resolve(file);
        try {
            if (System.getProperty("golden.write") != null) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, text);
            }
            assertWithMessage(file).that(text).isEqualTo(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
