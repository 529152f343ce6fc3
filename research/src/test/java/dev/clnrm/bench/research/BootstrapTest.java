package dev.clnrm.bench.research;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.Interval;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final Bootstrap USUAL = new Bootstrap(2000, 1);
    private static final List<Values> ONE = List.of(Values.of(1, 2, 4));

    private static double mean(List<Values> groups) {
        return Drawn.mean(groups.get(0));
    }

    /**
     * R 4.2.2, all 27 draws: {@code quantile(sort(rowMeans(expand.grid(x, x, x))), c(0.1, 0.9))} with {@code x <- c(1, 2, 4)} gives
     * 1.333333 and 3.333333, and steps of a third around them.
     */
    @Test
    void the_mean_of_three_has_the_quantiles_of_all_27_draws() {
        Interval interval = new Bootstrap(20_000, 7).interval(ONE, BootstrapTest::mean, 0.8);

        assertThat(interval.low()).isWithin(1e-9).of(4.0 / 3);
        assertThat(interval.estimate()).isWithin(1e-12).of(7.0 / 3);
        assertThat(interval.high()).isWithin(1e-9).of(10.0 / 3);
    }

    /** R 4.2.2: {@code quantile(c(1, 2, 4, 8), c(0.4, 0.9, 1), type = 7)}. */
    @Test
    void between_two_draws_a_quantile_is_on_the_line() {
        double[] sorted = {1, 2, 4, 8};

        assertThat(Bootstrap.quantile(sorted, 0.4)).isWithin(1e-12).of(2.4);
        assertThat(Bootstrap.quantile(sorted, 0.9)).isWithin(1e-12).of(6.8);
        assertThat(Bootstrap.quantile(sorted, 1)).isWithin(1e-12).of(8);
    }

    @Test
    void the_same_seed_draws_the_same() {
        assertThat(USUAL.interval(ONE, BootstrapTest::mean, 0.95))
                .isEqualTo(USUAL.interval(ONE, BootstrapTest::mean, 0.95));
    }

    @Test
    void groups_are_drawn_apart() {
        Interval ratio = USUAL.interval(
                List.of(Values.of(3, 3, 3), Values.of(6, 6)),
                groups -> Drawn.mean(groups.get(1)) / Drawn.mean(groups.get(0)),
                0.95);

        assertThat(ratio).isEqualTo(new Interval(2, 2, 2, 0.95));
    }

    @Test
    void few_draws_make_no_interval() {
        Assertions.assertThrows(IllegalArgumentException.class, () -> new Bootstrap(99, 1));
    }
}
