package dev.clnrm.cleanroom.backend;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.cleanroom.BackendException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ProcessBackendTest {
    private final Path parent;

    ProcessBackendTest(@TempDir Path parent) {
        this.parent = parent;
    }

    private Execution run(String... command) {
        return run(ProcessBackend.hostIn(parent), command);
    }

    private static Execution run(ProcessBackend backend, String... command) {
        return backend.execute(new Invocation(List.of(command), OptionalLong.empty(), 1 << 20));
    }

    private long left() throws Exception {
        try (Stream<Path> files = Files.list(parent)) {
            return files.count();
        }
    }

    @Test
    void a_process_gives_exit_code_output_and_error_output() {
        assertThat(run("sh", "-c", "echo out; echo err >&2; exit 3"))
                .isEqualTo(new Execution(3, "out\n", "err\n", false, false, false));
    }

    @Test
    void it_works_in_a_fresh_empty_directory_that_is_removed_with_all_its_content() throws Exception {
        Execution execution = run(
                "sh", "-c", "pwd; ls -A | wc -l; mkdir -p a/b; touch a/b/c; ln -s / root; chmod 0 a/b; chmod 500 a");
        List<String> lines = execution.output().lines().toList();
        assertThat(lines.get(0)).startsWith(parent.toRealPath() + "/clnrm-step-");
        assertThat(lines.get(1)).isEqualTo("0");
        assertThat(left()).isEqualTo(0);
    }

    @Test
    void its_environment_is_cleared() {
        String names =
                run("sh", "-c", "env | cut -d= -f1 | sort | tr '\\n' ' '").output();
        assertThat(names).isEqualTo("CLNRM_STEP HOME LANG PATH PWD TMPDIR TZ ");
    }

    @Test
    void it_gets_the_seed_and_what_it_is_given() {
        ProcessBackend backend = ProcessBackend.hostIn(parent).with("GREETING", "hi");
        Execution execution = backend.execute(
                new Invocation(List.of("sh", "-c", "echo $GREETING $CLNRM_SEED"), OptionalLong.of(42), 100));
        assertThat(execution.output()).isEqualTo("hi 42\n");
        assertThrows(IllegalArgumentException.class, () -> backend.with("A=B", "c"));
    }

    @Test
    void it_has_no_input() {
        assertThat(run("cat")).isEqualTo(Execution.success(""));
    }

    @Test
    void what_is_no_command_is_exit_code_127_and_what_cannot_be_executed_126() throws Exception {
        Path plain = Files.writeString(parent.resolve("plain"), "");
        assertThat(run("no-such-command").exitCode()).isEqualTo(127);
        assertThat(run("./relative").exitCode()).isEqualTo(127);
        assertThat(run(plain.toString()).exitCode()).isEqualTo(126);
        assertThat(run("a\0b").exitCode()).isEqualTo(127);
    }

    @Test
    void output_of_any_size_is_read_to_its_end_and_kept_to_the_limit() {
        Execution execution = ProcessBackend.hostIn(parent)
                .execute(new Invocation(
                        List.of(
                                "sh",
                                "-c",
                                "head -c 3000000 /dev/zero | tr '\\0' x; head -c 2000 /dev/zero | tr '\\0' y >&2"),
                        OptionalLong.empty(),
                        10_000));
        assertThat(execution.output()).isEqualTo("x".repeat(10_000));
        assertThat(execution.outputCut()).isTrue();
        assertThat(execution.errorOutput()).hasLength(2000);
        assertThat(execution.errorOutputCut()).isFalse();
    }

    @Test
    void what_it_leaves_running_is_ended_after_it() throws Exception {
        Execution execution = run("sh", "-c", "setsid sh -c 'exec sleep 4711.1' >/dev/null 2>&1 & echo started");
        assertThat(execution.output()).isEqualTo("started\n");
        assertThat(Processes.linesHolding("sleep 4711.1")).isEmpty();
    }

    @Test
    void what_holds_its_output_open_does_not_hold_the_step() throws Exception {
        Execution execution = run("sh", "-c", "sleep 4711.2 & echo started");
        assertThat(execution.output()).isEqualTo("started\n");
        assertThat(Processes.linesHolding("sleep 4711.2")).isEmpty();
    }

    @Test
    void an_interruption_ends_the_whole_tree_and_keeps_what_was_printed() throws Exception {
        Thread step = Thread.currentThread();
        Thread interrupter = new Thread(() -> {
            while (true) {
                try (Stream<Path> files = Files.walk(parent)) {
                    if (files.anyMatch(file -> file.endsWith("ready"))) {
                        step.interrupt();
                        return;
                    }
                } catch (java.io.IOException | java.io.UncheckedIOException e) {
                    Thread.onSpinWait();
                }
            }
        });
        interrupter.start();
        Execution execution = run(
                "sh",
                "-c",
                "echo begun; (setsid sleep 4711.3 &) ; (env -i sleep 4711.3 &) ; sleep 4711.3 & touch ready; sleep 4711.3");
        interrupter.join();
        assertThat(execution).isEqualTo(new Execution(137, "begun\n", "", false, false, true));
        assertThat(Processes.linesHolding("sleep 4711.3")).isEmpty();
        assertThat(left()).isEqualTo(0);
    }

    @Test
    void a_directory_that_is_not_there_is_the_backends_failure() {
        BackendException failure =
                assertThrows(BackendException.class, () -> run(ProcessBackend.hostIn(parent.resolve("gone")), "true"));
        assertThat(failure.where()).isEqualTo("process");
        assertThat(failure.help()).isEqualTo("use a writable one");
    }

    @Test
    void a_limit_counts_characters_not_bytes() {
        String print = "i=0; while [ $i -lt 2000 ]; do printf '日'; i=$((i+1)); done";
        Execution execution = ProcessBackend.hostIn(parent)
                .execute(new Invocation(List.of("sh", "-c", print), OptionalLong.empty(), 1000));
        assertThat(execution.output()).isEqualTo("日".repeat(1000));
        assertThat(execution.outputCut()).isTrue();
        assertThat(run("sh", "-c", "printf '日\\377'")).isEqualTo(Execution.success("日\ufffd"));
    }

    @Test
    void a_program_is_searched_in_the_steps_own_path_first() throws Exception {
        for (String name : List.of("own", "true")) {
            Path program = Files.writeString(parent.resolve(name), "#!/bin/sh\necho mine\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        }
        Files.createDirectory(parent.resolve("sh"));
        ProcessBackend backend = ProcessBackend.hostIn(parent).with("PATH", "relative::" + parent + ":/bin");
        assertThat(run(backend, "own")).isEqualTo(Execution.success("mine\n"));
        assertThat(run(backend, "true")).isEqualTo(Execution.success("mine\n"));
        assertThat(run(backend, "sh", "-c", "echo shell")).isEqualTo(Execution.success("shell\n"));
        assertThat(run(backend, "no-such-command").exitCode()).isEqualTo(127);
    }

    @Test
    void directories_nested_deeper_than_the_longest_path_are_removed() throws Exception {
        String nest = "n=$(printf 'd%.0s' $(seq 200)); i=0;"
                + " while [ $i -lt 40 ]; do mkdir $n && touch file && cd -P $n || exit 1; i=$((i+1)); done; echo made $i";
        assertThat(run("sh", "-c", nest)).isEqualTo(Execution.success("made 40\n"));
        assertThat(left()).isEqualTo(0);
    }
}
