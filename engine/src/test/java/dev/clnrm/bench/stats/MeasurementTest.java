package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.DeclaredForks;
import dev.clnrm.bench.samples.Outcome;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    /**
     * NumPy 2.4.6, SciPy 1.17.1: {@code sd = numpy.sqrt(numpy.log([1.00e-6, 1.10e-6, 0.95e-6, 1.05e-6]).var(ddof=1) + 0.015**2)} and
     * {@code numpy.expm1((t.ppf(.975, 3) + t.ppf(.8, 3)) * sd / 2)}.
     */
    @Test
    void the_spread_is_the_deviation_of_log_fork_means_and_no_less_than_is_believed() {
        Measurement measured = Measurement.of(
                DeclaredForks.of("core/a")
                        .means(1.00e-6, 1.10e-6, 0.95e-6, 1.05e-6)
                        .samples(),
                Spreads.ALONE,
                0.95);

        assertThat(measured.forks().finished()).isEqualTo(4);
        assertThat(measured.precision().orElseThrow().spread()).isWithin(1e-12).of(0.06485169087982326);
        assertThat(measured.precision().orElseThrow().degrees()).isEqualTo(3.0);
        assertThat(measured.precision().orElseThrow().detectable())
                .isWithin(1e-9)
                .of(0.1444467174100762);
        assertThat(measured.steady()).isTrue();
        assertThat(measured.warnings()).isEmpty();
    }

    @Test
    void a_case_that_met_the_cap_of_its_warm_up_is_not_steady() {
        Measurement measured = Measurement.of(
                DeclaredForks.of("core/a").fork(1, 1.1).unsteady(1, 1.2).samples(), Spreads.ALONE, 0.95);

        assertThat(measured.steady()).isFalse();
        assertThat(measured.warnings()).containsExactly(new Warning.NotSteady(1, 2));
    }

    @Test
    void half_of_the_forks_must_trend_before_it_is_said() {
        DeclaredForks one = DeclaredForks.of("core/a").fork(5, 4, 3, 2, 1).means(3, 3.1);
        assertThat(Measurement.of(one.samples(), Spreads.ALONE, 0.95).warnings())
                .isEmpty();

        DeclaredForks two = one.fork(6, 5, 4, 3, 2);
        assertThat(Measurement.of(two.samples(), Spreads.ALONE, 0.95).warnings())
                .containsExactly(new Warning.StillTrending(2, 4));
    }

    @Test
    void single_shots_are_meant_to_be_cold() {
        Measurement measured = Measurement.of(
                DeclaredForks.of("core/a")
                        .mode(Mode.SINGLE_SHOT)
                        .fork(5, 4, 3, 2, 1)
                        .fork(6, 5, 4, 3, 2)
                        .samples(),
                Spreads.ALONE,
                0.95);

        assertThat(measured.warnings()).isEmpty();
    }

    @Test
    void a_case_without_a_finished_fork_has_nothing_but_the_reason() {
        Measurement measured = Measurement.of(
                DeclaredForks.of("core/a").failed(Outcome.Cause.HUNG, "no end").samples(), Spreads.ALONE, 0.95);

        assertThat(measured.forks().failed()).isEqualTo(1);
        assertThat(measured.time().value()).isEmpty();
        assertThat(measured.precision()).isEmpty();
        assertThat(measured.warnings()).containsExactly(new Warning.ForksFailed(1, 1), new Warning.NoForks());
    }
}
