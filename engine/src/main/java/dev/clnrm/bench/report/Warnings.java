package dev.clnrm.bench.report;

import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.stats.Warning;
import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.judge.LawVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All warnings of a run, gathered from wherever they travel. */
final class Warnings {
    private Warnings() {}

    /**
     * A warning about something.
     *
     * @param subject the case or law, inert
     * @param detail what is said of it alone
     */
    record Told(String subject, Optional<String> detail) {
        String words() {
            return subject + detail.map(text -> " (" + text + ")").orElse("");
        }
    }

    /** By what they say in general, in the order found; each once for each subject. */
    static Map<String, List<Told>> byKind(Judgement judgement) {
        Map<String, List<Told>> kinds = new LinkedHashMap<>();
        for (Measurement measurement : judgement.measurements()) {
            String name = Inert.name(measurement.name());
            add(kinds, "", name, measurement.warnings());
            add(kinds, "", name, measurement.time().warnings());
            add(kinds, "", name, measurement.floor().warnings());
            List<Warning> allocation = new ArrayList<>(measurement.allocation().warnings());
            allocation.removeAll(measurement.time().warnings());
            add(kinds, "allocation: ", name, allocation);
        }
        for (BudgetVerdict budget : judgement.budgets()) {
            if (budget.percentile().isPresent()) {
                add(kinds, "", Inert.name(budget.name()), budget.measured().warnings());
            }
        }
        for (LawVerdict law : judgement.laws()) {
            add(kinds, "law: ", Inert.name(law.law().name()), law.measured().warnings());
        }
        return kinds;
    }

    private static void add(Map<String, List<Told>> kinds, String prefix, String subject, List<Warning> warnings) {
        for (Warning warning : warnings) {
            List<Told> told = kinds.computeIfAbsent(prefix + Words.general(warning), kind -> new ArrayList<>());
            Told one = new Told(subject, Words.detail(warning));
            if (!told.contains(one)) {
                told.add(one);
            }
        }
    }
}
