package dev.clnrm.bench.report.html;

import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Secondaries;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.FailedCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is known of one case, measured in one mode.
 *
 * @param name the case
 * @param mode how it was measured; absent where it never was
 * @param budget what it may cost
 * @param base forks of the base
 * @param head forks of the head
 * @param measured what the head's forks say
 * @param changes what became of its metrics
 * @param budgets its limits, judged
 * @param failed how it failed
 * @param secondary what JMH measured beside the time
 * @param signs how it stands, the worst first; empty where nothing is promised or compared
 */
record Row(
        CaseName name,
        Optional<Mode> mode,
        Budget budget,
        Optional<CaseSamples> base,
        Optional<CaseSamples> head,
        Optional<Measurement> measured,
        List<ChangeVerdict> changes,
        List<BudgetVerdict> budgets,
        Optional<FailedCase> failed,
        Secondaries secondary,
        List<StatusLabel> signs) {
    Row {
        changes = List.copyOf(changes);
        budgets = List.copyOf(budgets);
        signs = List.copyOf(signs);
    }

    /** Every case of a page, in the order of the base, then of the head, then those that were not measured. */
    static List<Row> of(Page page) {
        Map<CaseKey, CaseSamples> base = byKey(page.sampled().base());
        Map<CaseKey, CaseSamples> head = byKey(page.sampled().head());
        Map<CaseName, List<ChangeVerdict>> changes = page.compared().map(Report::compared).stream()
                .map(ChangeJudgement::verdicts)
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(ChangeVerdict::name));
        Map<CaseName, List<BudgetVerdict>> budgets =
                page.promises().budgets().stream().collect(Collectors.groupingBy(BudgetVerdict::name));
        Map<CaseName, FailedCase> failed =
                page.promises().failed().stream().collect(Collectors.toMap(FailedCase::name, one -> one));
        Set<CaseKey> keys = new LinkedHashSet<>(base.keySet());
        keys.addAll(head.keySet());
        changes.values().forEach(all -> all.forEach(one -> keys.add(new CaseKey(one.name(), one.mode()))));
        List<Row> rows = new ArrayList<>();
        Set<CaseName> seen = new LinkedHashSet<>();
        for (CaseKey key : keys) {
            seen.add(key.name());
            Optional<CaseSamples> ofHead = Optional.ofNullable(head.get(key));
            List<ChangeVerdict> ofCase = changes.getOrDefault(key.name(), List.of()).stream()
                    .filter(verdict -> verdict.mode() == key.mode())
                    .toList();
            rows.add(row(
                    page,
                    key.name(),
                    Optional.of(key.mode()),
                    Optional.ofNullable(base.get(key)),
                    ofHead,
                    ofCase,
                    budgets.getOrDefault(key.name(), List.of()),
                    Optional.ofNullable(failed.get(key.name()))));
        }
        Stream.concat(budgets.keySet().stream(), failed.keySet().stream())
                .filter(seen::add)
                .forEach(name -> rows.add(row(
                        page,
                        name,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        budgets.getOrDefault(name, List.of()),
                        Optional.ofNullable(failed.get(name)))));
        return List.copyOf(rows);
    }

    private static Row row(
            Page page,
            CaseName name,
            Optional<Mode> mode,
            Optional<CaseSamples> base,
            Optional<CaseSamples> head,
            List<ChangeVerdict> changes,
            List<BudgetVerdict> budgets,
            Optional<FailedCase> failed) {
        List<StatusLabel> signs = Stream.of(
                        failed.map(Words::of).stream(),
                        changes.stream().flatMap(verdict -> page.compared().map(view -> view.sign(verdict)).stream()),
                        budgets.stream().map(budget -> StatusLabel.of(budget.status())))
                .flatMap(all -> all)
                .distinct()
                .sorted((left, right) -> Integer.compare(rank(left), rank(right)))
                .toList();
        Optional<Measurement> measured = head.map(samples -> Measurement.of(
                samples,
                page.sampled().spreadOfHead(),
                page.promises().settings().confidenceOf(name)));
        Secondaries alone = measured.map(Measurement::secondary).orElse(Secondaries.NONE);
        Secondaries secondary = page.compared()
                .flatMap(view -> changes.stream()
                        .filter(verdict -> verdict.metric() == Metric.TIME)
                        .findFirst()
                        .map(view.compared()::secondary))
                .orElse(alone);
        return new Row(
                name,
                mode,
                page.promised().getOrDefault(name, Budget.NONE),
                base,
                head,
                measured,
                changes,
                budgets,
                failed,
                secondary,
                signs);
    }

    /** The order in which people should read cases: the worst first. */
    private static int rank(StatusLabel sign) {
        Role role = sign.role();
        int byRole = role == Role.BAD ? 0 : role == Role.CARE ? 100 : role == Role.UNSURE ? 200 : 300;
        return byRole + List.of(StatusLabel.values()).indexOf(sign);
    }

    /** How it stands before others of its kind: 0 is the worst. */
    int rank() {
        return signs.isEmpty() ? 1000 : rank(signs.get(0));
    }

    /** Whether it was held against another side. */
    boolean compared() {
        return !changes.isEmpty();
    }

    Optional<ChangeVerdict> change(Metric metric) {
        return changes.stream().filter(verdict -> verdict.metric() == metric).findFirst();
    }

    private static Map<CaseKey, CaseSamples> byKey(List<CaseSamples> samples) {
        Map<CaseKey, CaseSamples> byKey = new LinkedHashMap<>();
        samples.forEach(one -> byKey.put(CaseKey.of(one), one));
        return byKey;
    }
}
