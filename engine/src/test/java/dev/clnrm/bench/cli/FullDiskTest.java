package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clnrm.bench.faulty.SoundSuite;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on a disk of 128 KiB that fills up. */
@Tag("slow")
class FullDiskTest {
    private final ProjectFolder project;
    private final Path disk;

    FullDiskTest(@TempDir Path folder) {
        this.project = new ProjectFolder(folder);
        this.disk = folder.resolve("disk");
    }

    @BeforeEach
    void mount() throws Exception {
        Files.createDirectories(disk);
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", disk.toString());
        assumeTrue(mounted, "a small disk can be mounted only by root on Linux, so this was not tried");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void a_full_disk_ends_the_run_keeps_its_forks_and_lets_it_go_on_later() throws Exception {
        // A fork has 400 values, which take more than 20 KiB on disk.
        project.declare(SoundSuite.class, "    measure: {iterations: 400 x 1 ms, warmup: 1 x 10 ms}");
        Path run = disk.resolve("run");
        Path filler = disk.resolve("filler");
        Files.write(filler, new byte[48 << 10]);
        CommandLineRun full = CommandLineRun.of(
                "run", "-f", project.file().toString(), "--out", run.toString(), "sound/torn_down", "--forks", "4");

        assertWithMessage(full.out() + full.err()).that(full.status()).isEqualTo(3);
        assertThat(full.out().replaceAll("\\s+", " "))
                .contains("samples.ndjson: error: cannot be written: No space left on device");
        assertThat(full.stackTrace()).isFalse();
        List<JournalEntry> kept = Journal.read(RunFolder.samples(run)).records();
        assertThat(kept).isNotEmpty();
        assertThat(kept.size()).isLessThan(4);

        assertThat(run("mount", "-o", "remount,size=1m", disk.toString())).isTrue();
        CommandLineRun resumed = CommandLineRun.of("run", "--resume", run.toString());
        assertWithMessage(resumed.out() + resumed.err()).that(resumed.status()).isEqualTo(0);
        assertThat(resumed.out()).contains("kept " + kept.size() + " finished fork");
        assertThat(Journal.read(RunFolder.samples(run)).records()).hasSize(4);
    }

    @Test
    void a_disk_that_is_full_from_the_start_is_said_at_once() throws Exception {
        project.declare(SoundSuite.class);
        fill();
        CommandLineRun full = CommandLineRun.of(
                "run",
                "-f",
                project.file().toString(),
                "--out",
                disk.resolve("run").toString(),
                "single_shot");

        assertThat(full.status()).isEqualTo(3);
        assertThat(full.err()).contains("No space left on device");
        assertThat(full.err()).contains("help: free some space");
        assertThat(full.stackTrace()).isFalse();
    }

    @Test
    void a_full_folder_for_temporary_files_is_said_at_once() throws Exception {
        project.declare(SoundSuite.class);
        fill();
        Process process = CommandLineRun.start(project.folder(), disk, project.words("single_shot"));
        process.waitFor();
        CommandLineRun full = CommandLineRun.ended(project.folder(), process);

        assertWithMessage(full.out() + full.err()).that(full.status()).isEqualTo(3);
        assertThat(full.err())
                .startsWith("clnrm-bench: error: the folder for temporary files " + disk + " is full: No space left");
        assertThat(full.stackTrace()).isFalse();
        try (Stream<Path> left = Files.list(disk)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("filler");
        }
    }

    private void fill() throws IOException {
        byte[] block = new byte[4 << 10];
        try (var out = Files.newOutputStream(disk.resolve("filler"))) {
            for (int i = 0; i < 64; i++) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageThat().contains("No space left");
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
