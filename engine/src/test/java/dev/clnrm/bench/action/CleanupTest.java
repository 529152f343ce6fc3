package dev.clnrm.bench.action;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class CleanupTest {
    @TempDir
    private Path folder = Path.of("");

    /** Runs a command and cleans up, which takes as long as giving back a large workspace. */
    public static void main(String[] args) throws IOException, InterruptedException {
        System.exit(cleanup(Path.of(args[0]), 500).after(new ProcessBuilder("/bin/sh", "-c", args[1])));
    }

    private static Cleanup cleanup(Path folder, long millis) {
        return new Cleanup(() -> {
            Thread.sleep(millis);
            Files.writeString(
                    folder.resolve("cleaned"), "once\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        });
    }

    private String cleaned() throws IOException {
        return Files.readString(folder.resolve("cleaned"));
    }

    @Test
    void a_cancelled_job_cleans_up_once() throws Exception {
        Process job = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CleanupTest.class.getName(),
                        folder.toString(),
                        "sleep 0.5; touch " + folder.resolve("begun") + "; exec sleep 60")
                .inheritIO()
                .start();
        while (Files.notExists(folder.resolve("begun")) && job.isAlive()) {
            Thread.sleep(20);
        }
        job.destroy();
        assertThat(job.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(cleaned()).isEqualTo("once\n");
    }

    @Test
    void a_process_that_ends_is_followed_by_the_work_once() throws Exception {
        Cleanup cleanup = cleanup(folder, 0);
        assertThat(cleanup.after(new ProcessBuilder("/bin/sh", "-c", "exit 4"))).isEqualTo(4);
        cleanup.done();
        assertThat(cleaned()).isEqualTo("once\n");
    }
}
