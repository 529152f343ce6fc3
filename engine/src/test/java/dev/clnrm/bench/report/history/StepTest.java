package dev.clnrm.bench.report.history;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.stats.ChangePoint;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepTest {
    private static Step step(String benchmark, int index, double after) {
        return new Step(
                new CaseKey(new CaseName("s", benchmark, Map.of()), Mode.AVERAGE),
                Optional.empty(),
                new Platform(Conditions.UNKNOWN),
                new PastRun("run-" + index, Instant.EPOCH, Optional.empty(), false, Optional.empty()),
                index,
                new ChangePoint(index, 1, after, 0.0001),
                index,
                5);
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
        assertThat(step("b", 20, 1.2).fits(18)).isTrue();
        assertThat(step("b", 20, 1.2).fits(17)).isFalse();
    }
}
