package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.samples.Values;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastsTest {
    private static final double TOLERANCE = 0.03;

    private static Forecasts of(Values series) {
        return Forecasts.of(series, TOLERANCE, series.size());
    }

    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private static Values series(int n, DoubleSupplier log) {
        return Values.of(IntStream.range(0, n).mapToDouble(i -> Math.exp(log.getAsDouble())));
    }

    /** {@code scripts/series-reference.py}, SciPy 1.17.1: "next". */
    @Test
    void the_next_value_lies_in_students_prediction_interval() {
        Values series = Values.of(1.00, 1.02, 0.99, 1.01, 1.21, 1.19, 1.22);
        Interval next = Forecasts.next(series, List.of(new ChangePoint(4, 1, 1.2, 0)), 1)
                .orElseThrow();

        assertThat(next.low()).isWithin(1e-5).of(1.158155881216);
        assertThat(next.high()).isWithin(1e-5).of(1.257074715999);
        assertThat(next.confidence()).isEqualTo(0.95);
        Interval twice = Forecasts.next(series, List.of(new ChangePoint(4, 1, 1.2, 0)), 2)
                .orElseThrow();
        assertThat(Math.log(twice.high() / twice.low())).isWithin(1e-12).of(2 * Math.log(next.high() / next.low()));
    }

    @Test
    void too_few_values_and_zeros_have_no_forecast() {
        assertThat(of(Values.of(1, 1.01, 0.99, 1)).next()).isEmpty();
        assertThat(of(Values.of(1, 1.01, 0.99, 1, 0)).expected()).isEmpty();
        assertThat(of(Values.of(1, 1.01, 0.99, 1, 1)).next()).isPresent();
        assertThat(of(Values.NONE).hits(30)).isEqualTo(new Forecasts.Hits(0, 0));
    }

    @Test
    void no_forecast_knows_what_comes() {
        Values series = series(40, new SplittableRandom(1)::nextDouble);
        Forecasts whole = of(series);
        for (int i = Forecasts.FEWEST; i < series.size(); i++) {
            assertThat(of(series.slice(0, i)).next()).isEqualTo(whole.of(i));
        }
    }

    @Test
    void after_a_step_the_new_level_is_expected() {
        SplittableRandom random = new SplittableRandom(3);
        Values series = Values.of(
                IntStream.range(0, 30).mapToDouble(i -> (i < 20 ? 1 : 1.3) * Math.exp(0.005 * normal(random))));
        Forecasts forecasts = of(series);

        assertThat(forecasts.surprised(20)).isTrue();
        assertThat(forecasts.surprised(29)).isFalse();
        assertThat(forecasts.next().orElseThrow().holds(1.3)).isTrue();
        assertThat(forecasts.next().orElseThrow().holds(1.0)).isFalse();
    }

    @Test
    void of_series_with_any_noise_some_95_per_cent_lie_inside() {
        SplittableRandom random = new SplittableRandom(5);
        List<DoubleSupplier> noises = List.of(
                () -> 0.01 * normal(random),
                () -> 0.01 * normal(random) / Math.max(0.2, Math.abs(normal(random))),
                () -> random.nextDouble() < 0.1 ? 0.2 : 0.002 * normal(random),
                () -> 0.01 * random.nextDouble());
        for (DoubleSupplier noise : noises) {
            int inside = 0;
            int of = 0;
            for (int i = 0; i < 20; i++) {
                Forecasts.Hits hits = of(series(100, noise)).hits(100);
                inside += hits.inside();
                of += hits.of();
            }
            assertThat((double) inside / of).isWithin(0.035).of(0.95);
        }
    }

    @Test
    void a_constant_series_expects_the_same_again() {
        Forecasts forecasts = of(Values.of(DoubleStream.generate(() -> 1e-6).limit(20)));
        assertThat(forecasts.hits(30)).isEqualTo(new Forecasts.Hits(15, 15));
        assertThat(forecasts.hits(10)).isEqualTo(new Forecasts.Hits(10, 10));
    }
}
