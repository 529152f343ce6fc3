package dev.clnrm.bench.store;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
