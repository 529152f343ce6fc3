package dev.clnrm.bench.store;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.samples.UnreadableFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectoryStoreTest extends RunStoreContract {
    @Override
    RunStore store() {
        return RunStore.in(folder.resolve("home"));
    }

    @Test
    void what_a_killed_writer_left_is_no_run() throws Exception {
        Path run = run(0);
        Path left =
                Files.createDirectories(folder.resolve("home/" + summary(run).id() + ".4242.tmp"));
        Files.copy(run.resolve("run.json"), left.resolve("run.json"));
        assertThat(summaries()).isEmpty();
        assertThat(store().add(run)).isTrue();
        assertThat(summaries()).containsExactly(summary(run));
    }

    @Test
    void a_run_is_found_whatever_its_folder_is_called() throws Exception {
        Path run = run(0);
        for (String name : List.of("after fix", "_x")) {
            store().add(run);
            Files.move(folder.resolve("home/" + summary(run).id()), folder.resolve("home/" + name));
        }
        assertThat(store().read().runs().stream().map(held -> held.whole().manifest()))
                .containsExactly(RunFolder.read(run), RunFolder.read(run));
    }

    @Test
    void only_a_folder_of_the_store_is_found() throws Exception {
        Path run = run(0);
        store().add(run);
        String id = summary(run).id();
        Path home = folder.resolve("home");
        for (Path left : List.of(home, folder, Files.createDirectory(home.resolve("x.tmp")))) {
            Files.copy(run.resolve("run.json"), left.resolve("run.json"));
        }
        assertThat(store().find(id)).hasValue(home.resolve(id));
        for (String name :
                List.of("", ".", "..", "/", id + "/", "./" + id, "../home", "x.tmp", home.toString(), "\0")) {
            assertThat(store().find(name)).isEmpty();
        }
    }

    @Test
    void a_run_that_was_removed_meanwhile_is_said() throws Exception {
        Path run = run(0);
        store().add(run);
        Held held = store().read().runs().get(0);
        Files.move(folder.resolve("home/" + summary(run).id()), folder.resolve("gone"));
        assertThat(assertThrows(UnreadableFileException.class, held::whole))
                .hasMessageThat()
                .endsWith("error: the run " + summary(run).id() + " was removed while the store was read");
    }

    @Test
    void a_damaged_run_is_noted_and_the_others_are_read() throws Exception {
        Path run = run(0);
        store().add(run);
        Path broken = Files.createDirectory(folder.resolve("home/broken"));
        Files.writeString(broken.resolve("run.json"), "{");
        RunStore.Contents contents = store().read();
        assertThat(contents.runs()).hasSize(1);
        assertThat(contents.notes()).containsExactly("the run in " + broken + " is omitted: unexpected end-of-input");
    }
}
