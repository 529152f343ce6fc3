package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.DeclaredForks;
import dev.clnrm.bench.samples.Histogram;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadsTest {
    private static final int FORKS = 3;

    /** A made-up suite, the same as that of {@code scripts/reference-values.R}. */
    static List<CaseSamples> suite(int cases) {
        return IntStream.range(0, cases).mapToObj(SpreadsTest::one).toList();
    }

    private static CaseSamples one(int number) {
        DeclaredForks forks = DeclaredForks.of("core/a" + number);
        for (int fork = 0; fork < FORKS; fork++) {
            double ofFork = 0.02 * Math.pow(3, number % 4) * Math.sin(7.3 * number + 3.1 * fork);
            double phase = 3.7 * number + 1.1 * fork;
            forks.fork(IntStream.range(0, 5)
                    .mapToDouble(i -> 0.02 * (1 + number % 3) * Math.abs(Math.sin(phase + 0.3 * i * i)))
                    .map(ofIteration -> 1e-6 * Math.exp(ofFork + ofIteration))
                    .toArray());
        }
        return forks.samples();
    }

    private static double ratio(CaseSamples samples, Spreads side) {
        Interval interval = ForkLevelTest.interval(ForkLevel.time(samples, side, 0.95));
        return interval.high() / interval.estimate();
    }

    @Test
    void a_case_that_is_quiet_by_chance_gets_a_wider_interval_and_a_noisy_one_a_narrower() {
        List<CaseSamples> suite = new ArrayList<>(suite(12));
        CaseSamples quiet = DeclaredForks.of("core/quiet").means(1, 1, 1).samples();
        CaseSamples noisy = DeclaredForks.of("core/noisy").means(1, 2, 4).samples();
        suite.add(quiet);
        suite.add(noisy);
        Spreads side = Spreads.of(suite);

        assertThat(side.moderated()).isTrue();
        assertThat(ratio(noisy, side)).isLessThan(ratio(noisy, Spreads.ALONE));
        Measurement measured = Measurement.of(quiet, side, 0.95);
        assertThat(measured.precision().orElseThrow().spread()).isGreaterThan(MethodConstants.ONE_SIDE_RESOLUTION);
        assertThat(measured.precision().orElseThrow().degrees()).isGreaterThan(2.0);
    }

    @Test
    void four_cases_say_nothing_about_a_fifth() {
        Spreads four = Spreads.of(suite(4));

        assertThat(four.moderated()).isFalse();
        assertThat(ForkLevel.time(one(7), four, 0.95)).isEqualTo(ForkLevel.time(one(7), Spreads.ALONE, 0.95));
    }

    @Test
    void cases_of_two_forks_learn_and_do_not_teach() {
        List<CaseSamples> two = IntStream.range(0, 9)
                .mapToObj(i ->
                        DeclaredForks.of("core/b" + i).means(1, 1.1 + 0.01 * i).samples())
                .toList();
        assertThat(Spreads.of(two).moderated()).isFalse();

        Spreads taught = Spreads.of(suite(12));
        assertThat(ratio(two.get(0), taught)).isLessThan(ratio(two.get(0), Spreads.ALONE));
    }

    @Test
    void what_gave_no_times_teaches_nothing() {
        List<CaseSamples> suite = new ArrayList<>(suite(12));
        suite.add(DeclaredForks.of("core/failed")
                .failed(Outcome.Cause.THREW, "no")
                .samples());
        suite.add(DeclaredForks.of("core/zero").means(0, 1, 2).samples());
        suite.add(DeclaredForks.of("core/nan").means(1, Double.NaN, 2).samples());
        suite.add(DeclaredForks.of("core/empty").means(1, 2).fork().samples());

        assertThat(ForkLevel.time(one(3), Spreads.of(suite), 0.95))
                .isEqualTo(ForkLevel.time(one(3), Spreads.of(suite(12)), 0.95));
    }

    @Test
    void the_order_of_the_cases_does_not_matter_to_the_last_digit() {
        List<CaseSamples> turned = new ArrayList<>(suite(12));
        Collections.reverse(turned);

        assertThat(Measurement.of(one(5), Spreads.of(turned), 0.95))
                .isEqualTo(Measurement.of(one(5), Spreads.of(suite(12)), 0.95));
    }

    @Test
    void one_fork_has_no_interval_whatever_the_suite_says() {
        CaseSamples one = DeclaredForks.of("core/one").means(1e-6).samples();

        assertThat(ForkLevel.time(one, Spreads.of(suite(12)), 0.95).interval()).isEmpty();
        assertThat(Relations.ratio(one, one(1), Spreads.of(suite(12)), 0.95).interval())
                .isEmpty();
    }

    @Test
    void each_percentile_has_a_family_of_its_own() {
        List<CaseSamples> suite = IntStream.range(0, 8)
                .mapToObj(i -> sampled("core/s" + i, 1 + 0.001 * i, 1 + 0.3 * (1 + i % 3)))
                .toList();
        Spreads side = Spreads.of(suite);

        Interval median = ForkLevelTest.interval(ForkLevel.percentile(suite.get(0), 50, side, 0.95));
        Interval tail = ForkLevelTest.interval(ForkLevel.percentile(suite.get(0), 100, side, 0.95));
        assertThat(tail.high() / tail.estimate()).isGreaterThan(1.2 * median.high() / median.estimate());
        Interval alone = ForkLevelTest.interval(ForkLevel.percentile(suite.get(2), 100, Spreads.ALONE, 0.95));
        Interval moderated = ForkLevelTest.interval(ForkLevel.percentile(suite.get(2), 100, side, 0.95));
        assertThat(moderated.high() / moderated.estimate()).isLessThan(alone.high() / alone.estimate());
    }

    private static CaseSamples sampled(String name, double middle, double spread) {
        return DeclaredForks.of(name)
                .mode(Mode.SAMPLE)
                .sampled(new Histogram(Values.of(middle, 9 * spread), Values.of(5000, 10)))
                .sampled(new Histogram(Values.of(middle * 1.001, 9), Values.of(5000, 10)))
                .sampled(new Histogram(Values.of(middle * 0.999, 9 / spread), Values.of(5000, 10)))
                .samples();
    }
}
