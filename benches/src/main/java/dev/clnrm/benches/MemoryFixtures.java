package dev.clnrm.benches;

import dev.clnrm.cleanroom.CleanroomEnvironment;
import dev.clnrm.cleanroom.Container;
import dev.clnrm.cleanroom.ContainerStatistics;
import dev.clnrm.cleanroom.ContainersView;
import dev.clnrm.cleanroom.EnvironmentMetrics;
import dev.clnrm.cleanroom.MockContainer;
import dev.clnrm.cleanroom.MockService;
import dev.clnrm.cleanroom.ServiceStatistics;
import dev.clnrm.cleanroom.ServicesView;
import dev.clnrm.cleanroom.TestStatistics;
import dev.clnrm.cleanroom.TestsView;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** The inputs of the memory suite, and the operations of its bodies. */
final class MemoryFixtures {
    private static final long SEED = 20_260_101;

    private static final List<String> TEN = Containers.names(10);

    private MemoryFixtures() {}

    /** An empty environment, and the names of the containers that will fill it. */
    record Containers(CleanroomEnvironment environment, List<String> names) implements AutoCloseable {
        static Containers none(int count) {
            return new Containers(CleanroomEnvironment.open(), names(count));
        }

        static Containers all(int count) {
            Containers filled = none(count);
            filled.create();
            return filled;
        }

        CleanroomEnvironment create() {
            for (String name : names) {
                environment.getOrCreateContainer(name, MockContainer::create);
            }
            return environment;
        }

        /** Starts this many concurrent tasks, each of which requests every container and reads the metrics. */
        long askedBy(int tasks) {
            CompletableFuture<?>[] running = IntStream.range(0, tasks)
                    .mapToObj(task ->
                            environment.executeTestAsync("task", this::asked).toCompletableFuture())
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(running).join();
            return environment.testStatistics("task").executed();
        }

        private long asked() {
            long checksum = 0;
            for (String name : names) {
                Container container = environment.getOrCreateContainer(name, MockContainer::create);
                checksum += ((MockContainer) container).checksum();
            }
            return checksum + environment.metrics().containers().created();
        }

        @Override
        public void close() {
            environment.close();
        }

        private static List<String> names(int count) {
            return IntStream.range(0, count).mapToObj(i -> "container-" + i).toList();
        }
    }

    /** An empty environment, and the services that will fill it. */
    record Services(CleanroomEnvironment environment, List<MockService> plugins) implements AutoCloseable {
        static Services none(int count) {
            return new Services(
                    CleanroomEnvironment.open(),
                    IntStream.range(0, count)
                            .mapToObj(i -> MockService.named("service-" + i))
                            .toList());
        }

        CleanroomEnvironment register() {
            for (MockService plugin : plugins) {
                environment.register(plugin);
            }
            return environment;
        }

        @Override
        public void close() {
            environment.close();
        }
    }

    /**
     * An environment full of containers, and the few of them that one test requests in turn, drawn from a fixed seed. Their
     * number does not depend on the size of the environment, so the processor's caches hold them all. Only the registry differs.
     */
    static final class Asked implements AutoCloseable {
        private static final int FEW = 8;

        private final Containers all;
        private final String[] few;
        private int next;

        Asked(int count) {
            all = Containers.all(count);
            few = new SplittableRandom(SEED)
                    .ints(0, count)
                    .distinct()
                    .limit(FEW)
                    .mapToObj(all.names()::get)
                    .toArray(String[]::new);
        }

        boolean next() {
            next = (next + 1) % FEW;
            return all.environment().hasContainer(few[next]);
        }

        @Override
        public void close() {
            all.close();
        }
    }

    /** An environment that is read without copying: five services and ten containers. */
    static final class Views implements AutoCloseable, BiConsumer<String, Object> {
        private final CleanroomEnvironment environment = Fixtures.used();
        private long letters;

        /** All counts of {@code metrics()}. */
        long counts() {
            ContainersView containers = environment.containers();
            ServicesView services = environment.services();
            TestsView tests = environment.tests();
            return containers.created()
                    + containers.reused()
                    + containers.released()
                    + services.registered()
                    + services.running()
                    + tests.executed()
                    + tests.failed()
                    + tests.nanos();
        }

        long containers() {
            environment.containers().forEach(this);
            return letters;
        }

        long services() {
            environment.services().forEach(this);
            return letters;
        }

        @Override
        public void accept(String name, Object shown) {
            letters += name.length();
        }

        @Override
        public void close() {
            environment.close();
        }
    }

    /** The start of a test suite: one service starts, and ten containers are created. */
    static CleanroomEnvironment operation(CleanroomEnvironment environment) {
        environment.register(MockService.named(Fixtures.SERVICE));
        environment.start(Fixtures.SERVICE);
        for (String name : TEN) {
            environment.getOrCreateContainer(name, MockContainer::create);
        }
        return environment;
    }

    /** A snapshot with equal content that shares nothing but the session's id, a text. */
    static EnvironmentMetrics copy(EnvironmentMetrics metrics) {
        return new EnvironmentMetrics(
                metrics.sessionId(),
                new ContainerStatistics(
                        metrics.containers().created(),
                        metrics.containers().reused(),
                        metrics.containers().released()),
                new ServiceStatistics(
                        metrics.services().registered(), metrics.services().running()),
                new TestStatistics(
                        metrics.tests().executed(),
                        metrics.tests().failed(),
                        metrics.tests().time()));
    }
}
