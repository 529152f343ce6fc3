package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.DeclaredForks;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelationsTest {
    private static final CaseSamples SLOW = DeclaredForks.of("core/slow")
            .means(10.0e-6, 10.4e-6, 9.8e-6, 10.1e-6, 9.9e-6)
            .samples();
    private static final CaseSamples FAST =
            DeclaredForks.of("core/fast").means(1.00e-6, 1.02e-6, 0.97e-6).samples();

    /**
     * NumPy 2.4.6, SciPy 1.17.1: {@code p = [(var(log(t), ddof=1) + 0.015**2) / len(t) for t in (slow, fast)]}, then {@code exp} of
     * {@code d ± t.ppf(0.975, df) * sqrt(sum(p))} with d the difference of the means of the logarithms and df = 4.053883639192981 by Welch
     * and Satterthwaite.
     */
    @Test
    void a_ratio_has_welchs_interval() {
        assertInterval(
                Relations.ratio(SLOW, FAST, Spreads.ALONE, 0.95),
                9.508212808694493,
                10.073627664122744,
                10.672665447978368);
    }

    /** 50 times the ratio above. */
    @Test
    void efficiency_is_the_ratio_times_n() {
        assertInterval(
                Relations.efficiency(SLOW, FAST, 50, Spreads.ALONE, 0.95),
                475.41064043472466,
                503.68138320613724,
                533.6332723989184);
    }

    /** The ratio above less 1. */
    @Test
    void overhead_is_the_ratio_less_one() {
        assertInterval(
                Relations.overhead(SLOW, FAST, Spreads.ALONE, 0.95),
                8.508212808694493,
                9.073627664122744,
                9.672665447978368);
    }

    /**
     * SciPy 1.17.1: {@code m = [mean(log(t)) for t in T]; b = scipy.stats.linregress(log(X), m).slope}; the half-width is
     * {@code scipy.stats.t.ppf(0.975, df) * sqrt(sum(w**2 * v))} with {@code w = (lx - lx.mean()) / sum((lx - lx.mean())**2)},
     * {@code v = [(var(log(t), ddof=1) + 0.015**2) / len(t) for t in T]} and df = 4.403866021623486 by Welch and Satterthwaite.
     */
    @Test
    void an_exponent_is_the_slope_of_log_means_on_log_parameters() {
        SortedMap<Double, CaseSamples> points = new TreeMap<>();
        points.put(1.0, DeclaredForks.of("s/b").means(1.00e-3, 1.02e-3, 0.99e-3).samples());
        points.put(5.0, DeclaredForks.of("s/b").means(4.9e-3, 5.1e-3, 5.05e-3).samples());
        points.put(10.0, DeclaredForks.of("s/b").means(10.3e-3, 9.9e-3, 10.0e-3).samples());
        points.put(
                25.0, DeclaredForks.of("s/b").means(25.2e-3, 24.6e-3, 25.9e-3).samples());

        Estimate exponent = Relations.exponent(points, Spreads.ALONE, 0.95);

        assertInterval(exponent, 0.9853562617998632, 1.0018151571460703, 1.0182740524922778);
        assertThat(exponent.warnings()).isEmpty();
        assertThat(exponent.forks()).isEqualTo(3);
    }

    @Test
    void cases_off_the_line_are_said_to_be() {
        SortedMap<Double, CaseSamples> points = new TreeMap<>();
        points.put(1.0, DeclaredForks.of("s/b").means(1, 1.001).samples());
        points.put(10.0, DeclaredForks.of("s/b").means(1, 1.001).samples());
        points.put(100.0, DeclaredForks.of("s/b").means(10, 10.01).samples());

        Estimate exponent = Relations.exponent(points, Spreads.ALONE, 0.95);

        // The line is 10^(1/3) at the middle minus 10^(1/3) of slope: the middle case lies below it by a factor of
        // 10^(1/3).
        assertThat(exponent.warnings()).hasSize(1);
        Warning.OffTheLine off = (Warning.OffTheLine) exponent.warnings().get(0);
        assertThat(off.farthest()).isWithin(1e-9).of(Math.cbrt(10) - 1);
    }

    @Test
    void one_fork_anywhere_leaves_no_interval() {
        CaseSamples one = DeclaredForks.of("core/one").means(1e-6).samples();

        assertThat(Relations.ratio(SLOW, one, Spreads.ALONE, 0.95).interval()).isEmpty();
        // NumPy 2.4.6: numpy.exp(numpy.mean(numpy.log(slow))) / 1e-6
        assertThat(Relations.ratio(SLOW, one, Spreads.ALONE, 0.95).value().orElseThrow())
                .isWithin(1e-12)
                .of(10.037907670181804);
        assertThat(Relations.ratio(SLOW, one, Spreads.ALONE, 0.95).warnings()).containsExactly(new Warning.OneFork());
    }

    @Test
    void a_time_of_zero_leaves_no_ratio() {
        CaseSamples zero = DeclaredForks.of("core/zero").means(0, 0).samples();

        assertThat(Relations.ratio(SLOW, zero, Spreads.ALONE, 0.95))
                .isEqualTo(new Estimate.Missing(2, List.of(new Warning.NotPositive(0, 0))));
    }

    @Test
    void no_spread_anywhere_has_the_least_and_a_warning() {
        CaseSamples two = DeclaredForks.of("core/two").means(2, 2).samples();
        CaseSamples one = DeclaredForks.of("core/one").means(1, 1).samples();

        Estimate ratio = Relations.ratio(two, one, Spreads.ALONE, 0.95);

        // SciPy 1.17.1: 2 * numpy.exp(scipy.stats.t.ppf(0.975, 2) * 0.015)
        assertInterval(ratio, 1.8749976191102538, 2, 2.1333360422602174);
        assertThat(ratio.warnings()).containsExactly(new Warning.NoSpread());
    }

    @Test
    void an_exponent_needs_two_values_above_zero() {
        SortedMap<Double, CaseSamples> points = new TreeMap<>();
        points.put(0.0, SLOW);
        assertThrows(IllegalArgumentException.class, () -> Relations.exponent(points, Spreads.ALONE, 0.95));
        points.put(1.0, SLOW);
        assertThrows(IllegalArgumentException.class, () -> Relations.exponent(points, Spreads.ALONE, 0.95));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_ratio_turned_over_is_its_inverse(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        CaseSamples a = DeclaredForks.of("s/a")
                .means(random.doubles(random.nextInt(2, 7), 1, 2).toArray())
                .samples();
        CaseSamples b = DeclaredForks.of("s/b")
                .means(random.doubles(random.nextInt(2, 7), 5, 9).toArray())
                .samples();

        Interval one = ForkLevelTest.interval(Relations.ratio(a, b, Spreads.ALONE, 0.9));
        Interval other = ForkLevelTest.interval(Relations.ratio(b, a, Spreads.ALONE, 0.9));

        assertThat(one.low() * other.high()).isWithin(1e-9).of(1);
        assertThat(one.estimate() * other.estimate()).isWithin(1e-9).of(1);
        assertThat(one.high() * other.low()).isWithin(1e-9).of(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_units_of_times_and_of_the_parameter_do_not_matter_to_an_exponent(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SortedMap<Double, CaseSamples> plain = new TreeMap<>();
        SortedMap<Double, CaseSamples> scaled = new TreeMap<>();
        for (double x : new double[] {1, 3, 7, 20}) {
            double first = x * random.nextDouble(0.9, 1.1);
            double second = x * random.nextDouble(0.9, 1.1);
            plain.put(x, DeclaredForks.of("s/b").means(first, second).samples());
            scaled.put(
                    x * 1024,
                    DeclaredForks.of("s/b").means(first * 1e-9, second * 1e-9).samples());
        }

        Interval one = ForkLevelTest.interval(Relations.exponent(plain, Spreads.ALONE, 0.95));
        Interval other = ForkLevelTest.interval(Relations.exponent(scaled, Spreads.ALONE, 0.95));

        assertThat(other.estimate()).isWithin(1e-9).of(one.estimate());
        assertThat(other.low()).isWithin(1e-8).of(one.low());
    }

    private static void assertInterval(Estimate estimate, double low, double middle, double high) {
        Interval interval = ForkLevelTest.interval(estimate);
        assertThat(interval.low() / low).isWithin(1e-8).of(1);
        assertThat(interval.estimate() / middle).isWithin(1e-12).of(1);
        assertThat(interval.high() / high).isWithin(1e-8).of(1);
    }
}
