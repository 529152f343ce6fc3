package dev.clnrm.bench.research;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.Values;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForksFileTest {
    private final Path folder;

    ForksFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path file(String text) throws IOException {
        Path file = folder.resolve("forks.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @Test
    void forks_of_a_benchmark_stay_together() throws IOException {
        Path file = file("benchmark,fork,it0,it1\n\"p#a.b#n=1,2\",0,1e-6,2e-6\n\"p#a.b#n=1,2\",1,3e-6,4e-6\n");

        assertThat(ForksFile.read(file))
                .containsExactly(new SameCode("p", "a.b#n=1,2", List.of(Values.of(1e-6, 2e-6), Values.of(3e-6, 4e-6))));
    }

    @Test
    void a_line_that_is_no_fork_has_its_place() throws IOException {
        Path file = file("benchmark,fork,it0\n\"p#a\",0,fast\n");

        Exception fault = Assertions.assertThrows(UnreadableFileException.class, () -> ForksFile.read(file));
        assertThat(fault)
                .hasMessageThat()
                .endsWith("forks.csv.gz:2:1: error: this is no name in quotes, fork number and times");
    }

    @Test
    void a_file_that_is_not_there_is_said_to_be_absent() {
        Exception fault = Assertions.assertThrows(
                UnreadableFileException.class, () -> ForksFile.read(folder.resolve("none.csv.gz")));
        assertThat(fault).hasMessageThat().endsWith("there is no such file");
    }
}
