package dev.clnrm.cleanroom.intelligence;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.cleanroom.intelligence.Trend.Direction;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendTest {
    private static final double[] RISING = {12.1, 11.9, 12.4, 12.4, 12.8, 12.2, 13.0, 13.1, 12.9, 13.4, 13.3, 50.0};
    private static final double[] WILD = {5, 3, 6, 2, 7, 1, 8, 4, 9, 5, 3, 6, 2, 7, 1};

    private static Trend of(double... values) {
        return Trend.of("t", values).orElseThrow();
    }

    @Test
    void slope_and_interval_agree_with_scipy_and_p_with_r() {
        // SciPy 1.17.1: scipy.stats.theilslopes(y, np.arange(12), 0.95)
        // R 4.2.2: cor.test(seq_along(y), y, method="kendall", exact=FALSE, continuity=TRUE)$p.value
        Trend trend = of(RISING);
        assertThat(trend.executions()).isEqualTo(12);
        assertThat(trend.median()).isWithin(1e-12).of(12.85);
        assertThat(trend.slope()).isWithin(1e-12).of(0.15);
        assertThat(trend.low()).isWithin(1e-12).of(0.1);
        assertThat(trend.high()).isWithin(1e-12).of(0.25);
        assertThat(trend.p()).isWithin(1e-9).of(0.000588810511332002);
        assertThat(trend.direction()).isEqualTo(Direction.RISING);
    }

    @Test
    void values_without_a_direction_have_no_trend() {
        Trend trend = of(WILD);
        assertThat(trend.slope()).isEqualTo(0.0);
        assertThat(trend.low()).isWithin(1e-12).of(-0.42857142857142855);
        assertThat(trend.high()).isWithin(1e-12).of(0.5);
        assertThat(trend.p()).isWithin(1e-7).of(0.841934837661151);
        assertThat(trend.direction()).isEqualTo(Direction.NONE);
    }

    @Test
    void equal_values_have_no_trend() {
        assertThat(of(new double[20])).isEqualTo(new Trend("t", 20, 0, 0, 0, 0, 1));
    }

    @Test
    void too_few_values_tell_nothing() {
        assertThat(Trend.of("t", new double[Trend.LEAST - 1])).isEqualTo(Optional.empty());
        assertThat(Trend.of("t", new double[Trend.LEAST])).isNotEqualTo(Optional.empty());
    }

    @Test
    void mirrored_values_have_the_mirrored_trend() {
        Trend falling = of(Arrays.stream(RISING).map(value -> -value).toArray());
        assertThat(falling.slope()).isWithin(1e-12).of(-0.15);
        assertThat(falling.high()).isWithin(1e-12).of(-0.1);
        assertThat(falling.p()).isEqualTo(of(RISING).p());
        assertThat(falling.direction()).isEqualTo(Direction.FALLING);
    }

    @Test
    void another_unit_scales_the_slope_and_leaves_p() {
        Trend scaled = of(Arrays.stream(RISING).map(value -> value * 1024).toArray());
        assertThat(scaled.slope()).isWithin(1e-9).of(0.15 * 1024);
        assertThat(scaled.p()).isEqualTo(of(RISING).p());
    }

    @Test
    void noise_alone_is_called_a_trend_in_about_one_of_twenty() {
        SplittableRandom random = new SplittableRandom(7);
        int called = 0;
        for (int i = 0; i < 1_000; i++) {
            double[] values = random.doubles(30).toArray();
            called += of(values).direction() == Direction.NONE ? 0 : 1;
        }
        assertThat(called).isAtLeast(30);
        assertThat(called).isAtMost(70);
    }

    @ParameterizedTest
    @CsvSource({
        // R 4.2.2: 2 * pnorm(-z)
        "0, 1",
        "0.5, 0.617075077451974",
        "1, 0.317310507862914",
        "3, 0.00269979606326019",
        "6, 1.97317529007540e-09"
    })
    void the_normal_distribution_agrees_with_r(double z, double expected) {
        assertThat(Normal.twoSided(z) / expected).isWithin(1.3e-7).of(1);
    }
}
