package dev.clnrm.cleanroom;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final CleanroomEnvironment environment = CleanroomEnvironment.open();

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void an_environment_without_services_is_healthy() {
        assertThat(environment.checkHealth()).isEqualTo(new HealthReport(List.of()));
        assertThat(environment.checkHealth().allHealthy()).isTrue();
    }

    @Test
    void every_service_has_a_line_in_the_order_of_registration() {
        environment
                .register(MockService.named("sound"))
                .register(new ScriptedService("sick").onHealth(() -> HealthStatus.unhealthy("disk is full")))
                .register(MockService.named("never started"))
                .register(new ScriptedService("mute").onHealth(() -> {
                    throw new TimeoutException("no answer in 5 s");
                }));
        List.of("sound", "sick", "mute").forEach(environment::start);

        HealthReport report = environment.checkHealth();
        assertThat(report.services())
                .containsExactly(
                        new ServiceHealth("sound", new HealthStatus.Healthy()),
                        new ServiceHealth("sick", new HealthStatus.Unhealthy("disk is full")),
                        new ServiceHealth("never started", new HealthStatus.NotRunning()),
                        new ServiceHealth("mute", new HealthStatus.Unknown("no answer in 5 s")))
                .inOrder();
        assertThat(report.allHealthy()).isFalse();
        assertThat(report.notHealthy().stream().map(ServiceHealth::service))
                .containsExactly("sick", "never started", "mute")
                .inOrder();
        assertThat(report.of("sick")).isEqualTo(Optional.of(new HealthStatus.Unhealthy("disk is full")));
        assertThat(report.of("unknown")).isEqualTo(Optional.empty());
    }

    @Test
    void twenty_started_services_are_all_healthy() {
        for (int i = 0; i < 20; i++) {
            environment.register(MockService.named("s" + i));
            environment.start("s" + i);
        }
        assertThat(environment.checkHealth().services()).hasSize(20);
        assertThat(environment.checkHealth().allHealthy()).isTrue();
    }

    @Test
    void a_stopped_service_is_not_running() {
        environment.register(MockService.named("a"));
        environment.start("a");
        environment.stop("a");

        assertThat(environment.checkHealth().of("a")).isEqualTo(Optional.of(new HealthStatus.NotRunning()));
    }

    @Test
    void a_check_that_fails_because_the_service_stopped_meanwhile_is_not_running() {
        environment.register(new ScriptedService("a").onHealth(() -> {
            environment.stop("a");
            throw new IllegalStateException("connection closed");
        }));
        environment.start("a");

        assertThat(environment.checkHealth().of("a")).isEqualTo(Optional.of(new HealthStatus.NotRunning()));
    }
}
