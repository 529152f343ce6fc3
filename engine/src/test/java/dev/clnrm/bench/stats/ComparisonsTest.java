package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.Range;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.DeclaredForks;
import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonsTest {
    private static DeclaredForks forks(double... means) {
        return DeclaredForks.of("core/a").means(means);
    }

    private static Comparison one(DeclaredForks base, DeclaredForks head) {
        return one(0, base, head);
    }

    /** The first of the comparisons is that of times, and the second that of allocation. */
    private static Comparison one(int which, DeclaredForks base, DeclaredForks head) {
        return Comparisons.of(List.of(new TwoSides(base.samples(), head.samples())), Comparing.DEFAULT)
                .all()
                .get(which);
    }

    @Test
    void a_single_fork_has_no_change_and_says_why() {
        Comparison one = one(forks(1), forks(2, 2.1, 2.2));

        assertThat(one.change()).isEqualTo(Optional.empty());
        assertThat(one.slower()).isEqualTo(Optional.empty());
        assertThat(one.warnings()).contains(new Warning.OneFork());
        assertThat(one.base().forks()).isEqualTo(1);
        assertThat(one.head().forks()).isEqualTo(3);
    }

    @Test
    void what_is_not_a_number_has_no_change_and_says_why() {
        Comparison one = one(forks(1, 2, 3), forks(2, Double.NaN, 2.2));

        assertThat(one.change()).isEqualTo(Optional.empty());
        assertThat(one.faster()).isEqualTo(Optional.empty());
        assertThat(one.warnings()).containsExactly(new Warning.NotFinite(1));
    }

    /** SciPy 1.17.1, {@code stats.ttest_ind(log(head), log(base), alternative="greater")}. */
    @Test
    void allocation_that_varies_must_stand_out_as_if_among_seventy_cases() {
        DeclaredForks base = forks().allocating(100, 104, 108);
        Evidence near = allocation(base, forks().allocating(110, 113, 118));
        Evidence far = allocation(base, forks().allocating(129, 133, 138));

        assertThat(near.p()).isWithin(1e-12).of(0.021071982861654633);
        assertThat(near.adjusted()).isEqualTo(1);
        assertThat(far.p()).isWithin(1e-12).of(0.000547324141875933);
        assertThat(far.adjusted()).isWithin(1e-10).of(70 * 0.000547324141875933);
    }

    @Test
    void two_forks_that_vary_prove_little() {
        assertThat(allocation(forks().allocating(100, 104), forks().allocating(120, 130))
                        .adjusted())
                .isEqualTo(1);
    }

    @Test
    void numbers_as_large_as_they_get_have_an_interval() {
        double huge = Double.MAX_VALUE;
        Comparison one = one(1, forks().allocating(0, 1, 0), forks().allocating(huge, huge / 2, huge));

        assertThat(one.change()).isEqualTo(Optional.empty());
        assertThat(one.difference().orElseThrow().high()).isEqualTo(Double.MAX_VALUE);
        assertThat(one.slower().orElseThrow().adjusted()).isGreaterThan(0.05);
    }

    @Test
    void unchanged_allocation_is_rarely_called_changed_and_its_interval_holds_no_change() {
        SplittableRandom random = new SplittableRandom(1);
        int runs = 4000;
        int proven = 0;
        int held = 0;
        for (int run = 0; run < runs; run++) {
            double[][] forks = new double[2][3];
            for (double[] side : forks) {
                Arrays.setAll(side, i -> 1000 + 20 * random.nextGaussian());
            }
            Comparison one = one(1, forks().allocating(forks[0]), forks().allocating(forks[1]));
            proven += one.slower().orElseThrow().adjusted() < 0.05 ? 1 : 0;
            held += one.change().orElseThrow().holds(1) ? 1 : 0;
        }
        // 0.07 % of 4,000 are 2.9 ± 1.7, and 95 % are 3,800 ± 14.
        assertThat(proven).isAtMost(8);
        assertThat(held).isIn(Range.closed(3760, 3840));
    }

    @Test
    void a_little_that_becomes_much_is_proven_although_only_the_much_varies() {
        Comparison one = one(1, forks().allocating(24, 24, 24), forks().allocating(4950, 5000, 5050));

        assertThat(one.slower().orElseThrow().adjusted()).isLessThan(1e-6);
        assertThat(one.change().orElseThrow().low()).isGreaterThan(200);
        assertThat(one.change().orElseThrow().high()).isLessThan(215);
    }

    @Test
    void a_head_that_allocates_nothing_is_a_gain_of_all() {
        Comparison one = one(1, forks().allocating(24, 24, 24), forks().allocating(0, 0, 0));

        assertThat(one.change().orElseThrow().estimate()).isEqualTo(0);
        assertThat(one.change().orElseThrow().high()).isWithin(1e-12).of(1 / 24.0);
        assertThat(one.faster().orElseThrow().adjusted()).isEqualTo(0);
    }

    private static Evidence allocation(DeclaredForks base, DeclaredForks head) {
        return one(1, base, head).slower().orElseThrow();
    }

    @Test
    void allocation_is_exact() {
        List<Comparison> both = Comparisons.of(
                        List.of(new TwoSides(
                                forks().allocating(512, 512, 512).samples(),
                                forks().allocating(528, 528, 528).samples())),
                        Comparing.DEFAULT)
                .all();

        assertThat(both).hasSize(2);
        assertThat(both.get(1).metric()).isEqualTo(Metric.ALLOCATION);
        assertThat(both.get(1).change()).isEqualTo(Optional.of(new Interval(1.03125, 1.03125, 1.03125, 0.95)));
        assertThat(both.get(1).slower()).isEqualTo(Optional.of(new Evidence(0, 0, ForkStatistic.EXACT)));
        assertThat(both.get(1).faster()).isEqualTo(Optional.of(new Evidence(1, 1, ForkStatistic.EXACT)));
    }

    @Test
    void a_base_of_less_than_a_byte_has_a_difference_and_no_ratio() {
        Comparison both = Comparisons.of(
                        List.of(new TwoSides(
                                forks().allocating(0.0012, 0.0012, 0.0013).samples(),
                                forks().allocating(256, 256, 280).samples())),
                        Comparing.DEFAULT)
                .all()
                .get(1);

        assertThat(both.change()).isEqualTo(Optional.empty());
        // 264 ± 4.3027 · 8, SciPy 1.17.1: stats.t.ppf(0.975, 2) = 4.3026527297494637
        Interval difference = both.difference().orElseThrow();
        assertThat(difference.low()).isWithin(0.001).of(264 - 0.0012333 - 34.42122);
        assertThat(difference.estimate()).isWithin(1e-6).of(264 - 0.0012333);
        assertThat(difference.high()).isWithin(0.001).of(264 - 0.0012333 + 34.42122);
        assertThat(both.slower().orElseThrow().adjusted()).isLessThan(0.001);
    }

    /**
     * Measured: a lock that is held six times as long. Neither side allocates. JMH's 5,840 bytes per iteration are 20 B/op if 288
     * operations share them and 124 B/op if 47 do; the last iteration has more.
     */
    @Test
    void bytes_of_jmh_shared_by_fewer_operations_are_no_regression() {
        DeclaredForks base = forks().iterations(0.05)
                .allocating(
                        micros(176.4, 174.3, 172.2, 173.4, 176.4, 178.6, 172.7, 197.5, 220.9, 176.4),
                        Values.of(20.6, 20.1, 20.1, 20.2, 20.7, 20.2, 20.1, 22.5, 25.8, 59.0))
                .allocating(
                        micros(174.0, 175.3, 175.8, 176.4, 173.5, 173.5, 173.2, 188.6, 173.6, 178.9),
                        Values.of(20.3, 20.4, 20.5, 20.6, 20.2, 20.2, 19.9, 22.0, 20.0, 64.9))
                .allocating(
                        micros(174.2, 173.9, 175.2, 175.0, 173.7, 185.0, 173.5, 173.9, 175.1, 175.7),
                        Values.of(20.3, 20.3, 20.3, 20.3, 20.2, 21.5, 20.2, 20.2, 20.1, 63.6));
        DeclaredForks head = forks().iterations(0.05)
                .allocating(
                        micros(1103.9, 1075.3, 1082.8, 1078.0, 1079.5, 1076.7, 1075.9, 1076.7, 1076.1, 1163.6),
                        Values.of(127.0, 124.3, 124.3, 124.3, 124.3, 124.3, 124.3, 124.3, 124.3, 413.3))
                .allocating(
                        micros(1075.1, 1075.5, 1076.1, 1078.0, 1079.1, 1077.8, 1076.3, 1153.9, 1078.5, 1074.7),
                        Values.of(121.7, 124.3, 124.3, 124.3, 124.3, 124.3, 124.3, 132.7, 124.3, 386.9))
                .allocating(
                        micros(1076.7, 1152.6, 1082.3, 1073.9, 1171.7, 1073.7, 1077.2, 1076.4, 1077.9, 1076.4),
                        Values.of(124.3, 131.3, 124.3, 124.3, 134.2, 124.3, 124.3, 124.3, 124.3, 388.3));
        Comparison both = Comparisons.of(List.of(new TwoSides(base.samples(), head.samples())), Comparing.DEFAULT)
                .all()
                .get(1);

        assertThat(both.base().value().orElseThrow()).isWithin(0.1).of(24.9);
        assertThat(both.head().value().orElseThrow()).isWithin(0.1).of(152.3);
        assertThat(both.slower().orElseThrow().adjusted()).isEqualTo(1);
        assertThat(both.change().orElseThrow().holds(1)).isTrue();
        assertThat(both.change().orElseThrow().low()).isEqualTo(0);
        assertThat(both.warnings().stream().map(Warning::code)).contains("harness-bytes");
    }

    /** About the same operations, but each operation of the head allocates 2,048 bytes. */
    @Test
    void more_bytes_than_jmh_has_are_a_regression_of_a_slower_operation_too() {
        DeclaredForks base = forks().iterations(0.05);
        DeclaredForks head = forks().iterations(0.05);
        for (int fork = 0; fork < 3; fork++) {
            base.allocating(micros(170, 170, 170), Values.of(20, 20, 64));
            head.allocating(micros(1000, 1000, 1000), Values.of(124 + 2048, 124 + 2048, 410 + 2048));
        }

        assertThat(allocation(base, head).adjusted()).isEqualTo(0);
    }

    /** With 295 and 50 operations an iteration, up to 1,077 bytes of an operation may be JMH's. */
    @Test
    void bytes_of_jmh_are_told_from_a_tenth_of_the_difference_on() {
        assertThat(slowerAllocating(10_000)).contains("harness-bytes");
        assertThat(slowerAllocating(11_000)).doesNotContain("harness-bytes");
    }

    /** An operation of 170 µs that takes a millisecond and allocates so many bytes more. */
    private static List<String> slowerAllocating(double bytes) {
        DeclaredForks base = forks().iterations(0.05);
        DeclaredForks head = forks().iterations(0.05);
        for (int fork = 0; fork < 3; fork++) {
            base.allocating(micros(170, 170, 170), Values.of(20, 20, 64));
            head.allocating(micros(1000, 1000, 1000), Values.of(124 + bytes, 124 + bytes, 410 + bytes));
        }
        Comparison both = Comparisons.of(List.of(new TwoSides(base.samples(), head.samples())), Comparing.DEFAULT)
                .all()
                .get(1);
        assertThat(both.slower().orElseThrow().adjusted()).isEqualTo(0);
        return both.warnings().stream().map(Warning::code).toList();
    }

    private static Values micros(double... times) {
        return Values.of(times).mapped(time -> time * 1e-6);
    }

    @Test
    void a_rate_that_falls_is_a_time_that_rises() {
        Comparison time = one(forks(1, 1.01, 1.02), forks(1.25, 1.26, 1.24));
        Comparison rate = one(
                forks().mode(Mode.THROUGHPUT).means(1, 1 / 1.01, 1 / 1.02),
                forks().mode(Mode.THROUGHPUT).means(1 / 1.25, 1 / 1.26, 1 / 1.24));

        assertThat(rate.change().orElseThrow().estimate())
                .isWithin(1e-12)
                .of(time.change().orElseThrow().estimate());
        assertThat(rate.slower().orElseThrow().p())
                .isWithin(1e-12)
                .of(time.slower().orElseThrow().p());
    }

    @Test
    void what_does_not_gate_is_no_part_of_the_family() {
        TwoSides sides =
                new TwoSides(forks(1, 1.1, 1.2).samples(), forks(2, 2.1, 2.2).samples());
        Comparisons with = Comparisons.of(List.of(sides), Comparing.DEFAULT);
        Comparisons without = Comparisons.of(List.of(sides), new Comparing(0.95, 0.05, Set.of(sides.name())));

        assertThat(with.family()).isEqualTo(1);
        assertThat(without.family()).isEqualTo(0);
        assertThat(without.all().get(0).slower()).isEqualTo(with.all().get(0).slower());
    }

    private static TwoSides sides(String name, double[] base, double[] head) {
        return new TwoSides(
                DeclaredForks.of(name).side("base").means(base).samples(),
                DeclaredForks.of(name).means(head).samples());
    }

    /**
     * Cases of five forks with a spread that grows from case to case. In the first case, the head takes {@code factor} times as
     * long.
     */
    private static List<TwoSides> suite(int cases, double factor) {
        SplittableRandom random = new SplittableRandom(3);
        List<TwoSides> suite = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            double spread = 0.002 * (i + 1);
            double change = i == 0 ? factor : 1;
            suite.add(sides(
                    "core/a" + i,
                    random.doubles(5).map(u -> 1e-6 * (1 + spread * (u - 0.5))).toArray(),
                    random.doubles(5)
                            .map(u -> change * 1e-6 * (1 + spread * (u - 0.5)))
                            .toArray()));
        }
        return suite;
    }

    @Test
    void a_suite_moderates_its_variances_and_finds_the_change() {
        Comparisons compared = Comparisons.of(suite(12, 1.05), Comparing.DEFAULT);

        assertThat(compared.family()).isEqualTo(12);
        assertThat(compared.moderated()).isTrue();
        assertThat(compared.all().get(0).precision().orElseThrow().degrees()).isGreaterThan(8.0);
        assertThat(compared.all().get(0).change().orElseThrow().estimate())
                .isWithin(0.002)
                .of(1.05);
        assertThat(compared.all().get(0).slower().orElseThrow().adjusted()).isLessThan(0.001);
        for (Comparison other : compared.all().subList(1, 12)) {
            assertThat(other.slower().orElseThrow().adjusted()).isGreaterThan(0.05);
            assertThat(other.faster().orElseThrow().adjusted()).isGreaterThan(0.05);
        }
    }

    @Test
    void fewer_than_five_cases_have_variances_of_their_own() {
        Comparisons compared = Comparisons.of(suite(4, 1), Comparing.DEFAULT);

        assertThat(compared.moderated()).isFalse();
        assertThat(compared.all().get(3).precision().orElseThrow().degrees()).isAtMost(8.0);
    }

    @Test
    void base_and_head_exchanged_exchange_slower_and_faster() {
        List<TwoSides> suite = suite(12, 1.05);
        List<TwoSides> exchanged = suite.stream()
                .map(one -> new TwoSides(/* base= */ one.head(), /* head= */ one.base()))
                .toList();
        Comparison one = Comparisons.of(suite, Comparing.DEFAULT).all().get(0);
        Comparison other = Comparisons.of(exchanged, Comparing.DEFAULT).all().get(0);

        assertThat(other.faster().orElseThrow().adjusted())
                .isWithin(1e-12)
                .of(one.slower().orElseThrow().adjusted());
        assertThat(other.change().orElseThrow().low())
                .isWithin(1e-12)
                .of(1 / one.change().orElseThrow().high());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-3, 1e6})
    void the_unit_does_not_matter(double unit) {
        double[] base = {1, 1.01, 0.99, 1.02};
        double[] head = {1.1, 1.12, 1.09, 1.1};
        Comparison plain = one(forks(base), forks(head));
        Comparison scaled = one(
                forks(Arrays.stream(base).map(x -> x * unit).toArray()),
                forks(Arrays.stream(head).map(x -> x * unit).toArray()));

        assertThat(scaled.slower().orElseThrow().p())
                .isWithin(1e-12)
                .of(plain.slower().orElseThrow().p());
        assertThat(scaled.change().orElseThrow().estimate())
                .isWithin(1e-12)
                .of(plain.change().orElseThrow().estimate());
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"AVERAGE", "SAMPLE", "SINGLE_SHOT"})
    void every_mode_of_times_says_the_same(Mode mode) {
        Comparison average = one(forks(1, 1.01, 0.99), forks(1.1, 1.12, 1.09));
        Comparison other =
                one(forks().mode(mode).means(1, 1.01, 0.99), forks().mode(mode).means(1.1, 1.12, 1.09));

        assertThat(other.slower()).isEqualTo(average.slower());
        assertThat(other.change()).isEqualTo(average.change());
        assertThat(other.mode()).isEqualTo(mode);
    }

    @Test
    void forks_without_spread_are_not_believed_beyond_the_resolution() {
        Comparison same = one(forks(1, 1, 1), forks(1, 1, 1));
        Comparison other = one(forks(1, 1, 1), forks(1.001, 1.001, 1.001));

        assertThat(same.warnings()).containsExactly(new Warning.NoSpread());
        assertThat(same.change().orElseThrow().estimate()).isEqualTo(1.0);
        assertThat(same.slower().orElseThrow().adjusted()).isGreaterThan(0.5);
        assertThat(same.precision().orElseThrow().spread()).isWithin(1e-15).of(MethodConstants.RESOLUTION);
        assertThat(other.slower().orElseThrow().adjusted()).isGreaterThan(0.05);
    }

    @Test
    void a_ratio_of_a_million_is_carried_through() {
        Comparison one = one(forks(1e-9, 1.1e-9, 0.9e-9), forks(1e-3, 1.1e-3, 0.9e-3));

        assertThat(one.change().orElseThrow().estimate()).isWithin(1e-3).of(1e6);
        assertThat(one.slower().orElseThrow().adjusted()).isLessThan(1e-6);
    }

    @Test
    void no_time_at_all_has_no_change_and_says_why() {
        Comparison one = one(forks(1, 1, 0), forks(1, 1, 1));

        assertThat(one.change()).isEqualTo(Optional.empty());
        assertThat(one.warnings()).containsExactly(new Warning.NotPositive(2, 0));
    }

    @Test
    void two_forks_have_a_change_and_hardly_any_evidence() {
        Comparison one = one(forks(1, 1.01), forks(1.3, 1.31));

        assertThat(one.change().orElseThrow().estimate()).isWithin(0.01).of(1.3);
        assertThat(one.slower().orElseThrow().adjusted()).isGreaterThan(0.0001);
    }

    @Test
    void what_touches_one_iteration_in_ten_is_seen_by_the_slow_end() {
        DeclaredForks base = forks();
        DeclaredForks head = forks();
        SplittableRandom random = new SplittableRandom(5);
        for (int fork = 0; fork < 5; fork++) {
            base.fork(random.doubles(20).map(u -> 1 + 0.02 * u).toArray());
            double[] values = random.doubles(20).map(u -> 1 + 0.02 * u).toArray();
            values[9] *= 2;
            values[19] *= 2;
            head.fork(values);
        }
        Evidence slower = one(base, head).slower().orElseThrow();

        assertThat(slower.adjusted()).isLessThan(1e-4);
        assertThat(slower.look()).isEqualTo(ForkStatistic.TAIL);
    }

    @Test
    void what_touches_the_slower_half_alone_is_seen_by_it() {
        DeclaredForks base = forks();
        DeclaredForks head = forks();
        SplittableRandom random = new SplittableRandom(6);
        for (int fork = 0; fork < 5; fork++) {
            base.fork(halves(random, 1));
            head.fork(halves(random, 1.1));
        }
        Evidence slower = one(base, head).slower().orElseThrow();

        assertThat(slower.adjusted()).isLessThan(1e-4);
        assertThat(slower.look()).isEqualTo(ForkStatistic.BODY);
    }

    /** Eleven fast iterations, eight that take {@code factor} times as long, and one disturbed iteration. */
    private static double[] halves(SplittableRandom random, double factor) {
        double[] values = random.doubles(20).map(u -> 1 + 0.02 * u).toArray();
        for (int i = 11; i < 19; i++) {
            values[i] *= factor;
        }
        values[19] = 2 + 2 * random.nextDouble();
        return values;
    }

    @Test
    void no_cases_are_no_family() {
        Comparisons none = Comparisons.of(List.of(), Comparing.DEFAULT);

        assertThat(none).isEqualTo(new Comparisons(List.of(), 0, false, Optional.empty()));
    }

    @Test
    void the_noise_floor_is_the_median_spread() {
        Comparisons compared = Comparisons.of(suite(3, 1), Comparing.DEFAULT);

        assertThat(compared.noiseFloor())
                .isEqualTo(compared.all().get(1).precision().map(Precision::spread));
    }
}
