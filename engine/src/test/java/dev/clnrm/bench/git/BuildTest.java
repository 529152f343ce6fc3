package dev.clnrm.bench.git;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
    private static final String PATH = System.getenv().getOrDefault("PATH", "");

    @TempDir
    Path temp = Path.of("");

    @Test
    void a_command_is_run_in_the_tree_and_what_it_prints_is_kept() throws Exception {
        Path log = temp.resolve("build.log");
        Build.run(temp, "echo built > made && echo done && echo aside >&2", Map.of("PATH", PATH), log);
        assertThat(Files.readString(temp.resolve("made"))).isEqualTo("built\n");
        assertThat(Files.readString(log)).isEqualTo("done\naside\n");
    }

    @Test
    void secrets_are_kept_from_it() throws Exception {
        Path log = temp.resolve("build.log");
        Map<String, String> environment =
                Map.of("PATH", PATH, "GITHUB_TOKEN", "secret", "JAVA_HOME", "/jdk", "JAVA_HOME_17_X64", "/jdk17");
        Build.run(temp, "echo \"$GITHUB_TOKEN|$JAVA_HOME|$JAVA_HOME_17_X64\"", environment, log);
        assertThat(Files.readString(log)).isEqualTo("|/jdk|/jdk17\n");
    }

    @Test
    void a_failure_shows_the_last_twenty_lines() {
        Path log = temp.resolve("build.log");
        BuildFailed failed = assertThrows(
                BuildFailed.class,
                () -> Build.run(
                        temp,
                        "i=1; while [ $i -le 30 ]; do echo $i; i=$((i+1)); done; exit 7",
                        Map.of("PATH", PATH),
                        log));
        assertThat(failed.lastLines())
                .containsExactlyElementsIn(IntStream.rangeClosed(11, 30)
                        .mapToObj(Integer::toString)
                        .toList())
                .inOrder();
        assertThat(failed.log()).isEqualTo(log);
        assertThat(failed).hasMessageThat().endsWith(" ended with status 7");
    }

    @Test
    void interrupted_it_ends_all_it_started() throws Exception {
        Path started = temp.resolve("pid");
        Thread builder = new Thread(() -> {
            try {
                Build.run(
                        temp,
                        "sleep 600 & echo $! > pid.part && mv pid.part pid; wait",
                        Map.of("PATH", PATH),
                        temp.resolve("log"));
            } catch (CheckoutException | InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        builder.start();
        while (!Files.exists(started)) {
            Thread.sleep(5);
        }
        long pid = Long.parseLong(Files.readString(started).strip());
        builder.interrupt();
        builder.join();
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty())
                .isTrue();
    }
}
