package dev.clnrm.cleanroom;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void the_reuse_rate_is_the_share_of_requests_that_created_nothing() {
        assertThat(new ContainerStatistics(0, 0, 0).reuseRate()).isEqualTo(0.0);
        assertThat(new ContainerStatistics(1, 3, 0).reuseRate()).isEqualTo(0.75);
        assertThat(new ContainerStatistics(5, 0, 2).live()).isEqualTo(3);
    }

    @Test
    void counts_that_do_not_fit_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new ContainerStatistics(1, 0, 2));
        assertThrows(IllegalArgumentException.class, () -> new ContainerStatistics(-1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new ServiceStatistics(1, 2));
        assertThrows(IllegalArgumentException.class, () -> new TestStatistics(1, 2, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new TestStatistics(1, 0, Duration.ofNanos(-1)));
    }

    @Test
    void a_snapshot_does_not_change_any_more() {
        try (CleanroomEnvironment environment = CleanroomEnvironment.open()) {
            EnvironmentMetrics before = environment.metrics();
            environment.register(MockService.named("a"));
            environment.start("a");
            environment.getOrCreateContainer("x", MockContainer::create);
            environment.executeTest("t", () -> "");

            assertThat(before)
                    .isEqualTo(new EnvironmentMetrics(
                            environment.sessionId(),
                            new ContainerStatistics(0, 0, 0),
                            new ServiceStatistics(0, 0),
                            TestStatistics.NONE));
            EnvironmentMetrics after = environment.metrics();
            assertThat(after.containers()).isEqualTo(new ContainerStatistics(1, 0, 0));
            assertThat(after.services()).isEqualTo(new ServiceStatistics(1, 1));
            assertThat(after.tests().executed()).isEqualTo(1);
        }
    }
}
