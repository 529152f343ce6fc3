package dev.clnrm.bench.git;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.config.Jvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
    private static final String PATH = System.getenv().getOrDefault("PATH", "");

    @TempDir
    Path temp = Path.of("");

    private static Build build(String command) {
        return new Build(command, Optional.empty(), false);
    }

    @Test
    void a_command_is_run_in_the_tree_and_what_it_prints_is_kept() throws Exception {
        Path log = temp.resolve("build.log");
        build("echo built > made && echo done && echo aside >&2").run(temp, Map.of("PATH", PATH), log, seconds -> {});
        assertThat(Files.readString(temp.resolve("made"))).isEqualTo("built\n");
        assertThat(Files.readString(log)).isEqualTo("done\naside\n");
    }

    @Test
    void secrets_are_kept_from_it() throws Exception {
        Path log = temp.resolve("build.log");
        Map<String, String> environment =
                Map.of("PATH", PATH, "GITHUB_TOKEN", "secret", "JAVA_HOME", "/jdk", "JAVA_HOME_17_X64", "/jdk17");
        build("echo \"$GITHUB_TOKEN|$JAVA_HOME|$JAVA_HOME_17_X64\"").run(temp, environment, log, seconds -> {});
        assertThat(Files.readString(log)).isEqualTo("|/jdk|/jdk17\n");
    }

    @Test
    void the_jdk_asked_for_is_the_one_it_finds() throws Exception {
        Path log = temp.resolve("build.log");
        Jvm jdk = new Jvm(temp.resolve("jdk25"), "25", "");
        Files.createDirectories(jdk.launcher().resolveSibling(""));
        Files.writeString(jdk.launcher(), "#!/bin/sh\necho this one\n");
        assertThat(jdk.launcher().toFile().setExecutable(true)).isTrue();
        new Build("java && echo \"$JAVA_HOME|$JDK_HOME\"", Optional.of(jdk), false)
                .run(temp, Map.of("PATH", PATH, "JAVA_HOME", "/17", "JDK_HOME", "/17"), log, seconds -> {});
        assertThat(Files.readString(log)).isEqualTo("this one\n" + jdk.home() + "|" + jdk.home() + "\n");
    }

    @Test
    void a_failure_shows_the_last_twenty_lines() {
        Path log = temp.resolve("build.log");
        BuildFailed failed = assertThrows(
                BuildFailed.class, () -> build("i=1; while [ $i -le 30 ]; do echo $i; i=$((i+1)); done; exit 7")
                        .run(temp, Map.of("PATH", PATH), log, seconds -> {}));
        assertThat(failed.lastLines())
                .containsExactlyElementsIn(IntStream.rangeClosed(11, 30)
                        .mapToObj(Integer::toString)
                        .toList())
                .inOrder();
        assertThat(failed).hasMessageThat().endsWith(" ended with status 7");
        assertThat(failed.help()).isEqualTo("its full output is in " + log);
    }

    @Test
    void a_guess_that_fails_is_named() {
        Path log = temp.resolve("build.log");
        BuildFailed failed = assertThrows(BuildFailed.class, () -> new Build("false", Optional.empty(), true)
                .run(temp, Map.of("PATH", PATH), log, seconds -> {}));
        assertThat(failed).hasMessageThat().isEqualTo("the guessed build command `false` ended with status 1");
        assertThat(failed.help())
                .isEqualTo("its full output is in " + log + "; name the right command with `build:` in budgets.yaml");
    }

    @Test
    void interrupted_it_ends_all_it_started() throws Exception {
        Path started = temp.resolve("pid");
        Thread builder = new Thread(() -> {
            try {
                build("sleep 600 & echo $! > pid.part && mv pid.part pid; wait")
                        .run(temp, Map.of("PATH", PATH), temp.resolve("log"), seconds -> {});
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
