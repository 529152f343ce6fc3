package dev.clnrm.cleanroom;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExecuteTestTest {
    private final CleanroomEnvironment environment = CleanroomEnvironment.open();

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void a_test_gives_what_its_body_returns_and_is_counted() {
        int answer = environment.executeTest("adds", () -> 20 + 22);

        assertThat(answer).isEqualTo(42);
        TestStatistics all = environment.metrics().tests();
        assertThat(all.executed()).isEqualTo(1);
        assertThat(all.failed()).isEqualTo(0);
        assertThat(all.passed()).isEqualTo(1);
        assertThat(environment.testStatistics("adds")).isEqualTo(all);
    }

    @Test
    void a_failing_test_throws_its_own_exception_and_is_counted() {
        IOException failure = new IOException("row is missing");
        IOException thrown = assertThrows(
                IOException.class,
                () -> environment.executeTest("reads", () -> {
                    throw failure;
                }));

        assertThat(thrown).isSameInstanceAs(failure);
        assertThat(environment.metrics().tests().failed()).isEqualTo(1);
        assertThat(environment.metrics().tests().passed()).isEqualTo(0);
    }

    @Test
    void an_assertion_that_fails_is_a_failed_test() {
        assertThrows(
                AssertionError.class,
                () -> environment.executeTest("asserts", () -> {
                    throw new AssertionError("expected 1 but was 2");
                }));
        assertThat(environment.testStatistics("asserts").failed()).isEqualTo(1);
    }

    @Test
    void tests_are_counted_by_name_and_together() {
        for (int i = 0; i < 3; i++) {
            environment.executeTest("a", () -> "");
        }
        environment.executeTest("b", () -> "");

        assertThat(environment.testStatistics("a").executed()).isEqualTo(3);
        assertThat(environment.testStatistics("b").executed()).isEqualTo(1);
        assertThat(environment.testStatistics("c")).isEqualTo(TestStatistics.NONE);
        assertThat(environment.metrics().tests().executed()).isEqualTo(4);
    }

    @Test
    void the_time_of_a_test_is_the_time_of_its_body() {
        long from = System.nanoTime();
        environment.executeTest("spins", () -> {
            long end = System.nanoTime() + 2_000_000;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return "";
        });
        Duration around = Duration.ofNanos(System.nanoTime() - from);

        assertThat(environment.testStatistics("spins").time()).isAtLeast(Duration.ofMillis(2));
        assertThat(environment.testStatistics("spins").time()).isAtMost(around);
    }

    @Test
    void an_asynchronous_test_runs_on_the_environments_thread() throws Exception {
        String thread = environment
                .executeTestAsync(
                        "names its thread", () -> Thread.currentThread().getName())
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);

        assertThat(thread).startsWith("cleanroom-" + environment.sessionId() + "-");
        assertThat(environment.testStatistics("names its thread").executed()).isEqualTo(1);
    }

    @Test
    void an_asynchronous_test_fails_with_its_own_exception() {
        CompletionException failure = assertThrows(CompletionException.class, () -> environment
                .executeTestAsync("reads", () -> {
                    throw new IOException("row is missing");
                })
                .toCompletableFuture()
                .join());

        assertThat(failure).hasCauseThat().isInstanceOf(IOException.class);
        assertThat(environment.testStatistics("reads").failed()).isEqualTo(1);
    }
}
