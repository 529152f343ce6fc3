package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.Range;
import dev.clnrm.bench.samples.Values;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovementsTest {
    private static Values noisy(long seed, int n, double noise, IntToDoubleFunction level) {
        SplittableRandom random = new SplittableRandom(seed);
        return Values.of(IntStream.range(0, n)
                .mapToDouble(i -> level.applyAsDouble(i)
                        * Math.exp(noise
                                * Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
                                * Math.cos(2 * Math.PI * random.nextDouble()))));
    }

    private static Movements of(Values ratios) {
        return Movements.of(ratios, Collections.nCopies(ratios.size(), 0), 0.03, 0.95);
    }

    /** The only value of platform 1 is the first after the step, as far as anyone can tell: it has no other to be compared with. */
    @Test
    void a_step_lies_between_two_values_of_one_platform() {
        List<Integer> platforms =
                IntStream.range(0, 40).map(i -> i == 22 ? 1 : 0).boxed().toList();
        Values series = noisy(4, 40, 0.01, i -> (i < 22 ? 1 : 1.1) * (i == 22 ? 1.25 : 1));

        List<ChangePoint> steps = Movements.of(series, platforms, 0.03, 0.95).steps();

        assertThat(steps).hasSize(1);
        assertThat(steps.get(0).last()).isEqualTo(21);
        assertThat(steps.get(0).index()).isEqualTo(23);
    }

    @Test
    void no_step_lies_between_two_platforms() {
        for (long seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Integer> platforms =
                    IntStream.range(0, 60).map(i -> random.nextInt(3)).boxed().toList();
            int at = 10 + random.nextInt(40);
            Values series = noisy(seed, 60, 0.01, i -> (i < at ? 1 : 1.1) * (1 + 0.2 * platforms.get(i)));

            for (ChangePoint step : Movements.of(series, platforms, 0.03, 0.95).steps()) {
                assertThat(platforms.get(step.last())).isEqualTo(platforms.get(step.index()));
                assertThat(step.last()).isLessThan(step.split());
                assertThat(step.index()).isAtLeast(step.split());
            }
        }
    }

    /** {@code scripts/series-reference.py}, NumPy 2.4.6: "ramp". */
    @Test
    void the_best_ramp_is_that_of_least_squares() {
        Ramp ramp = Ramp.best(Values.of(0.00, 0.01, -0.01, 0.02, 0.05, 0.06, 0.09, 0.10, 0.13, 0.12, 0.13), 4, 200);
        assertThat(ramp.from()).isEqualTo(2);
        assertThat(ramp.to()).isEqualTo(8);
        assertThat(ramp.growth()).isWithin(1e-12).of(0.125625);
        assertThat(ramp.squares()).isWithin(1e-12).of(0.000398295455);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void one_per_cent_a_commit_is_a_creep_and_no_staircase(long seed) {
        Movements moved = of(noisy(seed, 21, 0.005, i -> Math.pow(1.01, i)));

        assertThat(moved.steps()).isEmpty();
        assertThat(moved.creeps()).hasSize(1);
        Creep creep = moved.creeps().get(0);
        assertThat(creep.from()).isAtMost(2);
        assertThat(creep.to()).isAtLeast(18);
        double grown = Math.pow(1.01, creep.to() - creep.from());
        assertThat(creep.growth().estimate()).isWithin(0.02).of(grown);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_commits_it_grew_in_are_found(long seed) {
        Movements moved = of(noisy(seed, 40, 0.005, i -> Math.pow(1.01, Math.max(0, Math.min(i - 10, 20)))));

        assertThat(moved.creeps()).hasSize(1);
        assertThat(moved.creeps().get(0).from()).isIn(Range.closed(7, 13));
        assertThat(moved.creeps().get(0).to()).isIn(Range.closed(27, 33));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_step_is_no_creep(long seed) {
        Movements moved = of(noisy(seed, 30, 0.01, i -> i < 13 ? 1 : 1.2));

        assertThat(moved.creeps()).isEmpty();
        assertThat(moved.steps().stream().map(ChangePoint::index).toList()).containsExactly(13);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_step_after_a_creep_is_told_beside_it(long seed) {
        Movements moved = of(noisy(seed, 60, 0.005, i -> Math.pow(1.01, Math.min(i, 20)) * (i < 45 ? 1 : 0.8)));

        assertThat(moved.steps().stream().map(ChangePoint::index).toList()).containsExactly(45);
        assertThat(moved.creeps()).hasSize(1);
    }

    @Test
    void noise_is_neither() {
        int steps = 0;
        int creeps = 0;
        for (long seed = 0; seed < 300; seed++) {
            Movements of = of(noisy(seed, 10 + (int) seed % 60, 0.03, i -> 1));
            steps += of.steps().size();
            creeps += of.creeps().size();
        }
        assertWithMessage("steps in 300 series of noise").that(steps).isAtMost(5);
        assertWithMessage("creeps in 300 series of noise").that(creeps).isAtMost(1);
    }

    @Test
    void a_change_of_platform_is_no_step() {
        List<Integer> platforms =
                IntStream.range(0, 30).map(i -> i < 15 ? 0 : 1).boxed().toList();
        Values series = noisy(3, 30, 0.01, i -> i < 15 ? 1 : 1.3);

        Movements moved = Movements.of(series, platforms, 0.03, 0.95);

        assertThat(of(series).steps()).hasSize(1);
        assertThat(moved.steps()).isEmpty();
        assertThat(moved.creeps()).isEmpty();
    }

    @Test
    void a_step_is_found_although_platforms_differ_and_change() {
        List<Integer> platforms =
                IntStream.range(0, 40).map(i -> i * 7 % 3 == 0 ? 1 : 0).boxed().toList();
        Values series = noisy(4, 40, 0.01, i -> (i < 22 ? 1 : 1.1) * (i * 7 % 3 == 0 ? 1.25 : 1));

        List<ChangePoint> steps = Movements.of(series, platforms, 0.03, 0.95).steps();

        assertThat(steps.stream().map(ChangePoint::split).toList()).containsExactly(22);
    }

    /** {@code scripts/series-reference.py}, NumPy 2.4.6 and SciPy 1.17.1: "platforms". */
    @Test
    void a_step_on_two_platforms_is_the_coefficient_of_their_additive_model() {
        OnPlatforms series = new OnPlatforms(
                Values.of(1.00, 2.03, 1.01, 0.98, 1.99, 1.02, 2.11, 1.12, 2.09, 2.12, 1.08, 2.13),
                List.of(0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 0, 1));
        Difference found = series.difference(0, 6, 12).orElseThrow();

        assertThat(found.estimate()).isWithin(1e-12).of(0.1);
        assertThat(2 * found.slower()).isWithin(1e-15).of(4.445903654647e-05);
    }

    @Test
    void two_values_have_not_moved() {
        assertThat(of(Values.of(1, 2))).isEqualTo(new Movements(List.of(), List.of()));
    }
}
