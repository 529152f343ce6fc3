package dev.clnrm.bench.report.history;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.stats.ChangePoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepTest {
    private static Step step(String benchmark, int index, double after) {
        return new Step(
                new CaseKey(new CaseName("s", benchmark, Map.of()), Mode.AVERAGE),
                Optional.empty(),
                new Platform(Conditions.UNKNOWN),
                new PastRun("run-" + index, Instant.EPOCH, Optional.empty(), false, Optional.empty()),
                runs(0, 40),
                index,
                new ChangePoint(index, 1, after, 0.0001),
                index,
                5);
    }

    private static List<String> runs(int from, int end) {
        return IntStream.range(from, end).mapToObj(run -> "run-" + run).toList();
    }

    @Test
    void it_is_the_same_where_a_further_run_moved_it() {
        Step step = step("b", 20, 1.2);
        assertThat(step.same(step("b", 21, 1.19))).isTrue();
        assertThat(step.same(step("b", 17, 1.21))).isTrue();
        assertThat(step.same(step("b", 23, 1.21))).isTrue();
    }

    @Test
    void farther_away_it_is_another() {
        assertThat(step("b", 20, 1.2).same(step("b", 16, 1.2))).isFalse();
        assertThat(step("b", 20, 1.2).same(step("b", 24, 1.2))).isFalse();
    }

    @Test
    void the_other_way_it_is_another() {
        assertThat(step("b", 20, 1.2).same(step("b", 20, 0.8))).isFalse();
    }

    @Test
    void of_another_case_it_is_another() {
        assertThat(step("b", 20, 1.2).same(step("c", 20, 1.2))).isFalse();
    }

    @Test
    void a_history_that_ends_long_before_it_cannot_have_it() {
        assertThat(step("b", 20, 1.2).fits(Set.copyOf(runs(0, 18)))).isTrue();
        assertThat(step("b", 20, 1.2).fits(Set.copyOf(runs(0, 17)))).isFalse();
        assertThat(step("b", 20, 1.2).fits(Set.of("run-0", "run-39"))).isTrue();
    }

    @Test
    void it_is_the_same_where_runs_between_were_measured_later() {
        Step step = step("b", 20, 1.2);
        List<String> few = List.of("run-0", "run-5", "run-10", "run-35", "run-39");
        Step coarse = new Step(
                step.key(),
                step.anchor(),
                step.platform(),
                step.since(),
                few,
                3,
                new ChangePoint(3, 1, 1.2, 0.0001),
                3,
                2);
        assertThat(step.same(coarse)).isTrue();
        assertThat(step("b", 7, 1.2).same(coarse)).isFalse();
    }
}
