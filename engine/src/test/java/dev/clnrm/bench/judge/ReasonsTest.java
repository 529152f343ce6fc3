package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.samples.DeclaredForks;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Warning;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonsTest {
    static Stream<Arguments> clauses() {
        return Stream.of(
                Arguments.of(new Warning.OneFork(), "one fork: not proven"),
                Arguments.of(new Warning.NoForks(), "no fork finished"),
                Arguments.of(new Warning.NotPositive(3, 0), "fork 3 took no time"),
                Arguments.of(new Warning.NotFinite(2), "fork 2 gave no number"),
                Arguments.of(
                        new Warning.NoHistogram(), "a percentile needs the mode `sample`, which keeps single times"),
                Arguments.of(new Warning.NotMeasured(), "it was not measured"));
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void what_leaves_an_estimate_without_an_interval_is_said(Warning warning, String clause) {
        Warning qualifies = new Warning.ForksFailed(1, 2);

        assertThat(Reasons.of(new Estimate.Missing(1, List.of(qualifies, warning))))
                .isEqualTo(Optional.of(clause));
    }

    @Test
    void what_only_qualifies_is_no_reason() {
        assertThat(Reasons.of(new Estimate.Missing(1, List.of(new Warning.ForksFailed(1, 2)))))
                .isEmpty();
        assertThat(Reasons.of(new Estimate.Bounded(new Interval(1, 2, 3, 0.95), 3, List.of(new Warning.NotMeasured()))))
                .isEmpty();
    }

    @Test
    void failures_are_counted_where_some_forks_finished() {
        DeclaredForks all = DeclaredForks.of("core/open").failed(Outcome.Cause.THREW, "boom");
        DeclaredForks some = DeclaredForks.of("core/open")
                .means(1e-6, 1e-6)
                .failed(Outcome.Cause.THREW, "boom")
                .failed(Outcome.Cause.THREW, "bang");

        assertThat(Reasons.failure(all.samples())).isEqualTo(Optional.of("it failed: boom"));
        assertThat(Reasons.failure(some.samples())).isEqualTo(Optional.of("2 of 4 forks failed: boom"));
        assertThat(Reasons.failure(DeclaredForks.of("core/open").means(1).samples()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.05, 5 %", "0.034, 3.4 %", "0.1234, 12 %", "1, 100 %", "0.0004, 0.04 %"})
    void a_share_is_written_with_two_digits(double share, String words) {
        assertThat(Reasons.percent(share)).isEqualTo(words);
    }
}
