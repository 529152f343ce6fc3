package dev.clnrm.cleanroom;

import static com.google.common.truth.Truth.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many threads do the same at the same moment, again and again; the counts must be exact afterwards. */
class ConcurrencyTest {
    private static final int THREADS = 16;
    private final Crowd crowd = new Crowd(THREADS);

    @AfterEach
    void close() {
        crowd.close();
    }

    @Test
    void the_first_use_of_a_name_by_many_threads_creates_one_container() throws Exception {
        for (int round = 0; round < 200; round++) {
            AtomicInteger runs = new AtomicInteger();
            CleanroomEnvironment environment = CleanroomEnvironment.open();
            List<Container> seen = crowd.actAtOnce(member -> environment.getOrCreateContainer("shared", name -> {
                runs.incrementAndGet();
                LockSupport.parkNanos(1000);
                return MockContainer.create(name);
            }));
            environment.close();

            assertThat(runs.get()).isEqualTo(1);
            assertThat(new HashSet<>(seen)).hasSize(1);
            assertThat(environment.containerStatistics()).isEqualTo(new ContainerStatistics(1, THREADS - 1, 1));
            assertThat(((MockContainer) seen.get(0)).releases()).isEqualTo(1);
        }
    }

    @Test
    void many_names_by_many_threads_are_created_once_each_and_all_released() throws Exception {
        Queue<MockContainer> made = new ConcurrentLinkedQueue<>();
        CleanroomEnvironment environment = CleanroomEnvironment.open();
        crowd.actAtOnce(member -> {
            for (int i = 0; i < 1000; i++) {
                environment.getOrCreateContainer("c" + (i + member * 61) % 1000, name -> {
                    MockContainer container = MockContainer.create(name);
                    made.add(container);
                    return container;
                });
            }
            return member;
        });
        assertThat(environment.containerStatistics()).isEqualTo(new ContainerStatistics(1000, 15_000, 0));
        environment.close();

        assertThat(made).hasSize(1000);
        assertThat(made.stream().mapToInt(MockContainer::releases).sum()).isEqualTo(1000);
        assertThat(environment.containerStatistics()).isEqualTo(new ContainerStatistics(1000, 15_000, 1000));
    }

    @Test
    void every_second_try_of_a_factory_succeeds_and_is_the_only_one_kept() throws Exception {
        for (int round = 0; round < 100; round++) {
            AtomicInteger runs = new AtomicInteger();
            try (CleanroomEnvironment environment = CleanroomEnvironment.open()) {
                List<Container> seen = crowd.actAtOnce(member -> {
                    while (true) {
                        try {
                            return environment.getOrCreateContainer("shaky", name -> {
                                if (runs.incrementAndGet() < 3) {
                                    throw new IllegalStateException("not yet");
                                }
                                return MockContainer.create(name);
                            });
                        } catch (ContainerException e) {
                            Thread.onSpinWait();
                        }
                    }
                });
                assertThat(runs.get()).isEqualTo(3);
                assertThat(new HashSet<>(seen)).hasSize(1);
                assertThat(environment.containerStatistics()).isEqualTo(new ContainerStatistics(1, THREADS - 1, 0));
            }
        }
    }

    @Test
    void many_threads_start_a_service_once() throws Exception {
        for (int round = 0; round < 200; round++) {
            MockService service = MockService.named("a");
            try (CleanroomEnvironment environment = CleanroomEnvironment.open().register(service)) {
                List<ServiceHandle> handles = crowd.actAtOnce(member -> member % 4 == 0
                        ? environment.startAll().toCompletableFuture().join().get(0)
                        : environment.start("a"));
                assertThat(new HashSet<>(handles)).hasSize(1);
                assertThat(service.starts()).isEqualTo(1);
            }
            assertThat(service.stops()).isEqualTo(1);
        }
    }

    @Test
    void starts_and_stops_in_a_race_keep_to_turns() throws Exception {
        Overlap overlap = new Overlap();
        CleanroomEnvironment environment = CleanroomEnvironment.open().register(overlap);
        List<Integer> stopped = crowd.actAtOnce(member -> {
            int stops = 0;
            for (int i = 0; i < 500; i++) {
                if ((i + member) % 2 == 0) {
                    environment.start("overlap");
                } else if (environment.stop("overlap")) {
                    stops++;
                }
                environment.checkHealth();
            }
            return stops;
        });
        int running = environment.metrics().services().running();
        environment.close();

        assertThat(overlap.violations.get()).isEqualTo(0);
        assertThat(overlap.stops.get())
                .isEqualTo(stopped.stream().mapToInt(Integer::intValue).sum() + running);
        assertThat(overlap.starts.get()).isEqualTo(overlap.stops.get());
        assertThat(environment.metrics().services()).isEqualTo(new ServiceStatistics(1, 0));
    }

    @Test
    void registration_by_many_threads_loses_and_doubles_nothing() throws Exception {
        try (CleanroomEnvironment environment = CleanroomEnvironment.open()) {
            List<Integer> taken = crowd.actAtOnce(member -> {
                int refused = 0;
                for (int i = 0; i < 100; i++) {
                    try {
                        environment.register(MockService.named("s" + i));
                    } catch (NameException e) {
                        refused++;
                    }
                }
                return refused;
            });
            assertThat(taken.stream().mapToInt(Integer::intValue).sum()).isEqualTo((THREADS - 1) * 100);
            assertThat(environment.metrics().services().registered()).isEqualTo(100);
            assertThat(environment.startAll().toCompletableFuture().join()).hasSize(100);
        }
    }

