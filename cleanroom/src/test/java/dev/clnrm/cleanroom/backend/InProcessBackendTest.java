package dev.clnrm.cleanroom.backend;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class InProcessBackendTest {
    private static Invocation invocation(String... command) {
        return new Invocation(List.of(command), OptionalLong.empty(), 100);
    }

    @Test
    void a_script_answers_to_its_name() {
        InProcessBackend backend = InProcessBackend.scripted()
                .on("echo", call -> Execution.success(call.command().get(1)));
        assertThat(backend.execute(invocation("echo", "hi"))).isEqualTo(Execution.success("hi"));
        assertThat(backend.isolates()).isFalse();
        assertThat(backend.name()).isEqualTo("in-process");
    }

    @Test
    void an_unknown_command_is_exit_code_127_and_names_the_known() {
        InProcessBackend backend = InProcessBackend.scripted()
                .on("b", call -> Execution.success(""))
                .on("a", call -> Execution.success(""));
        assertThat(backend.execute(invocation("c")))
                .isEqualTo(Execution.failure(127, "c: no such command; scripted are [a, b]"));
    }

    @Test
    void a_script_that_throws_is_a_command_that_fails() {
        InProcessBackend backend = InProcessBackend.scripted().on("x", call -> {
            throw new IOException("no row");
        });
        assertThat(backend.execute(invocation("x"))).isEqualTo(Execution.failure(1, "java.io.IOException: no row"));
    }

    @Test
    void output_beyond_the_limit_is_dropped() {
        InProcessBackend backend = InProcessBackend.scripted().on("x", call -> Execution.success("y".repeat(101)));
        Execution execution = backend.execute(invocation("x"));
        assertThat(execution.output()).hasLength(100);
        assertThat(execution.outputCut()).isTrue();
        assertThat(execution.errorOutputCut()).isFalse();
    }

    @Test
    void an_interrupted_script_is_ended() {
        InProcessBackend backend = InProcessBackend.scripted().on("wait", MockCommand.waiting(Duration.ofHours(1)));
        Thread.currentThread().interrupt();
        assertThat(backend.execute(invocation("wait"))).isEqualTo(Execution.byForce());
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void work_depends_on_the_seed_or_else_on_the_words_and_on_nothing_else() throws Exception {
        ScriptedCommand work = MockCommand.working(1000);
        Invocation seeded = new Invocation(List.of("work"), OptionalLong.of(7), 100);
        Invocation other = new Invocation(List.of("work"), OptionalLong.of(8), 100);
        assertThat(work.run(seeded)).isEqualTo(work.run(seeded));
        assertThat(work.run(seeded)).isNotEqualTo(work.run(other));
        assertThat(work.run(invocation("work", "a"))).isNotEqualTo(work.run(invocation("work", "b")));
    }

    @Test
    void one_that_stands_in_for_a_sandbox_says_so() {
        InProcessBackend backend = InProcessBackend.scripted().standingInForSandbox();
        assertThat(backend.isolates()).isTrue();
        assertThat(backend.name()).isEqualTo("in-process, standing in for a sandbox");
    }

    @Test
    void a_command_has_a_word() {
        assertThrows(IllegalArgumentException.class, InProcessBackendTest::invocation);
    }
}
