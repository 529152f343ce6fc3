package dev.clnrm.cleanroom.intelligence;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestExecutionTest {
    private static String refusal(Instant time, boolean success, Duration duration, Optional<String> error) {
        return String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> new TestExecution("t", time, success, duration, error, ResourceUsage.NONE))
                .getMessage());
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThat(refusal(Given.BEGIN, true, Duration.ofNanos(-1), Optional.empty()))
                .isEqualTo("test 't': a duration of PT-0.000000001S is negative");
        assertThat(refusal(Given.BEGIN, true, Duration.ZERO, Optional.of("oh")))
                .isEqualTo("test 't': it passed, and has an error: oh");
        assertThrows(
                IllegalArgumentException.class,
                () -> TestExecution.passed(" ", Given.BEGIN, Duration.ZERO, ResourceUsage.NONE));
        assertThrows(IllegalArgumentException.class, () -> ResourceUsage.ofMemory(-1));
    }

    @Test
    void what_the_database_cannot_keep_is_refused_before_it_gets_there() {
        assertThat(refusal(Instant.MAX, true, Duration.ZERO, Optional.empty()))
                .contains("it lies between 1677-09-22 and 2262-04-11");
        assertThat(refusal(Given.BEGIN, true, Duration.ofDays(365 * 300), Optional.empty()))
                .contains("it is at most 292 years");
    }

    @Test
    void a_failure_may_have_no_error() {
        TestExecution failure =
                new TestExecution("t", Given.BEGIN, false, Duration.ZERO, Optional.empty(), ResourceUsage.NONE);
        assertThat(failure.success()).isFalse();
    }

    @Test
    void times_survive_as_nanoseconds() {
        for (Instant time : new Instant[] {
            Instant.EPOCH,
            Instant.EPOCH.minusNanos(1),
            Given.BEGIN,
            Instant.parse("1677-09-22T00:00:00Z"),
            Instant.parse("2262-04-11T23:47:16.854775807Z")
        }) {
            assertThat(Nanos.instant(Nanos.of(time))).isEqualTo(time);
        }
    }
}
