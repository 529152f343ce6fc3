package dev.clnrm.cleanroom;

import static com.google.common.truth.Truth.assertThat;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartAllTest {
    private final CleanroomEnvironment environment = CleanroomEnvironment.open();

    @AfterEach
    void close() {
        environment.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 50})
    void every_service_is_started_and_handles_come_in_the_order_of_registration(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            environment.register(MockService.named("s" + i));
        }
        List<ServiceHandle> handles = get(environment.startAll());

        assertThat(handles).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(handles.get(i).serviceName()).isEqualTo("s" + i);
        }
        assertThat(environment.metrics().services()).isEqualTo(new ServiceStatistics(count, count));
    }

    @Test
    void only_the_named_services_are_started() throws Exception {
        MockService left = MockService.named("left");
        environment.register(left).register(MockService.named("a")).register(MockService.named("b"));

        List<ServiceHandle> handles = get(environment.startAll(List.of("b", "a")));
        assertThat(handles.stream().map(ServiceHandle::serviceName))
                .containsExactly("b", "a")
                .inOrder();
        assertThat(left.starts()).isEqualTo(0);
    }

    @Test
    void an_unknown_name_starts_nothing() {
        MockService service = MockService.named("a");
        environment.register(service);

        assertThrows(NameException.class, () -> environment.startAll(List.of("a", "missing")));
        assertThat(service.starts()).isEqualTo(0);
    }

    @Test
    void services_that_run_already_keep_their_handles() throws Exception {
        environment.register(MockService.named("a")).register(MockService.named("b"));
        ServiceHandle a = environment.start("a");

        assertThat(get(environment.startAll()).get(0)).isSameInstanceAs(a);
    }

    @Test
    void starts_that_block_run_side_by_side() throws Exception {
        CyclicBarrier met = new CyclicBarrier(8);
        for (int i = 0; i < 8; i++) {
            environment.register(new ScriptedService("s" + i).onStart(() -> met.await(10, TimeUnit.SECONDS)));
        }
        assertThat(get(environment.startAll())).hasSize(8);
    }

    @Test
    void fifty_starts_that_wait_wait_at_the_same_time() throws Exception {
        for (int i = 0; i < 50; i++) {
            environment.register(WaitingMockService.of(MockService.named("s" + i), Duration.ofMillis(100)));
        }
        long from = System.nanoTime();
        assertThat(get(environment.startAll())).hasSize(50);
        Duration took = Duration.ofNanos(System.nanoTime() - from);

        assertThat(took).isAtLeast(Duration.ofMillis(100));
        assertThat(took).isLessThan(Duration.ofMillis(2500));
    }

    @Test
    void one_failure_is_the_failure_of_the_stage_and_the_others_run() {
        IOException cause = new IOException("port is taken");
        environment
                .register(MockService.named("a"))
                .register(new ScriptedService("b").onStart(() -> {
                    throw cause;
                }))
                .register(MockService.named("c"));

        ServiceException failure = failureOf(environment.startAll());
        assertThat(failure.where()).endsWith("service 'b'");
        assertThat(failure).hasCauseThat().isSameInstanceAs(cause);
        assertThat(environment.metrics().services()).isEqualTo(new ServiceStatistics(3, 2));
    }

    @Test
    void several_failures_are_all_suppressed_in_one() {
        for (int i = 0; i < 3; i++) {
            environment.register(new ScriptedService("s" + i).onStart(() -> {
                throw new IOException("port is taken");
            }));
        }
        ServiceException failure = failureOf(environment.startAll());

        assertThat(failure.what()).isEqualTo("3 services failed to start");
        assertThat(failure.getSuppressed()).hasLength(3);
    }

    @Test
    void a_waiting_start_that_fails_leaves_the_service_stopped() {
        environment.register(new AsyncFailure());

        ServiceException failure = failureOf(environment.startAll());
        assertThat(failure).hasCauseThat().hasMessageThat().isEqualTo("no answer");
        assertThat(environment.metrics().services().running()).isEqualTo(0);
        ServiceException direct = assertThrows(ServiceException.class, () -> environment.start("async"));
        assertThat(direct).hasCauseThat().hasMessageThat().isEqualTo("no answer");
    }

    @Test
    void a_start_that_stands_in_the_queue_is_carried_out_by_who_needs_it() throws Exception {
        AtomicInteger dropped = new AtomicInteger();
        try (CleanroomEnvironment idle = CleanroomEnvironment.openWith(task -> dropped.incrementAndGet())) {
            MockService service = MockService.named("a");
            idle.register(service);
            idle.startAll();
            assertThat(service.starts()).isEqualTo(0);

            assertThat(idle.start("a").serviceName()).isEqualTo("a");
            assertThat(service.starts()).isEqualTo(1);
        }
        assertThat(dropped.get()).isEqualTo(2);
    }

    @Test
    void the_given_executor_does_the_work() throws Exception {
        AtomicInteger tasks = new AtomicInteger();
        try (CleanroomEnvironment direct = CleanroomEnvironment.openWith(task -> {
            tasks.incrementAndGet();
            task.run();
        })) {
            direct.register(MockService.named("a")).register(MockService.named("b"));
            assertThat(get(direct.startAll())).hasSize(2);
        }
        assertThat(tasks.get()).isAtLeast(2);
    }

    @Test
    void a_start_asked_for_while_the_service_stops_follows_the_stop() throws Exception {
        CountDownLatch stopping = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ScriptedService service = new ScriptedService("a").onStop(() -> {
            stopping.countDown();
            goOn.await(10, TimeUnit.SECONDS);
        });
        environment.register(service);
        environment.start("a");
        Thread stopper = new Thread(() -> environment.stop("a"));
        stopper.start();
        stopping.await();
        CompletionStage<List<ServiceHandle>> restart = environment.startAll();
        goOn.countDown();

        assertThat(get(restart)).hasSize(1);
        stopper.join();
        assertThat(service.log).containsExactly("start a", "stop a", "start a").inOrder();
    }

    @Test
    void stop_all_stops_the_last_started_first_and_counts() {
        List<String> log = new CopyOnWriteArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            environment.register(new ScriptedService(name, log));
        }
        environment.start("b");
        environment.start("c");
        environment.start("a");
        log.clear();

        assertThat(environment.stopAll()).isEqualTo(3);
        assertThat(log).containsExactly("stop a", "stop c", "stop b").inOrder();
        assertThat(environment.stopAll()).isEqualTo(0);
    }

    @Test
    void stop_all_goes_on_after_a_failure() {
        AtomicInteger failures = new AtomicInteger(2);
        MockService sound = MockService.named("sound");
        environment.register(sound);
        for (String name : List.of("x", "y")) {
            environment.register(new ScriptedService(name).onStop(() -> {
                if (failures.getAndDecrement() > 0) {
                    throw new IOException("stuck");
                }
            }));
        }
        for (String name : List.of("sound", "x", "y")) {
            environment.start(name);
        }
        ServiceException failure = assertThrows(ServiceException.class, environment::stopAll);

        assertThat(failure.what()).isEqualTo("2 services failed to stop");
        assertThat(failure.getSuppressed()).hasLength(2);
        assertThat(sound.running()).isEqualTo(0);
        assertThat(environment.metrics().services()).isEqualTo(new ServiceStatistics(3, 2));
    }

    private static ServiceException failureOf(CompletionStage<?> stage) {
        CompletionException e = assertThrows(
                CompletionException.class, () -> stage.toCompletableFuture().join());
        assertThat(e).hasCauseThat().isInstanceOf(ServiceException.class);
        return (ServiceException) requireNonNull(e.getCause());
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static final class AsyncFailure implements AsyncServicePlugin {
        @Override
        public String name() {
            return "async";
        }

        @Override
        public CompletionStage<ServiceHandle> startAsync() {
            return CompletableFuture.failedFuture(new IOException("no answer"));
        }

        @Override
        public void stop(ServiceHandle handle) {
            throw new AssertionError("never started");
        }

        @Override
        public HealthStatus health(ServiceHandle handle) {
            throw new AssertionError("never started");
        }
    }

    @Test
    void threads_of_the_executor_may_wait_for_starts_in_its_queue() throws Exception {
        MockService service = MockService.named("a");
        environment.register(service);
        CountDownLatch all = new CountDownLatch(16);
        List<CompletableFuture<List<ServiceHandle>>> tests = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            boolean joins = i % 2 == 0;
            tests.add(environment
                    .executeTestAsync("t", () -> {
                        all.countDown();
                        all.await();
                        CompletableFuture<List<ServiceHandle>> starts =
                                environment.startAll().toCompletableFuture();
                        return joins ? starts.join() : starts.get();
                    })
                    .toCompletableFuture());
        }
        for (CompletableFuture<List<ServiceHandle>> test : tests) {
            assertThat(get(test)).hasSize(1);
        }
        assertThat(service.starts()).isEqualTo(1);
    }

    @Test
    @Timeout(20)
    void who_waits_for_a_start_after_a_stop_carries_it_out() throws Exception {
        CountDownLatch stopping = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (CleanroomEnvironment idle = CleanroomEnvironment.openWith(task -> goOn.countDown())) {
            ScriptedService service = new ScriptedService("a").onStop(() -> {
                stopping.countDown();
                goOn.await(100, TimeUnit.MILLISECONDS);
            });
            idle.register(service);
            idle.start("a");
            Thread stopper = new Thread(() -> idle.stop("a"));
            stopper.start();
            stopping.await();

            assertThat(idle.startAll().toCompletableFuture().join()).hasSize(1);
            stopper.join();
            assertThat(service.log)
                    .containsExactly("start a", "stop a", "start a")
                    .inOrder();
        }
    }
}
