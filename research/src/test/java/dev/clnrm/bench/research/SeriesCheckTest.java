package dev.clnrm.bench.research;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.ChangePoints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesCheckTest {
    private static Values noisy(double... levels) {
        return noisy(new SplittableRandom(1), levels);
    }

    private static Values noisy(SplittableRandom random, double... levels) {
        return Values.of(IntStream.range(0, 20 * levels.length)
                .mapToDouble(i -> levels[i / 20] * (1 + 0.02 * random.nextDouble())));
    }

    @Test
    void e_divisive_finds_steps_and_in_noise_as_many_as_its_level_allows() {
        assertThat(EDivisive.steps(noisy(1, 1.2, 0.9))).containsExactly(20, 40).inOrder();
        // Five of a hundred are expected; more than eleven occur in one of a hundred such tests.
        assertThat(IntStream.range(0, 100)
                        .filter(seed -> !EDivisive.steps(noisy(new SplittableRandom(seed), 1, 1))
                                .isEmpty())
                        .count())
                .isAtMost(11);
    }

    @Test
    void each_machine_is_a_series_of_its_own_and_a_change_of_machine_is_no_step() {
        Values values = noisy(1, 1.5);
        List<Integer> machines = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            machines.add(i / 20);
        }
        MeasuredSeries series = new MeasuredSeries("one", values, machines, machines);

        assertThat(StepRule.OTAVA.steps(series)).hasSize(1);
        assertThat(StepRule.EACH_MACHINE.steps(series)).isEmpty();
        assertThat(StepRule.ANCHORED.steps(series)).isEmpty();
        assertThat(series.byMachine().get(1).get(0)).isEqualTo(20);
    }

    @Test
    void a_planted_step_is_found_where_it_is() {
        MeasuredSeries series = MeasuredSeries.plain("one", noisy(1, 1)).planted(25, 1.2);

        for (StepRule rule : StepRule.values()) {
            assertThat(rule.steps(series)).containsExactly(new StepRule.Step(24, 25));
        }
    }

    @Test
    void the_labelled_series_has_its_two_large_steps() {
        Path file = SharedData.file("series/tigerbeetle-labelled.json");
        MeasuredSeries series =
                SeriesCheck.labelled(file.resolve("..").resolve("..").normalize());

        List<Integer> steps = StepRule.ANCHORED.steps(series).stream()
                .map(StepRule.Step::first)
                .toList();
        assertThat(steps).containsAtLeast(15, 71);
        assertThat(ChangePoints.exceeding(0.03).of(series.values()).size()).isLessThan(12);
    }

    @Test
    void no_step_of_the_nights_is_at_a_change_of_machine() {
        Path file = SharedData.file("github-runners/nights.csv");

        List<MeasuredSeries> nights = Nights.read(file.resolveSibling(""));

        assertThat(nights.size()).isGreaterThan(20);
        for (MeasuredSeries series : nights) {
            for (StepRule.Step step : StepRule.EACH_MACHINE.steps(series)) {
                assertThat(series.machines().get(step.last()))
                        .isEqualTo(series.machines().get(step.first()));
            }
        }
    }

    @Test
    void some_95_per_cent_of_real_values_lie_where_they_were_expected() {
        Path file = SharedData.file("series/tigerbeetle-labelled.json");
        Path data = file.resolve("..").resolve("..").normalize();
        List<Values> nights = Nights.read(data.resolve("github-runners")).stream()
                .flatMap(ForecastCheck::eachMachine)
                .toList();

        assertThat(ForecastCheck.inside(List.of(SeriesCheck.labelled(data).values()))
                        .value())
                .isWithin(0.03)
                .of(0.95);
        assertThat(ForecastCheck.inside(nights).value()).isWithin(0.03).of(0.95);
    }

    @Test
    void ratios_of_unchanged_code_do_not_move_with_the_machine() {
        List<SameCode> benchmarks = SameCodes.of(2, 8, 0.01);
        int moved = 0;
        for (int i = 0; i < benchmarks.size(); i++) {
            OnMachines one = OnMachines.of(benchmarks.get(i), new Window(0.1, 10, 20), run -> 1, i);
            moved += StepRule.ANCHORED.steps(one.ratios()).size();
            assertThat(one.times().values().size()).isEqualTo(OnMachines.RUNS);
        }
        assertThat(moved).isEqualTo(0);
    }
}
