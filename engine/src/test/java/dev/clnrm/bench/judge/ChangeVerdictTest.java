package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.DeclaredForks;
import dev.clnrm.bench.stats.Evidence;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeVerdictTest {
    private static CaseSamples means(double... means) {
        return DeclaredForks.of("core/open").means(means).samples();
    }

    private static CaseSamples allocating(double bytes) {
        return DeclaredForks.of("core/open").allocating(bytes).samples();
    }

    @Test
    void one_fork_a_side_gives_a_ratio_without_an_interval() {
        ChangeVerdict verdict =
                new TwoSuites().base(allocating(16)).head(allocating(40)).allocation();

        assertThat(verdict.change()).isEmpty();
        assertThat(verdict.ratio()).isEqualTo(Optional.of(2.5));
    }

    @Test
    void there_is_no_ratio_to_nothing() {
        assertThat(new TwoSuites()
                        .base(allocating(0))
                        .head(allocating(24))
                        .allocation()
                        .ratio())
                .isEmpty();
    }

    @Test
    void a_case_of_one_side_has_the_estimate_of_that_side_and_its_rule() {
        Rules byTime =
                SomeRules.of((name, metric, base) -> new ChangeRule(base, 0, 0, 0.15, 0.30, 0.50, Optional.empty()));
        Judgement judgement = Judge.judge(
                RunSamples.of(
                        RunParts.side(
                                DeclaredForks.of("core/gone").means(0.25, 0.25).samples()),
                        RunParts.side(
                                DeclaredForks.of("core/fresh").means(0.5, 0.5).samples()),
                        DeclaredRules.NONE),
                byTime,
                Trust.MEASURED_HERE);
        ChangeVerdict gone = judgement.change().orElseThrow().verdicts().get(0);
        ChangeVerdict fresh = judgement.change().orElseThrow().verdicts().get(1);

        assertThat(gone.base().orElseThrow().value()).isEqualTo(Optional.of(0.25));
        assertThat(gone.head()).isEmpty();
        assertThat(gone.ratio()).isEmpty();
        assertThat(gone.rule().tolerance()).isEqualTo(0.25);
        assertThat(fresh.base()).isEmpty();
        assertThat(fresh.head().orElseThrow().value()).isEqualTo(Optional.of(0.5));
        assertThat(fresh.ratio()).isEmpty();
        assertThat(fresh.rule().tolerance()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({"1.01, true", "0.99, false"})
    void evidence_of_what_is_ok_is_that_of_the_stronger_direction(double factor, boolean slower) {
        ChangeVerdict verdict = new TwoSuites()
                .base(means(1.00e-6, 1.01e-6, 1.02e-6))
                .head(means(1.00e-6 * factor, 1.01e-6 * factor, 1.02e-6 * factor))
                .time();
        Optional<Evidence> stronger = slower
                ? verdict.comparison().orElseThrow().slower()
                : verdict.comparison().orElseThrow().faster();

        assertThat(verdict.finding()).isAnyOf(Finding.OK, Finding.INCONCLUSIVE);
        assertThat(verdict.evidence().orElseThrow().p())
                .isEqualTo(
                        stronger.orElseThrow().by(verdict.look().orElseThrow()).p());
        assertThat(verdict.evidence().orElseThrow().p()).isLessThan(0.5);
    }
}
