package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Output that is kept in a file; {@code -Dgolden.write} writes what is rendered now, to be looked at before it is kept. */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/dev/clnrm/bench/report");

    private Golden() {}

    /** Holds {@code text} to what the file has, byte for byte. */
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
