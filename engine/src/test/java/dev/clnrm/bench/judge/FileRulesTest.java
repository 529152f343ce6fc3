package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;
import static dev.clnrm.bench.judge.RunParts.OPEN;
import static dev.clnrm.bench.judge.RunParts.file;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Change;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.stats.Metric;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileRulesTest {
    private static ChangeRule rule(Budget budget, Metric metric, double base, String... lines)
            throws DeclarationException {
        BudgetsFile file = file(lines);
        return FileRules.of(file, Map.of(OPEN, budget)).of(OPEN, metric, base);
    }

    @Test
    void without_a_word_in_the_file_the_defaults_apply() throws DeclarationException {
        assertThat(rule(Budget.NONE, Metric.TIME, 1e-6))
                .isEqualTo(new ChangeRule(0.03, 0.5e-9, 0.05, 0.15, 0.30, 0.50, Optional.empty()));
        assertThat(rule(Budget.NONE, Metric.ALLOCATION, 24))
                .isEqualTo(new ChangeRule(0.01, 8, 0, 0.15, 0.30, 0.50, Optional.empty()));
    }

    @Test
    void thresholds_have_the_place_where_they_are_written() throws DeclarationException {
        ChangeRule rule = rule(
                Budget.NONE,
                Metric.TIME,
                1e-6,
                "fail-on: alert",
                "thresholds: {warning: 10 %, critical: 20 %, alert: 40 %}");

        assertThat(rule)
                .isEqualTo(new ChangeRule(
                        0.03, 0.5e-9, 0.05, 0.10, 0.20, 0.40, Optional.of(new Place("budgets.yaml", 3, 1))));
    }

    @Test
    void a_tolerance_of_the_case_is_used_as_it_is() throws DeclarationException {
        Budget own = Budget.NONE.withTimeChange(Change.within(0.2, RunParts.CODE));

        assertThat(rule(own, Metric.TIME, 1e-6))
                .isEqualTo(new ChangeRule(0.2, 0, 0.05, 0.15, 0.30, 0.50, Optional.of(RunParts.CODE)));
    }

    @Test
    void tolerance_may_depend_on_the_time_of_the_base() throws DeclarationException {
        String byTime = "tolerance: {below 10 us: 10 %, else: 4 %}";

        assertThat(rule(Budget.NONE, Metric.TIME, 1e-6, byTime).tolerance()).isEqualTo(0.1);
        assertThat(rule(Budget.NONE, Metric.TIME, 1e-3, byTime).tolerance()).isEqualTo(0.04);
        assertThat(rule(Budget.NONE, Metric.TIME, Double.NaN, byTime).tolerance())
                .isEqualTo(0.04);
    }
}
