package dev.clnrm.cleanroom.intelligence;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PredictionTest {
    private static FailurePrediction of(String letters) {
        return FailurePrediction.of(
                        "t",
                        Given.outcomes("t", letters).stream()
                                .map(TestExecution::success)
                                .toList())
                .orElseThrow();
    }

    @Test
    void nothing_is_predicted_from_nothing() {
        assertThat(FailurePrediction.of("t", List.of())).isEqualTo(Optional.empty());
    }

    @Test
    void a_test_that_always_passed_will_most_likely_pass() {
        FailurePrediction prediction = of("p".repeat(100));
        assertThat(prediction.failures()).isEqualTo(0);
        assertThat(prediction.lastFailed()).isFalse();
        assertThat(prediction.next()).isEqualTo(Proportion.of(0, 99));
        assertThat(prediction.overall()).isEqualTo(Proportion.of(0, 100));
    }

    @Test
    void a_broken_test_will_most_likely_fail_however_long_it_had_passed() {
        FailurePrediction prediction = of("p".repeat(180) + "f".repeat(20));
        assertThat(prediction.lastFailed()).isTrue();
        assertThat(prediction.next()).isEqualTo(Proportion.of(19, 19));
        assertThat(prediction.next().low()).isGreaterThan(0.85);
        assertThat(prediction.overall().high()).isLessThan(0.16);
    }

    @Test
    void a_mended_test_will_most_likely_pass() {
        FailurePrediction prediction = of("f".repeat(50) + "p".repeat(50));
        assertThat(prediction.next()).isEqualTo(Proportion.of(0, 49));
        assertThat(prediction.overall()).isEqualTo(Proportion.of(50, 100));
    }

    @Test
    void after_a_first_failure_everything_is_possible() {
        assertThat(of("p".repeat(100) + "f").next()).isEqualTo(new Proportion(0.5, 0, 1));
    }

    @Test
    void a_test_of_both_kinds_is_counted_pair_by_pair() {
        assertThat(of("pfpfp").next()).isEqualTo(Proportion.of(2, 2));
        assertThat(of("pfpfpp").next()).isEqualTo(Proportion.of(2, 3));
        assertThat(of("pfpfpf").next()).isEqualTo(Proportion.of(0, 2));
    }
}
