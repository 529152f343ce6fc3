package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.samples.SharedData;
import dev.clnrm.bench.samples.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangePointsTest {
    private static Values noisy(long seed, double... levels) {
        SplittableRandom random = new SplittableRandom(seed);
        return Values.of(IntStream.range(0, levels.length * 30)
                .mapToDouble(i -> levels[i / 30] * (1 + 0.01 * (random.nextDouble() - 0.5))));
    }

    private static List<Integer> indexes(List<ChangePoint> points) {
        return points.stream().map(ChangePoint::index).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void steps_are_found_where_they_are(long seed) {
        List<ChangePoint> points = ChangePoints.exceeding(0.03).of(noisy(seed, 1, 1.1, 1.1, 0.9));

        assertThat(indexes(points)).containsExactly(30, 90).inOrder();
        assertThat(points.get(0).magnitude()).isWithin(0.01).of(0.1);
        assertThat(points.get(0).before()).isWithin(0.01).of(1);
        assertThat(points.get(0).after()).isWithin(0.01).of(1.1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_step_smaller_than_asked_for_is_none(long seed) {
        assertThat(ChangePoints.exceeding(0.03).of(noisy(seed, 1, 1.02, 1))).isEmpty();
    }

    @Test
    void a_constant_series_has_no_step() {
        assertThat(ChangePoints.exceeding(0)
                        .of(Values.of(IntStream.range(0, 100).mapToDouble(i -> 7))))
                .isEmpty();
    }

    @Test
    void a_series_too_short_for_context_has_no_step() {
        assertThat(ChangePoints.exceeding(0).of(Values.of(1, 2))).isEmpty();
        assertThat(ChangePoints.exceeding(0).of(Values.NONE)).isEmpty();
    }

    /** With d = 1, n = 6: t = 1 / √(2 · (1/12) / 6) = 6 with 10 degrees of freedom. */
    @Test
    void a_step_between_equal_values_is_at_least_as_uncertain_as_their_resolution() {
        List<ChangePoint> points =
                ChangePoints.exceeding(0.05).of(Values.of(5, 5, 5, 5, 5, 5, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5));

        assertThat(indexes(points)).containsExactly(6);
        assertThat(points.get(0).p()).isWithin(1e-9).of(2 * StudentT.above(6, 10));
    }

    @Test
    void one_value_after_equal_values_is_no_step() {
        assertThat(ChangePoints.exceeding(0.05).of(Values.of(5, 5, 5.5))).isEmpty();
        assertThat(ChangePoints.exceeding(0.05).of(Values.of(5, 5, 5, 5, 5, 5.5)))
                .isEmpty();
        assertThat(ChangePoints.exceeding(0.05).of(Values.of(1, Math.nextUp(1.0), 1, 1, 1, 1.5)))
                .isEmpty();
    }

    /** What Apache Otava expects of the same series: its tests {@code test_tb_old_defaults} and {@code _p05}. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.05})
    void the_labelled_series_has_the_steps_otava_expects(double level) throws IOException {
        Path file = SharedData.file("series/tigerbeetle-labelled.json");
        JsonNode labelled = new ObjectMapper().readTree(Files.readString(file));
        Values series = Values.of(IntStream.range(0, labelled.get("series").size())
                .mapToDouble(i -> labelled.get("series").get(i).asDouble()));

        assertThat(indexes(new ChangePoints(30, level, 0.05).of(series)))
                .containsExactly(15, 71)
                .inOrder();
    }
}
