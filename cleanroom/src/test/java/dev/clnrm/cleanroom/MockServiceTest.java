package dev.clnrm.cleanroom;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MockServiceTest {
    @Test
    void equal_names_do_equal_work() {
        String first = MockService.named("a").start().metadata().get("checksum");
        String again = MockService.named("a").start().metadata().get("checksum");
        String other = MockService.named("b").start().metadata().get("checksum");

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void more_work_gives_another_checksum() {
        ServiceHandle small = MockService.named("a").start();
        ServiceHandle large = MockService.named("a").withWork(1000).start();

        assertThat(large.metadata()).isNotEqualTo(small.metadata());
    }

    @Test
    void work_of_no_words_is_refused() {
        IllegalArgumentException failure = assertThrows(
                IllegalArgumentException.class, () -> MockService.named("a").withWork(0));
        assertThat(failure).hasMessageThat().isEqualTo("work of 0 words; it takes at least 1");
    }

    @Test
    void it_knows_what_runs() {
        MockService service = MockService.named("a");
        ServiceHandle first = service.start();
        ServiceHandle second = service.start();
        service.stop(first);

        assertThat(service.running()).isEqualTo(1);
        assertThat(service.health(second).isHealthy()).isTrue();
        assertThat(service.health(first)).isEqualTo(HealthStatus.unhealthy("no start has the id " + first.id()));
        assertThrows(IllegalStateException.class, () -> service.stop(first));
    }

    @Test
    void a_waiting_service_is_ready_after_its_latency_and_holds_no_thread_until_then() throws Exception {
        MockService service = MockService.named("a");
        long from = System.nanoTime();
        CompletableFuture<ServiceHandle> start = WaitingMockService.of(service, Duration.ofMillis(40))
                .startAsync()
                .toCompletableFuture();
        assertThat(start.join().serviceName()).isEqualTo("a");

        assertThat(Duration.ofNanos(System.nanoTime() - from)).isAtLeast(Duration.ofMillis(40));
        assertThat(service.running()).isEqualTo(1);
    }

    @Test
    void a_waiting_service_also_starts_blocking_its_caller() {
        MockService service = MockService.named("a");
        long from = System.nanoTime();
        try (CleanroomEnvironment environment = CleanroomEnvironment.open()) {
            environment.register(WaitingMockService.of(service, Duration.ofMillis(40)));
            environment.start("a");
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isAtLeast(Duration.ofMillis(40));
            assertThat(environment.checkHealth().allHealthy()).isTrue();
        }
        assertThat(service.running()).isEqualTo(0);
    }

    @Test
    void a_negative_latency_is_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> WaitingMockService.of(MockService.named("a"), Duration.ofMillis(-1)));
    }

    @Test
    void a_container_has_its_buffer_until_it_is_released() {
        MockContainer container = MockContainer.create("files");
        assertThat(container.isLive()).isTrue();
        assertThat(container.checksum()).isEqualTo(MockContainer.create("files").checksum());
        assertThat(container.checksum())
                .isNotEqualTo(MockContainer.create("other").checksum());
        container.release();
        assertThat(container.isLive()).isFalse();
        assertThat(container.releases()).isEqualTo(1);
    }

    @Test
    void a_handle_keeps_its_own_copy_of_the_metadata() {
        Map<String, String> metadata = new HashMap<>(Map.of("port", "5432"));
        ServiceHandle handle = ServiceHandle.of("database", metadata);
        metadata.put("port", "0");

        assertThat(handle.metadata()).containsExactly("port", "5432");
    }
}
