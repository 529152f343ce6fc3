package dev.clnrm.cleanroom.scenario;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.cleanroom.BackendException;
import dev.clnrm.cleanroom.CleanroomEnvironment;
import dev.clnrm.cleanroom.EnvironmentClosedException;
import dev.clnrm.cleanroom.ScenarioException;
import dev.clnrm.cleanroom.backend.Backend;
import dev.clnrm.cleanroom.backend.Execution;
import dev.clnrm.cleanroom.backend.InProcessBackend;
import dev.clnrm.cleanroom.backend.Invocation;
import dev.clnrm.cleanroom.scenario.StepResult.End;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScenarioTest {
    private final CleanroomEnvironment environment = CleanroomEnvironment.open();

    @AfterEach
    void close() {
        environment.close();
    }

    private Scenario scenario() {
        return Scenario.named("orders", environment, Scripts.BACKEND);
    }

    @Test
    void steps_run_in_order_and_each_gives_its_result() {
        ScenarioResult result = scenario()
                .step("first", "echo", "a", "b")
                .step("second", "echo", "c")
                .run();

        assertThat(result.succeeded()).isTrue();
        assertThat(result.scenario()).isEqualTo("orders");
        assertThat(result.declared()).isEqualTo(2);
        assertThat(result.audit()).isEmpty();
        StepResult first = result.steps().get(0);
        assertThat(first).isEqualTo(new StepResult("first", 1, End.EXITED, 0, "a b", "", false, first.duration()));
        assertThat(result.steps().get(1).order()).isEqualTo(2);
        assertThat(result.steps().get(1).output()).isEqualTo("c");
        assertThat(first.duration()).isGreaterThan(Duration.ZERO);
        assertThat(result.duration()).isAtLeast(first.duration());
        assertThat(result.orThrow()).isSameInstanceAs(result);
    }

    @Test
    void a_sequential_scenario_stops_at_the_first_step_that_fails() {
        ScenarioResult result =
                scenario().step("a", "echo").step("b", "fail").step("c", "echo").run();

        assertThat(result.succeeded()).isFalse();
        assertThat(result.declared()).isEqualTo(3);
        assertThat(result.steps()).hasSize(2);
        assertThat(result.firstFailure().orElseThrow().exitCode()).isEqualTo(3);
        assertThat(result.firstFailure().orElseThrow().errorOutput()).isEqualTo("no row\nat all");
    }

    @Test
    void a_concurrent_scenario_finishes_and_reports_all() {
        ScenarioResult result = scenario()
                .step("a", "fail")
                .step("b", "no-such-command")
                .step("c", "echo", "x")
                .concurrent()
                .run();

        assertThat(result.steps().stream().map(StepResult::label))
                .containsExactly("a", "b", "c")
                .inOrder();
        assertThat(result.steps().stream().map(StepResult::exitCode))
                .containsExactly(3, 127, 0)
                .inOrder();
        assertThat(result.steps().stream().map(StepResult::order))
                .containsExactly(1, 2, 3)
                .inOrder();
    }

    @Test
    void concurrent_steps_are_under_way_at_the_same_time() {
        CyclicBarrier all = new CyclicBarrier(5);
        InProcessBackend meeting = InProcessBackend.scripted().on("meet", call -> {
            all.await(10, TimeUnit.SECONDS);
            return Execution.success("");
        });
        Scenario scenario = Scenario.named("meeting", environment, meeting).concurrent();
        for (int i = 0; i < 5; i++) {
            scenario = scenario.step("step " + i, "meet");
        }
        assertThat(scenario.run().succeeded()).isTrue();
    }

    @Test
    void a_failure_that_is_taken_for_an_exception_names_the_step() {
        ScenarioException failure = assertThrows(
                ScenarioException.class,
                () -> scenario().step("b", "fail").run().orThrow());
        assertThat(failure)
                .hasMessageThat()
                .isEqualTo(
                        "scenario 'orders', step 1 'b': exit code 3: no row\n  help: see its result: steps().get(0)");
    }

    @Test
    void a_run_counts_as_a_test_of_its_environment() {
        scenario().step("a", "echo").run();
        scenario().step("a", "fail").run();

        assertThat(environment.testStatistics("orders").executed()).isEqualTo(2);
        assertThat(environment.testStatistics("orders").failed()).isEqualTo(1);
    }

    @Test
    void run_and_run_async_give_the_same_result() {
        for (Scenario each : new Scenario[] {scenario(), scenario().concurrent()}) {
            Scenario scenario = each.step("a", "echo", "x")
                    .step("b", "seed")
                    .step("c", "fail")
                    .deterministic(1);
            ScenarioResult now = scenario.run();
            ScenarioResult later = scenario.runAsync().toCompletableFuture().join();
            assertThat(later.sameAs(now)).isTrue();
            assertThat(now.steps()).hasSize(3);
        }
    }

    @Test
    void an_asynchronous_run_that_nobody_waits_for_runs_all_the_same() throws Exception {
        ScenarioResult result = scenario()
                .step("a", "echo", "x")
                .runAsync()
                .thenApply(done -> done)
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        assertThat(result.succeeded()).isTrue();
    }

    @Test
    void an_asynchronous_run_is_carried_out_once() {
        for (int i = 0; i < 1000; i++) {
            scenario().step("a", "echo").runAsync().toCompletableFuture().join();
        }
        assertThat(environment.testStatistics("orders").executed()).isEqualTo(1000);
    }

    @Test
    void the_seed_decides_what_each_step_gets() {
        Scenario scenario = scenario().step("a", "seed").step("b", "seed");
        ScenarioResult seven = scenario.deterministic(7).run();

        assertThat(seven.sameAs(scenario.deterministic(7).run())).isTrue();
        assertThat(seven.sameAs(scenario.deterministic(7).concurrent().run())).isTrue();
        assertThat(seven.sameAs(scenario.deterministic(8).run())).isFalse();
        assertThat(seven.steps().get(0).output())
                .isNotEqualTo(seven.steps().get(1).output());
        assertThat(scenario.run().steps().get(0).output()).isEqualTo("OptionalLong.empty");
    }

    @Test
    void a_word_gives_a_new_scenario_and_leaves_the_old_one() {
        Scenario one = scenario().step("a", "echo");
        Scenario two = one.step("b", "echo");
        assertThat(one.steps()).containsExactly(new Step("a", java.util.List.of("echo")));
        assertThat(two.steps()).hasSize(2);
        assertThat(two.name()).isEqualTo("orders");
    }

    @Test
    void what_makes_no_scenario_is_refused() {
        assertThat(assertThrows(ScenarioException.class, scenario()::run))
                .hasMessageThat()
                .isEqualTo("session " + environment.sessionId() + ", scenario 'orders': it has no steps\n"
                        + "  help: add one with step(label, command)");
        assertThrows(IllegalArgumentException.class, () -> scenario().step("a"));
        assertThrows(IllegalArgumentException.class, () -> scenario().step(" ", "echo"));
        assertThrows(IllegalArgumentException.class, () -> scenario().timeout(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> Scenario.named("", environment, Scripts.BACKEND));
    }

    @Test
    void a_backend_that_breaks_ends_the_scenario() {
        Backend broken = new Backend() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public boolean isolates() {
                return false;
            }

            @Override
            public Execution execute(Invocation invocation) {
                throw new BackendException("broken", "it broke", "mend it", null);
            }
        };
        Scenario scenario =
                Scenario.named("x", environment, broken).step("a", "echo").step("b", "echo");
        assertThat(assertThrows(BackendException.class, scenario::run).what()).isEqualTo("it broke");
        assertThat(assertThrows(BackendException.class, scenario.concurrent()::run)
                        .what())
                .isEqualTo("it broke");
        assertThat(assertThrows(
                        CompletionException.class,
                        () -> scenario.runAsync().toCompletableFuture().join()))
                .hasCauseThat()
                .isInstanceOf(BackendException.class);
        assertThat(environment.testStatistics("x").failed()).isEqualTo(3);
    }

    @Test
    void a_closed_environment_runs_nothing() {
        Scenario scenario = scenario().step("a", "echo");
        environment.close();
        assertThrows(EnvironmentClosedException.class, scenario::run);
        assertThat(assertThrows(
                        CompletionException.class,
                        () -> scenario.runAsync().toCompletableFuture().join()))
                .hasCauseThat()
                .isInstanceOf(EnvironmentClosedException.class);
    }
}
