package dev.clnrm.cleanroom.scenario;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.cleanroom.CleanroomEnvironment;
import dev.clnrm.cleanroom.backend.Execution;
import dev.clnrm.cleanroom.backend.InProcessBackend;
import dev.clnrm.cleanroom.policy.Policy;
import dev.clnrm.cleanroom.scenario.StepResult.End;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScenarioTimeTest {
    private final CleanroomEnvironment environment = CleanroomEnvironment.open();

    @AfterEach
    void close() {
        environment.close();
    }

    private Scenario scenario() {
        return Scenario.named("slow", environment, Scripts.BACKEND);
    }

    @Test
    void a_step_that_hangs_is_ended_when_the_time_is_over() {
        ScenarioResult result = scenario()
                .step("a", "hang")
                .step("b", "echo")
                .timeout(Duration.ofMillis(20))
                .run();

        assertThat(result.steps().stream().map(StepResult::end)).containsExactly(End.TIMED_OUT);
        assertThat(result.steps().get(0).exitCode()).isEqualTo(137);
        assertThat(result.duration()).isAtLeast(Duration.ofMillis(20));
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void concurrent_steps_that_hang_are_all_ended_and_reported() {
        Scenario scenario = scenario().timeout(Duration.ofMillis(20)).concurrent();
        for (int i = 0; i < 40; i++) {
            scenario = scenario.step("step " + i, "hang");
        }
        List<StepResult> steps = scenario.run().steps();
        assertThat(steps).hasSize(40);
        assertThat(steps.stream().map(StepResult::end).distinct()).containsExactly(End.TIMED_OUT);
        assertThat(steps.get(39).duration()).isEqualTo(Duration.ZERO);
    }

    @Test
    void a_time_that_is_over_after_the_last_step_changes_nothing() {
        for (int i = 0; i < 200; i++) {
            ScenarioResult result = scenario()
                    .step("a", "echo")
                    .timeout(Duration.ofNanos(20_000 + i * 1000L))
                    .run();
            assertThat(result.steps()).hasSize(1);
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    @Test
    void a_policy_gives_each_step_its_time() {
        ScenarioResult result = scenario()
                .step("a", "hang")
                .step("b", "hang")
                .concurrent()
                .policy(Policy.medium().withStepTime(Duration.ofMillis(10)))
                .run();
        assertThat(result.steps().stream().map(StepResult::end)).containsExactly(End.TIMED_OUT, End.TIMED_OUT);
        assertThat(result.duration()).isLessThan(Scenario.TIMEOUT);
    }

    @Test
    void a_script_that_swallows_interruption_is_reported_as_late() {
        InProcessBackend deaf = InProcessBackend.scripted().on("deaf", call -> {
            while (!Thread.interrupted()) {
                Thread.onSpinWait();
            }
            return Execution.success("done");
        });
        StepResult step = Scenario.named("deaf", environment, deaf)
                .step("a", "deaf")
                .timeout(Duration.ofMillis(5))
                .run()
                .steps()
                .get(0);
        assertThat(step.end()).isEqualTo(End.TIMED_OUT);
        assertThat(step.output()).isEqualTo("done");
    }

    @Test
    void an_interruption_of_the_caller_cancels_the_run_and_stays_visible() {
        Thread.currentThread().interrupt();
        ScenarioResult result = scenario().step("a", "hang").step("b", "echo").run();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.steps().stream().map(StepResult::end)).containsExactly(End.CANCELLED);
    }

    @Test
    void cancelling_the_stage_ends_the_run() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        InProcessBackend backend = InProcessBackend.scripted().on("hang", call -> {
            begun.countDown();
            try {
                Thread.sleep(3_600_000);
            } finally {
                ended.countDown();
            }
            return Execution.success("");
        });
        CompletableFuture<ScenarioResult> run = Scenario.named("x", environment, backend)
                .step("a", "hang")
                .runAsync()
                .toCompletableFuture();
        begun.await();
        assertThat(run.cancel(true)).isTrue();
        ended.await();
        assertThrows(CancellationException.class, run::join);
    }

    @Test
    void closing_the_environment_ends_what_is_running_and_waits_for_it() throws Exception {
        for (boolean concurrent : new boolean[] {false, true}) {
            CleanroomEnvironment closing = CleanroomEnvironment.open();
            CountDownLatch begun = new CountDownLatch(concurrent ? 3 : 1);
            InProcessBackend backend = InProcessBackend.scripted().on("hang", call -> {
                begun.countDown();
                Thread.sleep(3_600_000);
                return Execution.success("");
            });
            Scenario scenario = Scenario.named("x", closing, backend)
                    .step("a", "hang")
                    .step("b", "hang")
                    .step("c", "hang");
            CompletableFuture<ScenarioResult> run = (concurrent ? scenario.concurrent() : scenario)
                    .runAsync()
                    .thenApply(done -> done)
                    .toCompletableFuture();
            begun.await();
            closing.close();
            assertThat(run.join().steps().stream().map(StepResult::end).distinct())
                    .containsExactly(End.CANCELLED);
            assertThat(closing.testStatistics("x").failed()).isEqualTo(1);
        }
    }

    @Test
    void a_step_may_close_its_own_environment() {
        CleanroomEnvironment closing = CleanroomEnvironment.open();
        InProcessBackend backend = InProcessBackend.scripted().on("close", call -> {
            closing.close();
            return Execution.success("closed");
        });
        ScenarioResult result = Scenario.named("x", closing, backend)
                .step("a", "close")
                .step("b", "close")
                .run();
        assertThat(result.steps()).hasSize(1);
        assertThat(result.steps().get(0).end()).isEqualTo(End.CANCELLED);
    }

    @Test
    void a_time_longer_than_can_be_counted_is_no_limit() {
        ScenarioResult result = scenario()
                .step("a", "echo")
                .timeout(Duration.ofSeconds(Long.MAX_VALUE))
                .run();
        assertThat(result.succeeded()).isTrue();
    }
}
