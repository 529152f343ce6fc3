package dev.clnrm.cleanroom;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class ViewsTest {
    @Test
    void a_view_shows_what_happened_after_it_was_handed_out() {
        try (CleanroomEnvironment environment = CleanroomEnvironment.open()) {
            ContainersView containers = environment.containers();
            ServicesView services = environment.services();
            TestsView tests = environment.tests();
            MockService plugin = MockService.named("a");
            environment.register(plugin).register(MockService.named("b"));
            environment.start("a");
            Container made = environment.getOrCreateContainer("x", MockContainer::create);
            environment.getOrCreateContainer("x", MockContainer::create);
            environment.executeTest("t", () -> "");
            assertThrows(
                    IllegalStateException.class,
                    () -> environment.executeTest("t", () -> {
                        throw new IllegalStateException();
                    }));

            assertThat(List.of(containers.created(), containers.reused(), containers.released()))
                    .containsExactly(1L, 1L, 0L)
                    .inOrder();
            assertThat(List.of(services.registered(), services.running()))
                    .containsExactly(2, 1)
                    .inOrder();
            assertThat(List.of(tests.executed(), tests.failed()))
                    .containsExactly(2L, 1L)
                    .inOrder();
            assertThat(tests.nanos())
                    .isEqualTo(environment.metrics().tests().time().toNanos());
            assertThat(containers.has("x")).isTrue();
            assertThat(services.has("c")).isFalse();
            Map<String, Container> seen = new TreeMap<>();
            containers.forEach(seen::put);
            assertThat(seen).containsExactly("x", made);
            List<String> names = new ArrayList<>();
            services.forEach((name, service) -> names.add(name + (service == plugin)));
            assertThat(names).containsExactly("bfalse", "atrue").inOrder();
        }
    }

    @Test
    void a_container_is_not_shown_before_it_is_ready() {
        try (CleanroomEnvironment environment = CleanroomEnvironment.open()) {
            List<String> seen = new ArrayList<>();
            environment.getOrCreateContainer("x", name -> {
                environment.containers().forEach((other, container) -> seen.add(other));
                return MockContainer.create(name);
            });
            assertThat(seen).isEmpty();
        }
    }

    @Test
    void what_is_registered_during_a_walk_is_not_shown() {
        try (CleanroomEnvironment environment = CleanroomEnvironment.open()) {
            environment.register(MockService.named("a"));
            List<String> seen = new ArrayList<>();
            environment.services().forEach((name, service) -> {
                environment.register(MockService.named("after-" + name));
                seen.add(name);
            });
            assertThat(seen).containsExactly("a");
            assertThat(environment.services().registered()).isEqualTo(2);
        }
    }

    @Test
    void after_closing_counts_stay_and_nothing_is_shown() {
        CleanroomEnvironment environment = CleanroomEnvironment.open();
        environment.getOrCreateContainer("x", MockContainer::create);
        ContainersView containers = environment.containers();
        ServicesView services = environment.services();
        environment.close();

        assertThat(containers.released()).isEqualTo(1);
        assertThat(services.running()).isEqualTo(0);
        assertThrows(EnvironmentClosedException.class, () -> containers.forEach((name, container) -> {}));
        assertThrows(EnvironmentClosedException.class, () -> services.forEach((name, service) -> {}));
        assertThrows(EnvironmentClosedException.class, () -> containers.has("x"));
    }

    /** The iteration over containers has a cursor, which only compiled code eliminates, so it has an allocation budget instead. */
    @Test
    void counts_and_services_are_read_without_allocating() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (CleanroomEnvironment environment = CleanroomEnvironment.open()) {
            environment.register(MockService.named("a"));
            environment.getOrCreateContainer("x", MockContainer::create);
            Letters letters = new Letters();
            read(environment, letters);
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 1000; i++) {
                read(environment, letters);
            }
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isEqualTo(0);
            assertThat(letters.count).isEqualTo(1001);
            assertThat(letters.sum).isEqualTo(1001);
        }
    }

    private static void read(CleanroomEnvironment environment, Letters letters) {
        letters.sum += environment.containers().created()
                + environment.containers().reused()
                + environment.services().running()
                + environment.tests().executed();
        environment.services().forEach(letters);
    }

    private static final class Letters implements BiConsumer<String, ServicePlugin> {
        private long sum;
        private long count;

        @Override
        public void accept(String name, ServicePlugin service) {
            count += name.length();
        }
    }
}
