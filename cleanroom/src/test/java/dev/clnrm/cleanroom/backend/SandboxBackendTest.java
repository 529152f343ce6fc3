package dev.clnrm.cleanroom.backend;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clnrm.cleanroom.BackendException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class SandboxBackendTest {
    /** A program instead of bubblewrap that fails with this message. */
    private static File complaining(Path folder, String complaint) throws IOException {
        Path program = Files.writeString(folder.resolve("bwrap"), "#!/bin/sh\necho '" + complaint + "' >&2\nexit 1\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program.toFile();
    }

    @Test
    void a_missing_bubblewrap_is_named_with_its_package_and_what_runs_without_it() {
        BackendException failure = SandboxBackend.missing();
        assertThat(failure)
                .hasMessageThat()
                .isEqualTo("sandbox: bubblewrap is not installed: there is no program `bwrap`\n"
                        + "  help: install the package `bubblewrap` (on Debian and Ubuntu: apt-get install bubblewrap);"
                        + " without it, scenarios run on ProcessBackend.host(), which does not isolate");
    }

    @Test
    void a_kernel_that_forbids_namespaces_is_told_from_a_bubblewrap_that_fails(@TempDir Path folder)
            throws IOException {
        for (String complaint : List.of(
                "bwrap: No permissions to create a new namespace, likely because the kernel does not allow it",
                "bwrap: setting up uid map: Permission denied",
                "bwrap: Creating new namespace failed: Operation not permitted")) {
            File program = complaining(folder, complaint);
            BackendException failure = assertThrows(BackendException.class, () -> SandboxBackend.using(program));
            assertThat(failure.what()).isEqualTo("bubblewrap cannot isolate here: " + complaint);
            assertThat(failure.help()).contains("kernel.apparmor_restrict_unprivileged_userns=0");
            assertThat(failure.help()).contains("ProcessBackend.host(), which does not isolate");
        }
        File old = complaining(folder, "bwrap: Unknown option --size");
        assertThat(assertThrows(BackendException.class, () -> SandboxBackend.using(old))
                        .help())
                .isEqualTo("see what `bwrap --ro-bind / / true` says; version 0.8 or later is needed");
    }

    @Test
    void a_step_gives_exit_code_output_and_error_output() {
        assertThat(run("sh", "-c", "echo out; echo err >&2; exit 3"))
                .isEqualTo(new Execution(3, "out\n", "err\n", false, false, false));
    }

    @Test
    void what_is_no_command_is_exit_code_127() {
        Execution execution = run("no-such-command");
        assertThat(execution.exitCode()).isEqualTo(127);
        assertThat(execution.errorOutput()).isEqualTo("no-such-command: No such file or directory\n");
    }

    @Test
    void a_folder_is_shown_where_it_is_asked_for(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("shown"), "content");
        Path real = file.toRealPath();
        assertThat(run("cat", real.toString()).exitCode()).isEqualTo(1);
        SandboxBackend showing = sandbox().readable(folder.toRealPath()).with("NAME", "value");
        assertThat(run(showing, "sh", "-c", "cat " + real + "; echo $NAME").output())
                .isEqualTo("contentvalue\n");
        assertThat(run(showing, "sh", "-c", "echo x > " + real).exitCode()).isNotEqualTo(0);
        assertThat(Files.readString(file)).isEqualTo("content");
    }

    @Test
    void the_line_it_starts_is_told() {
        List<String> line = sandbox().line(List.of("true"));
        assertThat(line).containsAtLeast("--unshare-all", "--die-with-parent", "--cap-drop", "--ro-bind");
        assertThat(line.get(line.size() - 2)).isEqualTo("--");
        assertThat(line.get(line.size() - 1)).isEqualTo("true");
    }

    private static SandboxBackend sandbox() {
        assumeTrue(SandboxBackend.isAvailable(), "bubblewrap is not installed, or cannot isolate here");
        return SandboxBackend.find();
    }

    private static Execution run(String... command) {
        return run(sandbox(), command);
    }

    private static Execution run(SandboxBackend backend, String... command) {
        return backend.execute(new Invocation(List.of(command), OptionalLong.empty(), 1 << 20));
    }

    @Test
    void what_is_hidden_is_the_folder_behind_a_link_and_only_once() throws IOException {
        Path place = Files.createTempDirectory(Path.of("/var/tmp"), "homes").toRealPath();
        try {
            Path target = Files.createDirectory(place.resolve("target"));
            Path inner = Files.createDirectory(target.resolve("ann"));
            Path beside = Files.createDirectory(place.resolve("target-2"));
            Path link = Files.createSymbolicLink(place.resolve("home"), target);
            Path user = Files.createSymbolicLink(place.resolve("user"), inner);
            Path away = Files.createSymbolicLink(place.resolve("away"), beside);
            Path root = Files.createSymbolicLink(place.resolve("root"), Path.of("/"));
            assertThat(SandboxBackend.hidden(
                            Stream.of(user, link, target, away, root, place.resolve("none"), Path.of("/tmp"))))
                    .containsExactly(target.toString(), beside.toString());
        } finally {
            try (Stream<Path> files = Files.walk(place)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    @Test
    void a_home_behind_a_link_is_empty_and_what_is_readable_in_it_is_shown() throws IOException {
        SandboxBackend usual = sandbox();
        Path place = Path.of("/usr/local/share");
        assumeTrue(Files.isWritable(place), "no folder that a step sees is writable");
        Path folder = Files.createTempDirectory(place, "homes");
        String home = System.getProperty("user.home");
        Path link = folder.resolve("link");
        Path target = Files.createDirectory(folder.resolve("target"));
        try {
            Files.writeString(target.resolve("secret"), "content");
            Files.createSymbolicLink(link, target);
            assertThat(run(usual, "ls", target.toString()).output()).isEqualTo("secret\n");
            System.setProperty("user.home", link.toString());
            assertThat(run("ls", target.toString())).isEqualTo(Execution.success(""));
            assertThat(run("ls", link.toString())).isEqualTo(Execution.success(""));
            String secret = link.resolve("secret").toString();
            assertThat(run(sandbox().readable(Path.of(secret)), "cat", secret)).isEqualTo(Execution.success("content"));
        } finally {
            System.setProperty("user.home", home);
            for (Path path : List.of(target.resolve("secret"), target, link, folder)) {
                Files.deleteIfExists(path);
            }
        }
    }

    @Test
    void what_is_not_there_cannot_be_made_readable(@TempDir Path folder) throws IOException {
        SandboxBackend sandbox = sandbox();
        Path file = folder.resolve("file");
        assertThat(assertThrows(BackendException.class, () -> sandbox.readable(file))
                        .what())
                .isEqualTo("there is no " + file + " to make readable");
        Files.writeString(file, "");
        SandboxBackend showing = sandbox.readable(file);
        Files.delete(file);
        assertThrows(BackendException.class, () -> run(showing, "true"));
    }

    @Test
    void a_step_that_prints_the_messages_of_bubblewrap_keeps_its_result() {
        String message = "bwrap: execvp me: No such file\n";
        for (String end : List.of("echo out", "echo out; exit 1", "exit 0", "exit 1", "exit 2")) {
            Execution execution = run("sh", "-c", "printf '" + message.replace("\n", "\\n") + "' >&2; " + end);
            assertThat(execution.errorOutput()).isEqualTo(message);
            assertThat(execution.exitCode()).isEqualTo(end.endsWith("1") ? 1 : end.endsWith("2") ? 2 : 0);
        }
    }
}
