package dev.clnrm.cleanroom.intelligence;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.cleanroom.IntelligenceException;
import dev.clnrm.cleanroom.IntelligenceException.Reason;
import dev.clnrm.cleanroom.ServiceHandle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many threads use one service. */
class SharingTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 20;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private AiIntelligenceService service = AiIntelligenceService.at(Path.of(""));
    private Path file = Path.of("");

    @BeforeEach
    void name(@TempDir Path folder) {
        file = folder.resolve("executions.db");
        service = AiIntelligenceService.at(file);
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private <T> List<Future<T>> everywhere(Callable<T> act) {
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            running.add(threads.submit(act));
        }
        return running;
    }

    @Test
    void nothing_is_lost_or_doubled_when_many_threads_store_and_ask() throws Exception {
        ServiceHandle handle = service.start();
        List<Future<Integer>> running = everywhere(() -> {
            for (int round = 0; round < ROUNDS; round++) {
                service.store(Given.passed("single", round));
                service.storeAll(Given.outcomes("flaky", "pfpfpfpfpf"));
                assertThat(service.latest("flaky", 1_000_000).size() % 10).isEqualTo(0);
                assertThat(service.failurePrediction("single").orElseThrow().failures())
                        .isEqualTo(0);
                assertThat(service.flakyTests()).isNotNull();
                assertThat(service.health(handle).isHealthy()).isTrue();
            }
            return ROUNDS;
        });
        for (Future<Integer> one : running) {
            assertThat(one.get(20, TimeUnit.SECONDS)).isEqualTo(ROUNDS);
        }

        assertThat(service.latest("single", 1_000_000)).hasSize(THREADS * ROUNDS);
        assertThat(service.count()).isEqualTo(THREADS * ROUNDS * 11L);
        service.stop(handle);
    }

    @Test
    void one_of_many_starts_succeeds() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<ServiceHandle>> running = everywhere(() -> {
            go.await();
            return service.start();
        });
        go.countDown();
        List<ServiceHandle> handles = new ArrayList<>();
        for (Future<ServiceHandle> one : running) {
            try {
                handles.add(one.get(20, TimeUnit.SECONDS));
            } catch (ExecutionException e) {
                assertThat(e).hasCauseThat().hasMessageThat().contains("the service is running already");
            }
        }
        assertThat(handles).hasSize(1);
        service.stop(handles.get(0));
    }

    /** Each of them finds no file, creates it, and switches it to the log: SQLite offers no wait for that. */
    @RepeatedTest(20)
    void many_services_open_a_new_file_at_once() throws Exception {
        CyclicBarrier together = new CyclicBarrier(THREADS);
        List<Future<Long>> running = everywhere(() -> {
            AiIntelligenceService own = AiIntelligenceService.at(file);
            together.await();
            ServiceHandle handle = own.start();
            own.store(Given.passed("t", 0));
            long stored = own.count();
            own.stop(handle);
            return stored;
        });
        for (Future<Long> one : running) {
            assertThat(one.get(20, TimeUnit.SECONDS)).isAtLeast(1);
        }
        ServiceHandle handle = service.start();
        assertThat(service.count()).isEqualTo(THREADS);
        service.stop(handle);
    }

    @Test
    void a_stop_among_stores_loses_nothing_that_was_acknowledged() throws Exception {
        ServiceHandle handle = service.start();
        CountDownLatch stored = new CountDownLatch(THREADS);
        List<Future<Integer>> running = everywhere(() -> {
            for (int acknowledged = 0; ; acknowledged++) {
                try {
                    service.store(Given.passed("t", acknowledged));
                } catch (IntelligenceException e) {
                    assertThat(e.reason()).isEqualTo(Reason.NOT_RUNNING);
                    return acknowledged;
                }
                stored.countDown();
            }
        });
        stored.await();
        service.stop(handle);
        int acknowledged = 0;
        for (Future<Integer> one : running) {
            acknowledged += one.get(20, TimeUnit.SECONDS);
        }

        ServiceHandle again = service.start();
        assertThat(service.count()).isEqualTo(acknowledged);
        service.stop(again);
    }

    @Test
    void an_interrupted_thread_stores_all_the_same() {
        ServiceHandle handle = service.start();
        Thread.currentThread().interrupt();
        service.store(Given.passed("t", 0));
        assertThat(service.count()).isEqualTo(1);
        assertThat(Thread.interrupted()).isTrue();
        service.stop(handle);
    }

    @Test
    void a_writer_that_holds_the_file_is_waited_for_and_readers_are_not_held_up() throws Exception {
        ServiceHandle handle = service.start();
        CountDownLatch asked = new CountDownLatch(1);
        try (ExecutionStore other = ExecutionStore.open(file)) {
            CountDownLatch holding = new CountDownLatch(1);
            Future<?> holder = threads.submit(() -> {
                other.writer().write(() -> {
                    holding.countDown();
                    try {
                        asked.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return Given.batch("other", 1).iterator();
                });
                return "";
            });
            holding.await();
            Future<?> waiter = threads.submit(() -> service.store(Given.passed("t", 0)));
            assertThat(service.count()).isEqualTo(0);
            asked.countDown();
            holder.get(20, TimeUnit.SECONDS);
            waiter.get(20, TimeUnit.SECONDS);
        }
        assertThat(service.count()).isEqualTo(2);
        service.stop(handle);
    }

    @Test
    void a_batch_that_fails_in_its_middle_leaves_nothing_and_the_next_one_is_taken() throws Exception {
        try (ExecutionStore store = ExecutionStore.open(file)) {
            assertThrows(IllegalStateException.class, () -> store.writer().write(() -> Given.batch("t", 10).stream()
                    .peek(execution -> {
                        if (execution.equals(Given.passed("t", 5))) {
                            throw new IllegalStateException("half of it");
                        }
                    })
                    .iterator()));
            assertThat(store.reader().count()).isEqualTo(0);
            store.writer().write(Given.batch("t", 10));
            assertThat(store.reader().count()).isEqualTo(10);
        }
    }
}