    @Test
    void closing_during_starts_and_creations_leaves_nothing_running() throws Exception {
        for (int round = 0; round < 300; round++) {
            int closer = round % THREADS;
            MockService plain = MockService.named("plain");
            MockService waiting = MockService.named("waiting");
            Queue<MockContainer> made = new ConcurrentLinkedQueue<>();
            CleanroomEnvironment environment = CleanroomEnvironment.open()
                    .register(plain)
                    .register(WaitingMockService.of(waiting, Duration.ofNanos(round * 1000L)));
            crowd.actAtOnce(member -> {
                if (member == closer) {
                    environment.close();
                    return 0;
                }
                try {
                    switch (member % 4) {
                        case 0 -> environment.start("plain");
                        case 1 -> environment.startAll();
                        case 2 -> environment.stop("plain");
                        default ->
                            environment.getOrCreateContainer("c" + member / 8, name -> {
                                MockContainer container = MockContainer.create(name);
                                made.add(container);
                                return container;
                            });
                    }
                } catch (EnvironmentClosedException e) {
                    assertThat(environment.isOpen()).isFalse();
                }
                return 0;
            });

            assertThat(plain.running()).isEqualTo(0);
            assertThat(waiting.running()).isEqualTo(0);
            assertThat(plain.starts()).isEqualTo(plain.stops());
            assertThat(waiting.starts()).isEqualTo(waiting.stops());
            assertThat(made.stream().allMatch(container -> container.releases() == 1))
                    .isTrue();
            assertThat(environment.containerStatistics().created()).isEqualTo(made.size());
            assertThat(environment.metrics().containers().live()).isEqualTo(0);
            assertThat(environment.metrics().services()).isEqualTo(new ServiceStatistics(2, 0));
        }
    }

    @Test
    void everything_has_ended_when_close_returns() throws Exception {
        for (int round = 0; round < 200; round++) {
            MockService service = MockService.named("a").withWork(2000);
            CleanroomEnvironment environment = CleanroomEnvironment.open().register(service);
            crowd.actAtOnce(member -> {
                if (member == 0) {
                    environment.close();
                    assertThat(service.running()).isEqualTo(0);
                } else {
                    try {
                        environment.start("a");
                    } catch (EnvironmentClosedException e) {
                        assertThat(environment.isOpen()).isFalse();
                    }
                }
                return 0;
            });
            assertThat(service.running()).isEqualTo(0);
        }
    }

    @Test
    void tests_on_many_threads_are_all_counted_and_snapshots_fit() throws Exception {
        try (CleanroomEnvironment environment = CleanroomEnvironment.open()) {
            crowd.actAtOnce(member -> {
                for (int i = 0; i < 500; i++) {
                    int turn = i;
                    try {
                        environment.executeTest("t" + member % 3, () -> {
                            if (turn % 5 == 0) {
                                throw new IllegalStateException("every fifth fails");
                            }
                            return turn;
                        });
                    } catch (IllegalStateException e) {
                        TestStatistics now = environment.metrics().tests();
                        assertThat(now.failed()).isAtMost(now.executed());
                    }
                }
                return 0;
            });
            TestStatistics all = environment.metrics().tests();
            assertThat(all.executed()).isEqualTo(THREADS * 500);
            assertThat(all.failed()).isEqualTo(THREADS * 100);
            assertThat(environment.testStatistics("t0").executed()).isEqualTo(6 * 500);
            assertThat(environment.testStatistics("t1").executed()).isEqualTo(5 * 500);
            assertThat(environment.testStatistics("t2").executed()).isEqualTo(5 * 500);
        }
    }

    @Test
    void session_ids_of_many_threads_are_all_different() throws Exception {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        crowd.actAtOnce(member -> {
            for (int i = 0; i < 500; i++) {
                ids.add(CleanroomEnvironment.open().sessionId());
            }
            return 0;
        });
        assertThat(ids).hasSize(THREADS * 500);
    }

    @Test
    void no_thread_is_left_after_many_environments() throws Exception {
        Set<String> sessions = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            try (CleanroomEnvironment environment = CleanroomEnvironment.open()) {
                sessions.add(environment.sessionId());
                environment.register(MockService.named("a")).register(MockService.named("b"));
                assertThat(environment.startAll().toCompletableFuture().join()).hasSize(2);
            }
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (threadsOf(sessions) > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1000);
        }
        assertThat(threadsOf(sessions)).isEqualTo(0);
    }

    private static long threadsOf(Set<String> sessions) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("cleanroom-"))
                .filter(name -> sessions.contains(name.substring("cleanroom-".length(), name.lastIndexOf('-'))))
                .count();
    }

    /** Counts every start or stop that overlaps with another. */
    private static final class Overlap implements ServicePlugin {
        final AtomicInteger starts = new AtomicInteger();
        final AtomicInteger stops = new AtomicInteger();
        final AtomicInteger violations = new AtomicInteger();
        private final AtomicInteger turn = new AtomicInteger();

        @Override
        public String name() {
            return "overlap";
        }

        @Override
        public ServiceHandle start() {
            expect(0, 1);
            LockSupport.parkNanos(1000);
            expect(1, 2);
            starts.incrementAndGet();
            return ServiceHandle.of(name(), Map.of());
        }

        @Override
        public void stop(ServiceHandle handle) {
            expect(2, 3);
            LockSupport.parkNanos(1000);
            expect(3, 0);
            stops.incrementAndGet();
        }

        @Override
        public HealthStatus health(ServiceHandle handle) {
            return HealthStatus.healthy();
        }

        private void expect(int from, int to) {
            if (!turn.compareAndSet(from, to)) {
                violations.incrementAndGet();
            }
        }
    }
}
