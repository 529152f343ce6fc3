package dev.clnrm.bench.action;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.runs.RunEnd;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.runs.SampleRun;
import dev.clnrm.bench.samples.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptHistoryTest {
    @TempDir
    private Path temporary = Path.of("");

    private Path workspace = Path.of("");
    private Path copy = Path.of("");

    @BeforeEach
    void folders() throws IOException {
        workspace = Files.createDirectory(temporary.resolve("workspace"));
        copy = Files.createDirectory(temporary.resolve("copy"));
    }

    private Path run(Path folder, RunManifest.State state) throws IOException {
        try (RunFolder run = RunFolder.createAt(folder, SampleRun.begun(Instant.EPOCH))) {
            run.end(run.manifest().ended(state, RunEnd.NONE, Instant.EPOCH));
        }
        Files.writeString(folder.resolve("samples.ndjson"), "");
        return folder;
    }

    private KeptHistory taken() throws IOException {
        return KeptHistory.taken(workspace, "history", copy);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void where_there_is_none_it_begins_with_the_finished_run() throws IOException {
        KeptHistory history = taken();
        Path run = run(temporary.resolve("run"), RunManifest.State.FINISHED);
        assertThat(history.runs().add(run)).isTrue();
        assertThat(history.runs().add(run)).isFalse();
        Path put = history.put();
        assertThat(names(put)).containsExactly(RunFolder.read(run).id());
        assertThat(names(put.resolve(RunFolder.read(run).id()))).containsExactly("run.json", "samples.ndjson");
    }

    @Test
    void a_run_that_did_not_finish_is_not_added() throws IOException {
        KeptHistory history = taken();
        assertThat(history.runs().add(run(temporary.resolve("run"), RunManifest.State.INTERRUPTED)))
                .isFalse();
        assertThat(names(history.put())).isEmpty();
    }

    @Test
    void what_is_done_to_the_folder_while_measuring_is_undone() throws IOException {
        Path earlier = run(workspace.resolve("history/one"), RunManifest.State.FINISHED);
        String text = Files.readString(earlier.resolve("run.json"));
        KeptHistory history = taken();
        Files.writeString(earlier.resolve("run.json"), "changed");
        Files.writeString(
                Files.createDirectory(workspace.resolve("history/planted")).resolve("run.json"), "{}");
        assertThat(names(history.put())).containsExactly("one");
        assertThat(Files.readString(earlier.resolve("run.json"))).isEqualTo(text);
    }

    @Test
    void a_link_put_in_its_place_is_removed_and_not_followed() throws IOException {
        run(workspace.resolve("history/one"), RunManifest.State.FINISHED);
        KeptHistory history = taken();
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("kept"), "kept");
        Files.move(workspace.resolve("history"), workspace.resolve("gone"));
        Files.createSymbolicLink(workspace.resolve("history"), outside);
        Path put = history.put();
        assertThat(Files.isSymbolicLink(put)).isFalse();
        assertThat(names(put)).containsExactly("one");
        assertThat(names(outside)).containsExactly("kept");
    }

    @Test
    void a_history_below_a_link_is_refused() throws IOException {
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.createSymbolicLink(workspace.resolve("sub"), outside);
        KeptHistory history = KeptHistory.taken(workspace, "sub/history", copy);
        assertThrows(UnreadableFileException.class, history::put);
    }

    @Test
    void a_history_that_cannot_be_copied_stays() throws IOException {
        // The path of the folder is so long that the path of a run with a long name exceeds the limit of the system.
        StringBuilder folder = new StringBuilder("history");
        while (workspace.resolve(folder.toString()).toString().length() < 3850) {
            folder.append('/').append("d".repeat(49));
        }
        Path into = workspace.resolve(folder.toString());
        run(Files.createDirectories(into).resolve("one"), RunManifest.State.FINISHED);
        KeptHistory history = KeptHistory.taken(workspace, folder.toString(), copy);
        Files.createDirectory(copy.resolve("a".repeat(250)));
        assertThrows(IOException.class, history::put);
        assertThat(names(into.resolve("one"))).containsAtLeast("run.json", "samples.ndjson");
        assertThat(names(into.resolveSibling(""))).containsExactly("d".repeat(49));
    }

    @Test
    void links_and_logs_of_a_run_are_left_behind() throws IOException {
        Path earlier = run(workspace.resolve("history/one"), RunManifest.State.FINISHED);
        Files.delete(earlier.resolve("samples.ndjson"));
        Files.createSymbolicLink(earlier.resolve("samples.ndjson"), Path.of("/etc/passwd"));
        taken();
        assertThat(names(copy.resolve("one"))).containsExactly("run.json");
    }

    @Test
    void a_folder_that_holds_anything_else_is_refused() throws IOException {
        Files.writeString(Files.createDirectory(workspace.resolve("history")).resolve("README"), "mine");
        assertThat(assertThrows(UserException.class, this::taken))
                .hasMessageThat()
                .contains("holds `README`");
    }
}
