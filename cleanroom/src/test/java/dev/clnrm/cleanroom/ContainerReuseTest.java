package dev.clnrm.cleanroom;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContainerReuseTest {
    private static final int CALLS = 20_000;

    private final CleanroomEnvironment environment = CleanroomEnvironment.open();

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void the_first_request_creates_and_the_next_ones_reuse() {
        Container first = environment.getOrCreateContainer("files", MockContainer::create);
        Container second = environment.getOrCreateContainer("files", ContainerReuseTest::mustNotRun);
        Container third = environment.getOrCreateContainer("files", ContainerReuseTest::mustNotRun);

        assertThat(second).isSameInstanceAs(first);
        assertThat(third).isSameInstanceAs(first);
        assertThat(first.name()).isEqualTo("files");
        assertThat(environment.containerStatistics()).isEqualTo(new ContainerStatistics(1, 2, 0));
        assertThat(environment.containerStatistics().reuseRate())
                .isWithin(1e-12)
                .of(2.0 / 3.0);
    }

    @Test
    void a_container_is_there_once_it_is_created() {
        assertThat(environment.hasContainer("files")).isFalse();
        environment.getOrCreateContainer("files", name -> {
            assertThat(environment.hasContainer("files")).isFalse();
            return MockContainer.create(name);
        });
        assertThat(environment.hasContainer("files")).isTrue();
        assertThat(environment.hasContainer("other")).isFalse();
    }

    @Test
    void a_failing_factory_leaves_nothing_and_a_later_call_tries_again() {
        IOException cause = new IOException("no space left");
        ContainerException failure = assertThrows(
                ContainerException.class,
                () -> environment.getOrCreateContainer("files", name -> {
                    throw cause;
                }));

        assertThat(failure).hasCauseThat().isSameInstanceAs(cause);
        assertThat(failure.where()).isEqualTo("session " + environment.sessionId() + ", container 'files'");
        assertThat(failure.what()).isEqualTo("creation failed: no space left");
        assertThat(environment.hasContainer("files")).isFalse();
        assertThat(environment.containerStatistics()).isEqualTo(new ContainerStatistics(0, 0, 0));

        environment.getOrCreateContainer("files", MockContainer::create);
        assertThat(environment.containerStatistics()).isEqualTo(new ContainerStatistics(1, 0, 0));
    }

    @Test
    void those_who_waited_for_a_failing_factory_get_its_failure() throws Exception {
        CountDownLatch inFactory = new CountDownLatch(1);
        CountDownLatch fail = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> creator = threads.submit(() -> environment.getOrCreateContainer("files", name -> {
                inFactory.countDown();
                fail.await();
                throw new IOException("no space left");
            }));
            inFactory.await();
            AtomicInteger runs = new AtomicInteger();
            Future<ContainerException> waiter = threads.submit(() -> assertThrows(
                    ContainerException.class,
                    () -> environment.getOrCreateContainer("files", name -> {
                        runs.incrementAndGet();
                        return MockContainer.create(name);
                    })));
            assertThrows(TimeoutException.class, () -> waiter.get(30, TimeUnit.MILLISECONDS));
            fail.countDown();

            assertThat(waiter.get(10, TimeUnit.SECONDS))
                    .hasCauseThat()
                    .hasMessageThat()
                    .isEqualTo("no space left");
            assertThrows(ExecutionException.class, () -> creator.get(10, TimeUnit.SECONDS));
            assertThat(runs.get()).isEqualTo(0);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_factory_may_ask_for_another_container() {
        environment.getOrCreateContainer("application", name -> {
            environment.getOrCreateContainer("network", MockContainer::create);
            return MockContainer.create(name);
        });

        assertThat(environment.hasContainer("network")).isTrue();
        assertThat(environment.containerStatistics()).isEqualTo(new ContainerStatistics(2, 0, 0));
    }

    @Test
    void a_factory_that_asks_for_its_own_container_fails_and_does_not_hang() {
        ContainerException failure = assertThrows(
                ContainerException.class,
                () -> environment.getOrCreateContainer(
                        "files", name -> environment.getOrCreateContainer(name, MockContainer::create)));

        assertThat(failure).hasCauseThat().isInstanceOf(ContainerException.class);
        assertThat(failure).hasCauseThat().hasMessageThat().contains("its own factory requests it");
        assertThat(environment.hasContainer("files")).isFalse();
    }

    @Test
    void a_blank_name_is_refused() {
        NameException failure = assertThrows(
                NameException.class, () -> environment.getOrCreateContainer(" ", ContainerReuseTest::mustNotRun));
        assertThat(failure.what()).isEqualTo("a container has a blank name");
    }

    @Test
    void an_interrupted_factory_leaves_the_thread_interrupted() {
        assertThrows(
                ContainerException.class,
                () -> environment.getOrCreateContainer("files", name -> {
                    throw new InterruptedException("asked to end");
                }));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void reuse_allocates_nothing() {
        List<String> names = List.of("files", "network", "database");
        names.forEach(name -> environment.getOrCreateContainer(name, MockContainer::create));
        com.sun.management.ThreadMXBean memory = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        reuse(names);
        long before = memory.getCurrentThreadAllocatedBytes();
        reuse(names);
        long allocated = memory.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).isLessThan(CALLS / 10L);
    }

    private void reuse(List<String> names) {
        for (int i = 0; i < CALLS; i++) {
            environment.getOrCreateContainer(names.get(i % 3), ContainerReuseTest::mustNotRun);
        }
    }

    private static Container mustNotRun(String name) {
        throw new AssertionError("the factory of '" + name + "' must not run");
    }
}
