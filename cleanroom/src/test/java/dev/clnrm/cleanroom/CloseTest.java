package dev.clnrm.cleanroom;

import static com.google.common.truth.Truth.assertThat;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CloseTest {
    private final CleanroomEnvironment environment = CleanroomEnvironment.open();
    private final List<String> log = new CopyOnWriteArrayList<>();

    @Test
    void services_stop_before_containers_are_released_and_the_last_comes_first() {
        environment.register(new ScriptedService("a", log)).register(new ScriptedService("b", log));
        environment.getOrCreateContainer("application", name -> {
            environment.getOrCreateContainer("network", inner -> new ScriptedContainer(inner, log));
            return new ScriptedContainer(name, log);
        });
        environment.start("b");
        environment.start("a");
        log.clear();
        environment.close();

        assertThat(log)
                .containsExactly("stop a", "stop b", "release application", "release network")
                .inOrder();
        assertThat(environment.metrics().containers()).isEqualTo(new ContainerStatistics(2, 0, 2));
        assertThat(environment.metrics().containers().live()).isEqualTo(0);
        assertThat(environment.metrics().services()).isEqualTo(new ServiceStatistics(2, 0));
    }

    @Test
    void everything_is_ended_and_every_failure_kept_when_some_parts_fail() {
        environment.register(new ScriptedService("a", log)).register(new ScriptedService("b", log).onStop(() -> {
                    throw new IOException("process 7 does not end");
                }));
        environment.start("a");
        environment.start("b");
        environment.getOrCreateContainer("x", name -> new ScriptedContainer(name, log));
        environment.getOrCreateContainer(
                "y",
                name -> new ScriptedContainer(name, log, () -> {
                    throw new AssertionError("busy");
                }));
        log.clear();

        CloseException failure = assertThrows(CloseException.class, environment::close);
        assertThat(log)
                .containsExactly("stop b", "stop a", "release y", "release x")
                .inOrder();
        assertThat(failure.getSuppressed()).hasLength(2);
        assertThat(failure.getSuppressed()[0]).hasMessageThat().contains("'b': stop failed: process 7 does not end");
        assertThat(failure.getSuppressed()[1]).hasMessageThat().contains("'y': release failed: busy");
        assertThat(failure.what())
                .isEqualTo("the environment is closed, but 2 of its parts failed to end, first session "
                        + environment.sessionId() + ", service 'b'");
        assertThat(environment.metrics().services()).isEqualTo(new ServiceStatistics(2, 1));
        assertThat(environment.metrics().containers()).isEqualTo(new ContainerStatistics(2, 0, 1));
    }

    @Test
    void closing_again_does_nothing() {
        environment.getOrCreateContainer("x", name -> new ScriptedContainer(name, log));
        environment.close();
        environment.close();

        assertThat(log).containsExactly("release x");
        assertThat(environment.isOpen()).isFalse();
    }

    @Test
    void what_acts_or_asks_fails_after_closing() {
        environment.register(MockService.named("a"));
        environment.close();

        List<Executable> operations = List.of(
                () -> environment.getOrCreateContainer("x", MockContainer::create),
                () -> environment.hasContainer("x"),
                () -> environment.register(MockService.named("b")),
                () -> environment.hasService("a"),
                () -> environment.start("a"),
                () -> environment.stop("a"),
                environment::startAll,
                () -> environment.startAll(List.of("a")),
                environment::stopAll,
                environment::checkHealth,
                () -> environment.executeTest("t", () -> ""),
                () -> environment.executeTestAsync("t", () -> ""));
        for (Executable operation : operations) {
            EnvironmentClosedException failure = assertThrows(EnvironmentClosedException.class, operation);
            assertThat(failure)
                    .hasMessageThat()
                    .isEqualTo("session " + environment.sessionId() + ": the environment is closed\n"
                            + "  help: open a new one with CleanroomEnvironment.open(), or close this one later");
        }
    }

    @Test
    void what_was_counted_stays_readable_after_closing() {
        environment.executeTest("t", () -> "");
        environment.close();

        assertThat(environment.metrics().tests().executed()).isEqualTo(1);
        assertThat(environment.testStatistics("t").executed()).isEqualTo(1);
        assertThat(environment.containerStatistics()).isEqualTo(new ContainerStatistics(0, 0, 0));
    }

    @Test
    void a_start_that_closes_the_environment_is_stopped_as_soon_as_it_comes_back() {
        ScriptedService service = new ScriptedService("a", log).onStart(environment::close);
        environment.register(service);

        assertThrows(EnvironmentClosedException.class, () -> environment.start("a"));
        assertThat(log).containsExactly("start a", "stop a").inOrder();
        assertThat(environment.metrics().services().running()).isEqualTo(0);
    }

    @Test
    void a_stop_that_closes_the_environment_is_carried_out_once() {
        environment.register(new ScriptedService("a", log).onStop(environment::close));
        environment.start("a");
        environment.stop("a");

        assertThat(log).containsExactly("start a", "stop a").inOrder();
        assertThat(environment.metrics().services().running()).isEqualTo(0);
    }

    @Test
    void a_factory_that_closes_the_environment_has_its_container_released() {
        assertThrows(
                EnvironmentClosedException.class,
                () -> environment.getOrCreateContainer("x", name -> {
                    environment.close();
                    return new ScriptedContainer(name, log);
                }));
        assertThat(log).containsExactly("release x");
        assertThat(environment.containerStatistics()).isEqualTo(new ContainerStatistics(1, 0, 1));
    }

    @Test
    void a_test_that_closes_the_environment_is_still_counted() {
        environment.executeTest("closes", () -> {
            environment.close();
            return "";
        });
        assertThat(environment.testStatistics("closes").passed()).isEqualTo(1);
    }

    @Test
    void closing_waits_for_a_start_that_waits_and_stops_it() {
        MockService service = MockService.named("a");
        environment.register(WaitingMockService.of(service, Duration.ofMillis(50)));
        CompletionStage<List<ServiceHandle>> starting = environment.startAll();
        environment.close();

        assertThat(service.starts()).isEqualTo(1);
        assertThat(service.running()).isEqualTo(0);
        assertThat(causeOf(starting)).isInstanceOf(EnvironmentClosedException.class);
    }

    @Test
    void a_start_in_the_queue_is_not_carried_out_any_more() {
        List<Runnable> queued = new ArrayList<>();
        CleanroomEnvironment queueing = CleanroomEnvironment.openWith(task -> {
            if (queued.isEmpty()) {
                queued.add(task);
            } else {
                task.run();
            }
        });
        MockService service = MockService.named("a");
        queueing.register(service);
        CompletionStage<List<ServiceHandle>> starting = queueing.startAll();
        queueing.close();

        assertThat(causeOf(starting)).isInstanceOf(EnvironmentClosedException.class);
        queued.get(0).run();
        assertThat(service.starts()).isEqualTo(0);
    }

    @Test
    void the_stage_of_a_start_may_close_the_environment() {
        MockService service = MockService.named("a");
        environment.register(service);
        environment.startAll().thenRun(environment::close).toCompletableFuture().join();

        assertThat(service.stops()).isEqualTo(1);
    }

    @Test
    void a_given_executor_that_refuses_is_replaced_by_the_calling_thread() {
        AtomicInteger refused = new AtomicInteger();
        try (CleanroomEnvironment refusing = CleanroomEnvironment.openWith(task -> {
            refused.incrementAndGet();
            throw new RejectedExecutionException("shut down");
        })) {
            refusing.register(MockService.named("a"));
            assertThat(refusing.startAll().toCompletableFuture().join()).hasSize(1);
        }
        assertThat(refused.get()).isAtLeast(1);
    }

    private static Throwable causeOf(CompletionStage<?> stage) {
        CompletionException e = assertThrows(
                CompletionException.class, () -> stage.toCompletableFuture().join());
        return requireNonNull(e.getCause());
    }

    @Test
    void an_activity_that_throws_anything_does_not_keep_the_rest_from_ending() {
        AtomicInteger ended = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            environment.attach(() -> {
                ended.incrementAndGet();
                throw new AssertionError("stuck");
            });
        }
        environment.getOrCreateContainer(
                "x",
                name -> new ScriptedContainer(name, log, () -> {
                    throw new AssertionError("busy");
                }));

        CloseException failure = assertThrows(CloseException.class, environment::close);
        assertThat(ended.get()).isEqualTo(3);
        assertThat(failure.getSuppressed()).hasLength(4);
        assertThat(failure.getSuppressed()[3]).hasMessageThat().contains("'x': release failed: busy");
        assertThat(failure.what())
                .isEqualTo("the environment is closed, but 4 of its parts failed to end, first an activity: stuck");
    }

    @Test
    void stages_in_the_queue_end_although_all_threads_wait_for_them() throws Exception {
        environment.register(MockService.named("a"));
        CountDownLatch begun = new CountDownLatch(16);
        CountDownLatch ended = new CountDownLatch(1);
        for (int i = 0; i < 16; i++) {
            environment.executeTestAsync("t", () -> {
                begun.countDown();
                ended.await();
                return "";
            });
        }
        begun.await();
        environment.startAll().whenComplete((handles, failure) -> ended.countDown());
        environment.close();

        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
