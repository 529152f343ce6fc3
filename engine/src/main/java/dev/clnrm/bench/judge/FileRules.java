package dev.clnrm.bench.judge;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.config.Thresholds;
import dev.clnrm.bench.config.Tolerance;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Change;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.stats.Metric;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tolerance and thresholds of {@code budgets.yaml}. A tolerance in a case's own {@code change} clause is used as it is; any other
 * tolerance is at least the smallest amount that is not noise.
 *
 * @param file the file
 * @param budgets the budget of each case
 * @param thresholds the place of the thresholds in the file
 */
record FileRules(BudgetsFile file, Map<CaseName, Budget> budgets, Optional<Place> thresholds) implements ChangeRules {
    static FileRules of(BudgetsFile file, Map<CaseName, Budget> budgets) {
        List<String> lines = file.text().lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("thresholds:")) {
                return new FileRules(file, budgets, Optional.of(new Place(file.path(), i + 1, 1)));
            }
        }
        return new FileRules(file, budgets, Optional.empty());
    }

    @Override
    public ChangeRule of(CaseName name, Metric metric, double base) {
        Budget budget = budgets.getOrDefault(name, Budget.NONE);
        Tolerance tolerance = file.changes().tolerance();
        return switch (metric) {
            case TIME ->
                rule(
                        budget.timeChange(),
                        Double.isNaN(base) ? tolerance.otherwise() : tolerance.at(base),
                        Defaults.TIME_FLOOR_SECONDS,
                        file.changes().margin());
            case ALLOCATION ->
                rule(budget.allocationChange(), Defaults.ALLOCATION_TOLERANCE, Defaults.ALLOCATION_FLOOR_BYTES, 0);
        };
    }

    private ChangeRule rule(Optional<Change> change, double usual, double least, double margin) {
        Thresholds named = file.changes().thresholds();
        Optional<Double> own = change.flatMap(Change::tolerance);
        return new ChangeRule(
                own.orElse(usual),
                own.isPresent() ? 0 : least,
                margin,
                change.flatMap(Change::warning).orElse(named.warning()),
                change.flatMap(Change::critical).orElse(named.critical()),
                change.flatMap(Change::alert).orElse(named.alert()),
                change.map(Change::place).or(() -> thresholds));
    }
}
