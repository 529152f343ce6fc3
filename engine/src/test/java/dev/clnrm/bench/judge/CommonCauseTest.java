package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.DeclaredForks;
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
