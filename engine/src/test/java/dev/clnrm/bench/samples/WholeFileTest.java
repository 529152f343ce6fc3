package dev.clnrm.bench.samples;

import static com.google.common.truth.Truth.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void two_writers_with_one_process_number_share_no_file() throws Exception {
        Path file = folder.resolve("main.json");
        WholeFile.write(file, out -> {
            out.write("outer".repeat(20_000).getBytes(StandardCharsets.UTF_8));
            WholeFile.write(file, other -> other.write("inner".getBytes(StandardCharsets.UTF_8)));
            assertThat(Files.readString(file)).isEqualTo("inner");
        });
        assertThat(Files.readString(file)).isEqualTo("outer".repeat(20_000));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
