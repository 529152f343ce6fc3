package dev.clnrm.bench.runs;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.UnwritableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselinesTest {
    private final Path folder;
    private final Baselines baselines;

    BaselinesTest(@TempDir Path folder) {
        this.folder = folder;
        this.baselines = new Baselines(folder.resolve("baselines"));
    }

    private Path run(String name, String samples) throws IOException {
        Path run = folder.resolve(name);
        try (RunFolder begun = RunFolder.createAt(run, SampleRun.begun(Instant.parse("2026-01-31T12:00:00Z")))) {
            Files.writeString(begun.samples(), samples);
            Files.writeString(begun.logs().resolve("fork-0.log"), "said much");
        }
        return run;
    }

    @Test
    void a_run_is_kept_under_a_name_without_its_logs() throws IOException {
        Path run = run("first", "one\n");
        baselines.save("main", run);

        Path kept = baselines.find("main").orElseThrow();
        assertThat(RunFolder.read(kept)).isEqualTo(RunFolder.read(run));
        assertThat(Files.readString(RunFolder.samples(kept))).isEqualTo("one\n");
        try (Stream<Path> files = Files.list(kept)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("run.json", "samples.ndjson");
        }
    }

    @Test
    void a_name_stands_for_the_run_kept_last_and_the_other_stays_for_its_readers() throws IOException {
        baselines.save("main", run("first", "one\n"));
        Path found = baselines.find("main").orElseThrow();
        age(found);
        baselines.save("main", run("second", "two\n"));
        baselines.save("other", run("third", "three\n"));

        assertThat(Files.readString(RunFolder.samples(baselines.find("main").orElseThrow())))
                .isEqualTo("two\n");
        assertThat(Files.readString(RunFolder.samples(found))).isEqualTo("one\n");
    }

    @Test
    void runs_without_a_name_are_deleted_when_they_are_old() throws IOException {
        baselines.save("main", run("first", "one\n"));
        baselines.save("other", run("second", "two\n"));
        age(baselines.find("other").orElseThrow());
        Path lost = Files.createDirectory(baselines.folder().resolve("runs/lost"));
        Path replaced = baselines.find("main").orElseThrow();
        age(lost);
        baselines.save("main", run("third", "three\n"));
        assertThat(Files.exists(lost)).isFalse();
        age(replaced);
        Path pointer = baselines.folder().resolve("damaged.json");
        Files.writeString(pointer, "{");
        baselines.save("main", run("fourth", "four\n"));
        assertThat(Files.exists(replaced)).isTrue();
        Files.delete(pointer);
        baselines.save("main", run("fifth", "five\n"));
        assertThat(Files.exists(replaced)).isFalse();
        assertThat(Files.exists(baselines.find("other").orElseThrow())).isTrue();
    }

    private static void age(Path run) throws IOException {
        Files.setLastModifiedTime(run, FileTime.from(Instant.now().minusSeconds(7200)));
    }

    @Test
    void two_writers_of_one_folder_share_no_file() throws IOException {
        Path to = folder.resolve("to");
        boolean outer = WholeFolder.write(to, begun -> {
            Files.writeString(begun.resolve("run.json"), "outer");
            assertThat(WholeFolder.write(to, other -> Files.writeString(other.resolve("run.json"), "inner")))
                    .isTrue();
            assertThat(Files.readString(begun.resolve("run.json"))).isEqualTo("outer");
        });
        assertThat(outer).isFalse();
        assertThat(Files.readString(to.resolve("run.json"))).isEqualTo("inner");
    }

    @Test
    void names_are_listed_in_order() throws IOException {
        assertThat(baselines.names()).isEmpty();
        baselines.save("release-1.2", run("first", ""));
        baselines.save("main", run("second", ""));

        assertThat(baselines.names()).containsExactly("main", "release-1.2").inOrder();
        assertThat(baselines.find("other")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../up", "a/b", "a\\b", "-x", ".hidden", "a b", "a\nb", "ü"})
    void a_name_cannot_lead_elsewhere(String name) throws IOException {
        Path run = run("first", "");

        assertThat(Baselines.allows(name)).isFalse();
        assertThat(baselines.find(name)).isEmpty();
        assertThrows(IllegalArgumentException.class, () -> baselines.save(name, run));
    }

    @Test
    void what_cannot_be_written_leaves_what_was_there() throws IOException {
        baselines.save("main", run("first", "one\n"));
        Path second = run("second", "two\n");
        Path runs = baselines.folder().resolve("runs");
        Path kept = baselines.find("main").orElseThrow();
        Path aside = Files.move(runs, folder.resolve("aside"));
        Files.writeString(runs, "in the way");

        assertThrows(UnwritableFileException.class, () -> baselines.save("main", second));

        Files.delete(runs);
        Files.move(aside, runs);
        assertThat(baselines.find("main")).hasValue(kept);
        assertThat(Files.readString(RunFolder.samples(kept))).isEqualTo("one\n");
    }

    @Test
    void a_broken_pointer_is_said_to_be_one() throws IOException {
        Files.createDirectories(baselines.folder());
        for (String text : List.of("{", "[]", "{\"format\": 2}", "{\"format\": 1, \"folder\": \"../../elsewhere\"}")) {
            Files.writeString(baselines.folder().resolve("main.json"), text);

            UnreadableFileException fault = assertThrows(UnreadableFileException.class, () -> baselines.find("main"));
            assertThat(fault.fault().place().file()).endsWith("main.json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"format\": 2}", "{\"format\": 1, \"folder\": \"../../elsewhere\"}"})
    void a_broken_pointer_is_replaced(String text) throws IOException {
        Files.createDirectories(baselines.folder());
        Files.writeString(baselines.folder().resolve("main.json"), text);

        baselines.save("main", run("first", "one\n"));

        assertThat(Files.readString(RunFolder.samples(baselines.find("main").orElseThrow())))
                .isEqualTo("one\n");
    }
}
