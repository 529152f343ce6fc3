package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.DeclaredForks;
import dev.clnrm.bench.samples.Histogram;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Values;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForkLevelTest {
    private static final double[] FOUR = {1.00e-6, 1.10e-6, 0.95e-6, 1.05e-6};

    /**
     * SciPy 1.17.1: {@code y = numpy.log(x); numpy.exp(scipy.stats.t.interval(0.95, 3, y.mean(), numpy.sqrt((y.var(ddof=1) + 0.015**2) /
     * 4)))}.
     */
    @Test
    void time_has_the_t_interval_of_log_fork_means() {
        Interval interval =
                interval(ForkLevel.time(DeclaredForks.of("core/a").means(FOUR).samples(), Spreads.ALONE, 0.95));

        assertThat(interval.low()).isWithin(1e-15).of(9.231239624792539e-07);
        assertThat(interval.estimate()).isWithin(1e-18).of(1.023473017085549e-06);
        assertThat(interval.high()).isWithin(1e-15).of(1.134730609623556e-06);
        assertThat(interval.confidence()).isEqualTo(0.95);
    }

    /** The same at 0.99. */
    @Test
    void more_confidence_is_a_wider_interval() {
        Interval interval =
                interval(ForkLevel.time(DeclaredForks.of("core/a").means(FOUR).samples(), Spreads.ALONE, 0.99));

        assertThat(interval.low()).isWithin(1e-15).of(8.468813641241167e-07);
        assertThat(interval.high()).isWithin(1e-15).of(1.2368875512871459e-06);
    }

    @Test
    void the_fork_is_the_unit_however_many_iterations_it_has() {
        CaseSamples few = DeclaredForks.of("core/a")
                .fork(1e-6, 3e-6)
                .fork(3e-6, 1e-6)
                .fork(2.2e-6, 2e-6)
                .samples();
        CaseSamples many = DeclaredForks.of("core/a")
                .fork(1e-6, 3e-6, 1e-6, 3e-6, 1e-6, 3e-6)
                .fork(3e-6, 1e-6, 3e-6, 1e-6, 3e-6, 1e-6)
                .fork(2.2e-6, 2e-6, 2.2e-6, 2e-6, 2.2e-6, 2e-6)
                .samples();

        assertThat(interval(ForkLevel.time(many, Spreads.ALONE, 0.95)).high())
                .isWithin(1e-18)
                .of(interval(ForkLevel.time(few, Spreads.ALONE, 0.95)).high());
    }

    @Test
    void the_floor_is_the_mean_of_the_fastest_quarter_rounded_up() {
        assertThat(floor(9, 1, 8, 3, 7, 5, 6, 4)).isEqualTo(2.0);
        assertThat(floor(5, 1, 3, 2, 4)).isEqualTo(1.5);
        assertThat(floor(5, 4)).isEqualTo(4.0);
        assertThat(floor()).isNaN();
    }

    @Test
    void one_fork_has_a_number_and_no_interval() {
        Estimate estimate =
                ForkLevel.time(DeclaredForks.of("core/a").means(1e-6).samples(), Spreads.ALONE, 0.95);

        assertThat(estimate).isEqualTo(new Estimate.Point(1e-6, 1, List.of(new Warning.OneFork())));
    }

    @Test
    void forks_that_all_give_the_same_have_the_least_spread_and_a_warning() {
        Estimate estimate = ForkLevel.time(
                DeclaredForks.of("core/a").means(3e-7, 3e-7, 3e-7).samples(), Spreads.ALONE, 0.95);

        // SciPy 1.17.1: numpy.exp(numpy.log(3e-7) - scipy.stats.t.ppf(0.975, 2) * 0.015 / numpy.sqrt(3))
        assertThat(interval(estimate).low()).isWithin(1e-15).of(2.890270865999815e-07);
        assertThat(interval(estimate).estimate()).isEqualTo(3e-7);
        assertThat(interval(estimate).high()).isWithin(1e-15).of(3.113895000594241e-07);
        assertThat(estimate.warnings()).containsExactly(new Warning.NoSpread());
    }

    @Test
    void a_time_without_a_logarithm_leaves_a_number_without_an_interval() {
        Estimate estimate =
                ForkLevel.time(DeclaredForks.of("core/a").means(1, 0, 2).samples(), Spreads.ALONE, 0.95);

        assertThat(estimate).isEqualTo(new Estimate.Point(1, 3, List.of(new Warning.NotPositive(1, 0))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void what_is_not_a_number_does_not_get_through(double value) {
        Estimate estimate =
                ForkLevel.time(DeclaredForks.of("core/a").means(1, value, 2).samples(), Spreads.ALONE, 0.95);

        assertThat(estimate).isEqualTo(new Estimate.Missing(3, List.of(new Warning.NotFinite(1))));
    }

    @Test
    void a_fork_that_finished_without_values_is_not_a_number() {
        Estimate estimate =
                ForkLevel.time(DeclaredForks.of("core/a").means(1).fork().samples(), Spreads.ALONE, 0.95);

        assertThat(estimate).isEqualTo(new Estimate.Missing(2, List.of(new Warning.NotFinite(1))));
    }

    @Test
    void rates_that_fell_to_zero_are_not_a_number() {
        CaseSamples samples =
                DeclaredForks.of("core/a").mode(Mode.THROUGHPUT).means(1e6, 0).samples();

        assertThat(ForkLevel.time(samples, Spreads.ALONE, 0.95))
                .isEqualTo(new Estimate.Missing(2, List.of(new Warning.NotFinite(1))));
    }

    @Test
    void failed_forks_are_left_out_and_counted() {
        CaseSamples samples = DeclaredForks.of("core/a")
                .means(1, 2)
                .failed(Outcome.Cause.THREW, "no")
                .samples();

        Estimate estimate = ForkLevel.time(samples, Spreads.ALONE, 0.95);

        assertThat(estimate.forks()).isEqualTo(2);
        assertThat(estimate.warnings()).containsExactly(new Warning.ForksFailed(1, 3));
    }

    @Test
    void where_no_fork_finished_there_is_no_number() {
        CaseSamples samples =
                DeclaredForks.of("core/a").failed(Outcome.Cause.THREW, "no").samples();

        assertThat(ForkLevel.time(samples, Spreads.ALONE, 0.95))
                .isEqualTo(new Estimate.Missing(0, List.of(new Warning.ForksFailed(1, 1), new Warning.NoForks())));
    }

    /** SciPy 1.17.1: {@code scipy.stats.t.interval(0.95, 2, numpy.mean(a), scipy.stats.sem(a))}. */
    @Test
    void allocation_has_the_t_interval_of_fork_means() {
        Interval interval = interval(ForkLevel.allocation(
                DeclaredForks.of("core/a").allocating(512, 512.5, 511.75).samples(), 0.95));

        assertThat(interval.low()).isWithin(1e-8).of(511.13468757493416);
        assertThat(interval.estimate()).isWithin(1e-12).of(512.0833333333334);
        assertThat(interval.high()).isWithin(1e-8).of(513.0319790917325);
    }

    @Test
    void no_allocation_at_all_is_known_exactly() {
        Estimate estimate = ForkLevel.allocation(
                DeclaredForks.of("core/a").allocating(0, 0, 0).samples(), 0.95);

        assertThat(estimate).isEqualTo(new Estimate.Bounded(new Interval(0, 0, 0, 0.95), 3, List.of()));
    }

    @Test
    void an_allocation_is_not_below_zero() {
        Interval interval = interval(ForkLevel.allocation(
                DeclaredForks.of("core/a").allocating(0, 0, 0.01).samples(), 0.95));

        assertThat(interval.low()).isEqualTo(0.0);
    }

    @Test
    void allocation_that_was_not_measured_is_missing() {
        Estimate estimate =
                ForkLevel.allocation(DeclaredForks.of("core/a").means(1, 2).samples(), 0.95);

        assertThat(estimate).isEqualTo(new Estimate.Missing(2, List.of(new Warning.NotMeasured())));
    }

    @Test
    void a_percentile_is_taken_fork_by_fork() {
        CaseSamples samples = DeclaredForks.of("core/a")
                .sampled(new Histogram(Values.of(1.00e-6, 9e-6), Values.of(5000, 10)))
                .sampled(new Histogram(Values.of(1.10e-6, 9e-6), Values.of(5000, 10)))
                .sampled(new Histogram(Values.of(0.95e-6, 9e-6), Values.of(5000, 10)))
                .sampled(new Histogram(Values.of(1.05e-6, 9e-6), Values.of(5000, 10)))
                .samples();

        Estimate median = ForkLevel.percentile(samples, 50, Spreads.ALONE, 0.95);

        assertThat(interval(median))
                .isEqualTo(interval(
                        ForkLevel.time(DeclaredForks.of("core/a").means(FOUR).samples(), Spreads.ALONE, 0.95)));
        assertThat(median.warnings()).isEmpty();
        assertThat(ForkLevel.percentile(samples, 99.9, Spreads.ALONE, 0.95).warnings())
                .contains(new Warning.ThinTail(99.9, 5010));
    }

    @Test
    void a_percentile_needs_single_times() {
        Estimate estimate =
                ForkLevel.percentile(DeclaredForks.of("core/a").means(1, 2).samples(), 99, Spreads.ALONE, 0.95);

        assertThat(estimate).isEqualTo(new Estimate.Missing(2, List.of(new Warning.NoHistogram())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void another_unit_of_time_moves_every_end_alike(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] times = random.doubles(random.nextInt(2, 9), 1e-7, 3e-7).toArray();
        double scale = Math.pow(10, random.nextInt(-3, 9));

        Interval small =
                interval(ForkLevel.time(DeclaredForks.of("core/a").means(times).samples(), Spreads.ALONE, 0.95));
        Interval large = interval(ForkLevel.time(
                DeclaredForks.of("core/a")
                        .means(Arrays.stream(times).map(t -> t * scale).toArray())
                        .samples(),
                Spreads.ALONE,
                0.95));

        assertThat(large.low() / small.low() / scale).isWithin(1e-9).of(1);
        assertThat(large.estimate() / small.estimate() / scale).isWithin(1e-9).of(1);
        assertThat(large.high() / small.high() / scale).isWithin(1e-9).of(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void rates_say_the_same_as_the_times_they_stand_for(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] times = random.doubles(random.nextInt(2, 9), 1e-7, 3e-7).toArray();

        Interval asTimes =
                interval(ForkLevel.time(DeclaredForks.of("core/a").means(times).samples(), Spreads.ALONE, 0.95));
        Interval asRates = interval(ForkLevel.time(
                DeclaredForks.of("core/a")
                        .mode(Mode.THROUGHPUT)
                        .threads(4)
                        .means(Arrays.stream(times).map(t -> 4 / t).toArray())
                        .samples(),
                Spreads.ALONE,
                0.95));

        assertThat(asRates.low() / asTimes.low()).isWithin(1e-9).of(1);
        assertThat(asRates.high() / asTimes.high()).isWithin(1e-9).of(1);
    }

    @Test
    void forks_worlds_apart_still_have_a_finite_interval() {
        Interval interval = interval(
                ForkLevel.time(DeclaredForks.of("core/a").means(1e-300, 1e300).samples(), Spreads.ALONE, 0.999));

        assertThat(interval.high()).isEqualTo(Double.MAX_VALUE);
    }

    static Interval interval(Estimate estimate) {
        return estimate.interval().orElseThrow(() -> new AssertionError("no interval: " + estimate));
    }

    private static double floor(double... values) {
        return ForkSummary.of(DeclaredForks.of("core/a").fork(values).records().get(0))
                .floor();
    }
}
