package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.DeclaredForks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonCauseTest {
    private static CaseSamples forks(String name, double mean) {
        return DeclaredForks.of(name)
                .means(0.99 * mean, 0.995 * mean, mean, 1.005 * mean, 1.01 * mean)
                .samples();
    }

    /** Twenty cases, the first of which are multiplied, each by a little more than the one before. */
    private static ChangeJudgement slowed(int slowed, double factor, double more) {
        TwoSuites suites = new TwoSuites();
        for (int i = 0; i < 20; i++) {
            double base = (i + 1) * 1e-7;
            suites.base(forks("core/case_" + i, base));
            suites.head(forks("core/case_" + i, i < slowed ? base * factor * (1 + i * more) : base));
        }
        return suites.judge();
    }

    @ParameterizedTest
    @ValueSource(doubles = {7.5, 1.3, 0.5})
    void most_cases_that_moved_by_one_factor_have_one_cause(double factor) {
        ChangeJudgement judged = slowed(18, factor, 0.002);

        CommonCause cause = judged.commonCause().orElseThrow();
        assertThat(cause.moved()).isEqualTo(18);
        assertThat(cause.compared()).isEqualTo(20);
        assertThat(cause.factor()).isWithin(0.03 * factor).of(factor);
        assertThat(cause.low()).isAtMost(cause.factor());
        assertThat(cause.high()).isAtLeast(cause.factor());
    }

    /** Cases that change by these factors. */
    private static Optional<CommonCause> moved(double... factors) {
        TwoSuites suites = new TwoSuites();
        for (int i = 0; i < factors.length; i++) {
            suites.base(forks("core/case_" + i, 1e-6));
            suites.head(forks("core/case_" + i, factors[i] * 1e-6));
        }
        return suites.judge().commonCause();
    }

    private static void assertCause(CommonCause cause, int moved, int compared, double factor, double high) {
        assertThat(List.of(cause.moved(), cause.compared()))
                .containsExactly(moved, compared)
                .inOrder();
        assertThat(cause.factor()).isWithin(1e-9).of(factor);
        assertThat(cause.high()).isWithin(1e-9).of(high);
    }

    @Test
    void three_of_four_are_most_and_four_cases_are_too_few() {
        assertCause(moved(1.3, 1.3, 1.3, 1.3, 1).orElseThrow(), 4, 5, 1.3, 1.3);
        assertCause(moved(1.3, 1.3, 1.3, 1.3, 1.3, 1.3, 1, 1).orElseThrow(), 6, 8, 1.3, 1.3);
        assertThat(moved(1.3, 1.3, 1.3, 1.3)).isEmpty();
    }

    @Test
    void a_case_that_moved_much_further_has_another_cause() {
        assertCause(moved(1.3, 1.3, 1.3, 1.3, 2).orElseThrow(), 4, 5, 1.3, 1.3);
    }

    @Test
    void the_factor_is_the_median() {
        assertCause(moved(1.28, 1.29, 1.3, 1.31, 1.32).orElseThrow(), 5, 5, 1.3, 1.32);
        // √(1.29 · 1.31)
        assertCause(moved(1.27, 1.28, 1.29, 1.31, 1.32, 1.33).orElseThrow(), 6, 6, 1.29996153789, 1.33);
    }

    @Test
    void bytes_have_no_part_in_it() {
        TwoSuites suites = new TwoSuites();
        for (int i = 0; i < 5; i++) {
            suites.base(forks("core/case_" + i, 1.0));
            suites.head(forks("core/case_" + i, 1.3));
        }
        CaseSamples allocating =
                DeclaredForks.of("core/bytes").allocating(24, 24, 24).samples();

        assertCause(
                suites.base(allocating).head(allocating).judge().commonCause().orElseThrow(), 5, 6, 1.3, 1.3);
    }

    @Test
    void a_change_of_shared_code_still_fails() {
        ChangeJudgement judged = slowed(20, 1.3, 0);

        assertThat(judged.commonCause()).isPresent();
        assertThat(judged.result()).isEqualTo(ChangeJudgement.Result.REGRESSED);
        assertThat(judged.exit()).isEqualTo(1);
    }

    @Test
    void some_cases_that_moved_have_causes_of_their_own() {
        assertThat(slowed(14, 1.3, 0).commonCause()).isEmpty();
    }

    @Test
    void cases_that_moved_by_factors_of_their_own_have_no_cause_in_common() {
        assertThat(slowed(20, 1.1, 0.1).commonCause()).isEmpty();
    }

    @Test
    void nothing_moved_and_nothing_is_said() {
        assertThat(slowed(0, 1, 0).commonCause()).isEmpty();
    }
}
