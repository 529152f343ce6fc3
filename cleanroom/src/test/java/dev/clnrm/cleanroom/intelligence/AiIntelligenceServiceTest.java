package dev.clnrm.cleanroom.intelligence;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.cleanroom.CleanroomEnvironment;
import dev.clnrm.cleanroom.HealthStatus;
import dev.clnrm.cleanroom.IntelligenceException;
import dev.clnrm.cleanroom.IntelligenceException.Reason;
import dev.clnrm.cleanroom.ServiceHandle;
import dev.clnrm.cleanroom.intelligence.Trend.Direction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AiIntelligenceServiceTest {
    private final CleanroomEnvironment environment = CleanroomEnvironment.open();
    private AiIntelligenceService service = AiIntelligenceService.at(Path.of(""));
    private Path file = Path.of("");

    @BeforeEach
    void start(@TempDir Path folder) {
        file = folder.resolve("in a folder? of its own").resolve("executions.db");
        service = AiIntelligenceService.at(file);
        environment.register(service).start(AiIntelligenceService.NAME);
    }

    @AfterEach
    void close() {
        environment.close();
    }

    private void restart() {
        environment.stop(AiIntelligenceService.NAME);
        environment.start(AiIntelligenceService.NAME);
    }

    @Test
    void what_is_stored_comes_back_as_it_was_after_a_restart() {
        TestExecution passed = TestExecution.passed(
                "orders are kept – «ünïcode» \uD83D\uDE80",
                Instant.parse("1969-12-31T23:59:59.999999999Z"),
                Duration.ofNanos(123_456_789),
                new ResourceUsage(Duration.ofNanos(5), 1L << 40, 3, 4));
        TestExecution failed = TestExecution.failed(
                passed.test(),
                Instant.parse("2262-04-11T00:00:00Z"),
                Duration.ZERO,
                "a 'quoted' error\nof two lines; DROP TABLE execution",
                ResourceUsage.NONE);
        service.store(passed);
        service.store(failed);
        restart();

        assertThat(service.latest(passed.test(), 10))
                .containsExactly(passed, failed)
                .inOrder();
        assertThat(service.count()).isEqualTo(2);
        assertThat(Files.exists(file)).isTrue();
    }

    @Test
    void the_latest_are_those_of_the_latest_times_and_of_equal_times_those_stored_last() {
        TestExecution first = Given.passed("t", 1);
        TestExecution second = Given.failed("t", 1);
        TestExecution third = Given.passed("t", 2);
        service.storeAll(List.of(third, first, second));

        assertThat(service.latest("t", 2)).containsExactly(second, third).inOrder();
        assertThat(service.latest("t", 9)).containsExactly(first, second, third).inOrder();
        assertThat(service.latest("other", 9)).isEmpty();
    }

    @Test
    void a_batch_of_a_thousand_is_taken_and_a_larger_one_refused_whole() {
        service.storeAll(Given.batch("t", 1_000));
        IntelligenceException refused =
                assertThrows(IntelligenceException.class, () -> service.storeAll(Given.batch("t", 1_001)));

        assertThat(refused.reason()).isEqualTo(Reason.BATCH_TOO_LARGE);
        assertThat(refused.what()).isEqualTo("a batch of 1001 executions; one takes up to 1000");
        assertThat(refused.where()).isEqualTo("service 'ai-intelligence', database " + file);
        assertThat(service.count()).isEqualTo(1_000);
    }

    @Test
    void an_empty_batch_stores_nothing() {
        service.storeAll(List.of());
        assertThat(service.count()).isEqualTo(0);
    }

    @Test
    void a_service_that_does_not_run_says_so() {
        environment.stop(AiIntelligenceService.NAME);
        for (IntelligenceException refused : List.of(
                assertThrows(IntelligenceException.class, () -> service.store(Given.passed("t", 0))),
                assertThrows(IntelligenceException.class, service::count),
                assertThrows(IntelligenceException.class, () -> service.stop(handle())))) {
            assertThat(refused.reason()).isEqualTo(Reason.NOT_RUNNING);
            assertThat(refused.help()).contains("start");
        }
        assertThat(service.health(handle())).isEqualTo(new HealthStatus.Unhealthy("the service is not running"));
    }

    @Test
    void a_second_start_is_refused_and_the_first_goes_on() {
        IntelligenceException refused = assertThrows(IntelligenceException.class, service::start);
        assertThat(refused.reason()).isEqualTo(Reason.ALREADY_RUNNING);
        service.store(Given.passed("t", 0));
        assertThat(service.count()).isEqualTo(1);
    }

    @Test
    void two_services_share_a_file() {
        AiIntelligenceService other = AiIntelligenceService.at(file);
        ServiceHandle handle = other.start();
        other.store(Given.passed("t", 0));
        service.store(Given.passed("t", 1));
        assertThat(other.count()).isEqualTo(2);
        other.stop(handle);
        assertThat(service.count()).isEqualTo(2);
    }

    @Test
    void the_handle_names_the_file_and_the_version() {
        AiIntelligenceService other = AiIntelligenceService.at(file);
        ServiceHandle handle = other.start();
        assertThat(handle.metadata()).containsExactly("database", file.toString(), "schema", "2");
        other.stop(handle);
    }

    @Test
    void health_asks_the_database() throws Exception {
        assertThat(environment.checkHealth().allHealthy()).isTrue();
        Files.delete(file);
        assertThat(environment.checkHealth().of(AiIntelligenceService.NAME))
                .isEqualTo(Optional.of(new HealthStatus.Unhealthy("the database file is missing: " + file)));
    }

    @Test
    void a_flaky_test_is_found_and_a_mended_a_broken_and_a_steady_one_are_not() {
        service.storeAll(Given.outcomes("flaky", "ppfpppfppppppfppfppp"));
        service.storeAll(Given.outcomes("mended", "p".repeat(30) + "f".repeat(20) + "p".repeat(30)));
        service.storeAll(Given.outcomes("broken", "p".repeat(50) + "f".repeat(50)));
        service.storeAll(Given.outcomes("steady", "p".repeat(100)));
        service.storeAll(Given.outcomes("worse", "pfpfpfpfpfpfpfpfpfpf"));
        service.storeAll(Given.outcomes("new", "pf"));

        List<FlakyTest> found = service.flakyTests();
        assertThat(found.stream().map(FlakyTest::test))
                .containsExactly("worse", "flaky")
                .inOrder();
        assertThat(found.get(1)).isEqualTo(new FlakyTest("flaky", 20, 4, 8, Proportion.of(8, 19)));
    }

    @Test
    void flakiness_looks_at_the_latest_executions_only() {
        service.storeAll(Given.outcomes("once", "pf".repeat(100) + "p".repeat(AiIntelligenceService.WINDOW)));
        assertThat(service.flakyTests()).isEmpty();
    }

    @Test
    void a_prediction_looks_at_the_latest_executions_only() {
        service.storeAll(Given.outcomes("t", "f".repeat(100) + "p".repeat(AiIntelligenceService.WINDOW)));
        FailurePrediction prediction = service.failurePrediction("t").orElseThrow();
        assertThat(prediction.executions()).isEqualTo(AiIntelligenceService.WINDOW);
        assertThat(prediction.failures()).isEqualTo(0);
        assertThat(service.failurePrediction("other")).isEqualTo(Optional.empty());
    }

    @Test
    void trends_of_duration_and_memory_are_found() {
        List<TestExecution> executions = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            executions.add(TestExecution.passed(
                    "t",
                    Given.BEGIN.plusSeconds(i),
                    Duration.ofMillis(100 + 2L * i + i % 3),
                    ResourceUsage.ofMemory(i % 2 == 0 ? 1_000 : 2_000)));
        }
        service.storeAll(executions);

        Trend duration = service.durationTrend("t").orElseThrow();
        assertThat(duration.direction()).isEqualTo(Direction.RISING);
        assertThat(duration.slope()).isWithin(1e-4).of(0.002);
        assertThat(service.memoryTrend("t").orElseThrow().direction()).isEqualTo(Direction.NONE);
        assertThat(service.durationTrend("other")).isEqualTo(Optional.empty());
    }

    private ServiceHandle handle() {
        return ServiceHandle.of(AiIntelligenceService.NAME, java.util.Map.of());
    }
}
