package dev.clnrm.bench.report.html;

import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Secondaries;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All data about one case, measured in one mode.
 *
 * @param name the case
 * @param mode how it was measured; empty if it never was
 * @param base forks of the base
 * @param head forks of the head
 * @param measured the measurement from the head's forks
 * @param changes the verdicts on its metrics; empty with one side
 * @param budgets the verdicts on its limits
 * @param failed how it failed
 * @param secondary its secondary results
 * @param signs its statuses, the worst first; empty if there is no budget, law or comparison
 */
record PageCase(
        CaseName name,
        Optional<Mode> mode,
        Optional<CaseSamples> base,
        Optional<CaseSamples> head,
        Optional<Measurement> measured,
        List<ChangeVerdict> changes,
        List<BudgetVerdict> budgets,
        Optional<FailedCase> failed,
        Secondaries secondary,
        List<StatusLabel> signs) {
    PageCase {
        changes = List.copyOf(changes);
        budgets = List.copyOf(budgets);
        signs = List.copyOf(signs);
    }

    private record Key(CaseName name, Optional<Mode> mode) {}

    /** All cases, in the order of the base, then of the head, then those that were not measured. */
    static List<PageCase> of(Report report, Sampled sampled) {
        Map<Key, CaseSamples> base = byKey(sampled.base());
        Map<Key, CaseSamples> head = byKey(sampled.head());
        Map<Key, List<ChangeVerdict>> changes =
                report.verdicts().stream().collect(grouped(one -> new Key(one.name(), Optional.of(one.mode()))));
        Map<CaseName, List<BudgetVerdict>> budgets =
                report.promises().budgets().stream().collect(grouped(BudgetVerdict::name));
        Map<CaseName, List<FailedCase>> failed =
                report.promises().failed().stream().collect(grouped(FailedCase::name));
        Set<Key> keys = new LinkedHashSet<>(base.keySet());
        keys.addAll(head.keySet());
        keys.addAll(changes.keySet());
        Set<CaseName> seen = keys.stream().map(Key::name).collect(Collectors.toSet());
        Stream.concat(budgets.keySet().stream(), failed.keySet().stream())
                .filter(seen::add)
                .forEach(name -> keys.add(new Key(name, Optional.empty())));
        return keys.stream()
                .map(key -> {
                    Optional<CaseSamples> ofHead = Optional.ofNullable(head.get(key));
                    Optional<Measurement> measured = ofHead.map(samples -> Measurement.of(
                            samples,
                            sampled.spreadOfHead(),
                            report.promises().rules().confidence(key.name)));
                    List<ChangeVerdict> ofChanges = changes.getOrDefault(key, List.of());
                    List<BudgetVerdict> ofBudgets = budgets.getOrDefault(key.name, List.of());
                    Optional<FailedCase> failure =
                            failed.getOrDefault(key.name, List.of()).stream().findFirst();
                    return new PageCase(
                            key.name,
                            key.mode,
                            Optional.ofNullable(base.get(key)),
                            ofHead,
                            measured,
                            ofChanges,
                            ofBudgets,
                            failure,
                            ofChanges.stream()
                                    .filter(one -> one.metric() == Metric.TIME)
                                    .findFirst()
                                    .map(time -> report.compared().secondary(time))
                                    .or(() -> measured.map(Measurement::secondary))
                                    .orElse(Secondaries.NONE),
                            signs(report, ofChanges, ofBudgets, failure));
                })
                .toList();
    }

    private static List<StatusLabel> signs(
            Report report, List<ChangeVerdict> changes, List<BudgetVerdict> budgets, Optional<FailedCase> failed) {
        return Stream.of(
                        failed.map(Words::of).stream(),
                        changes.stream().map(report::sign),
                        budgets.stream().map(one -> StatusLabel.of(one.status())))
                .flatMap(all -> all)
                .distinct()
                .sorted(Comparator.comparingInt((StatusLabel sign) -> rank(sign)))
                .toList();
    }

    private static Map<Key, CaseSamples> byKey(List<CaseSamples> samples) {
        Map<Key, CaseSamples> byKey = new LinkedHashMap<>();
        samples.forEach(one -> byKey.put(new Key(one.name(), Optional.of(one.mode())), one));
        return byKey;
    }

    private static <K, T> Collector<T, ?, Map<K, List<T>>> grouped(Function<T, K> by) {
        return Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList());
    }

    String shortName() {
        return Inert.name(Words.inSuite(name));
    }

    /** Its rank among the cases: 0 is the worst. */
    int rank() {
        return signs.isEmpty() ? 1000 : rank(signs.get(0));
    }

    /** The rank of a status: people should read the worst first. */
    private static int rank(StatusLabel sign) {
        Role role = sign.role();
        int byRole = role == Role.BAD ? 0 : role == Role.CARE ? 100 : role == Role.UNSURE ? 200 : 300;
        return byRole + List.of(StatusLabel.values()).indexOf(sign);
    }
}
