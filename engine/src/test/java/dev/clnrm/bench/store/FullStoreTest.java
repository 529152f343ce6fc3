package dev.clnrm.bench.store;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clnrm.bench.git.Sandbox;
import dev.clnrm.bench.runs.SampleRun;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Homes on a disk that is full. */
class FullStoreTest {
    @TempDir
    private Path folder = Path.of("");

    private Path disk = Path.of("");

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()),
                "a small disk can be mounted only by root on Linux, so this was not tried");
        Sandbox.at(disk.resolve("project")).write("README", "hello\n").commit("one");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private Path measured(int day) {
        return new SampleRun(20, List.of(JournalEntry.HEAD), 6, day, 1)
                .write(folder.resolve("day-" + day), Instant.EPOCH.plusSeconds(86_400L * day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DISK/home", "git:performance", "jdbc:sqlite:DISK/runs.db"})
    void a_full_disk_loses_no_run_and_takes_more_when_there_is_room(String spelling) throws Exception {
        RunStore store = RunStore.of(
                spelling.replace("DISK", disk.toString()),
                disk.resolve("project"),
                folder.resolve("fetched"),
                System.getenv());
        assertThat(store.add(measured(0))).isTrue();
        Path next = measured(1);
        Path filler = disk.resolve("filler");
        byte[] block = new byte[1 << 12];
        try (var out = Files.newOutputStream(filler)) {
            for (int i = 0; i < 1 << 10; i++) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageThat().contains("No space left");
        }
        FileException refused = assertThrows(FileException.class, () -> store.add(next));
        assertThat(refused).hasMessageThat().containsMatch("No space left|Out of diskspace|disk is full");
        assertThat(store.read().runs()).hasSize(1);
        Files.delete(filler);
        assertThat(store.add(next)).isTrue();
        assertThat(store.read().runs()).hasSize(2);
        assertThat(store.read().notes()).isEmpty();
    }
}
