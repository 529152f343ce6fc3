package dev.clnrm.bench.measure;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLogTest {
    private final Path file;

    ProcessLogTest(@TempDir Path folder) {
        this.file = folder.resolve("fork.log");
    }

    @Test
    void what_is_printed_is_in_the_file() throws IOException {
        try (ProcessLog log = new ProcessLog(file)) {
            write(log, "one\ntwo\n");
            write(log, "three");
        }
        assertThat(Files.readString(file)).isEqualTo("one\ntwo\nthree");
    }

    @Test
    void a_fork_that_prints_nothing_leaves_no_file() {
        new ProcessLog(file).close();

        assertThat(Files.exists(file)).isFalse();
    }

    @Test
    void the_last_twenty_lines_are_kept_without_blank_ones() {
        try (ProcessLog log = new ProcessLog(file)) {
            for (int i = 1; i <= 100; i++) {
                write(log, "line " + i + "\n\n");
            }
            assertThat(log.lastLines()).hasSize(20);
            assertThat(log.lastLines().get(0)).isEqualTo("line 81");
            assertThat(log.lastLines().get(19)).isEqualTo("line 100");
        }
    }

    @Test
    void of_a_flood_the_beginning_and_the_end_are_kept_and_the_rest_is_counted() throws IOException {
        byte[] block = "x".repeat(99_999).concat("\n").getBytes(StandardCharsets.US_ASCII);
        try (ProcessLog log = new ProcessLog(file)) {
            for (int i = 0; i < 1_000; i++) {
                log.write(block, block.length);
            }
            write(log, "the end\n");
            assertThat(log.lastLines().get(log.lastLines().size() - 1)).isEqualTo("the end");
        }
        assertThat(Files.size(file)).isLessThan(1_050_000);
        assertThat(Files.readString(file)).endsWith("\n… 98951432 more bytes were printed and not kept\n");
    }

    @Test
    void a_log_that_cannot_be_written_keeps_its_last_lines_all_the_same() {
        try (ProcessLog log = new ProcessLog(file.resolve("no").resolve("such").resolve("folder"))) {
            write(log, "hello\n");

            assertThat(log.lastLines()).containsExactly("hello");
        }
    }

    private static void write(ProcessLog log, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        log.write(bytes, bytes.length);
    }
}
