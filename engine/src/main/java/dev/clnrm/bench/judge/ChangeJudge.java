package dev.clnrm.bench.judge;

import dev.clnrm.bench.judge.ChangeVerdict.CaseRule;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Evidence;
import dev.clnrm.bench.stats.ForkLevel;
import dev.clnrm.bench.stats.ForkStatistic;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Limits;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Sizing;
import dev.clnrm.bench.stats.Spreads;
import dev.clnrm.bench.stats.Warning;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges one comparison by its {@link Limits}. The verdict follows from the interval of the statistic that decided, and shows that
 * interval.
 *
 * @param comparison one metric of one case
 * @param caveats the restrictions of the comparison
 * @param family the number of cases that the evidence is adjusted for
 * @param rules the rules
 * @param sameCode whether the classes of the case are the same on both sides
 */
record ChangeJudge(Comparison comparison, List<Caveat> caveats, int family, Rules rules, boolean sameCode) {
    ChangeVerdict judge() {
        ChangeRule rule = rules.changes().of(comparison.name(), comparison.metric(), baseValue());
        CaseRule held = new CaseRule(rule, rule.limitsAt(baseValue()));
        Optional<String> unlike = unlike();
        if (unlike.isPresent()) {
            return verdict(Finding.INCOMPARABLE, held, comparison.usual(), List.of(unlike.get()));
        }
        if (comparison.slower().isEmpty() || comparison.faster().isEmpty()) {
            boolean failed = comparison.warnings().stream().anyMatch(Warning.NoForks.class::isInstance);
            return verdict(
                    failed ? Finding.FAILED : Finding.INCONCLUSIVE, held, comparison.usual(), List.of(missing()));
        }
        if (comparison.change().isEmpty()) {
            return byDifference(held);
        }
        Limits.Call call = held.limits().call(comparison, rules.level());
        return switch (call.called()) {
            case SLOWER -> verdict(Finding.REGRESSED, held, call.look(), changedWithSameCode());
            case FASTER -> verdict(Finding.IMPROVED, held, call.look(), changedWithSameCode());
            case OK -> verdict(Finding.OK, held, call.look(), mean(held.limits()));
            case OPEN -> verdict(Finding.INCONCLUSIVE, held, call.look(), List.of(open(held.limits(), call.look())));
        };
    }

    /**
     * The difference that prevents a verdict. Allocation is the same on another machine, but may differ with another JDK, other flags or
     * threads.
     */
    private Optional<String> unlike() {
        return caveats.stream()
                .filter(Caveat.Unlike.class::isInstance)
                .map(Caveat.Unlike.class::cast)
                .filter(one -> !one.allowed())
                .filter(one -> comparison.metric() == Metric.TIME
                        || one.difference().aspect().forbidsAllocation())
                .map(one -> one.difference().text())
                .findFirst();
    }

    private String missing() {
        return Reasons.of(comparison.base())
                .map(reason -> "base: " + reason)
                .or(() -> Reasons.of(comparison.head()).map(reason -> "head: " + reason))
                .orElse("the two sides cannot be compared");
    }

    /** If the base is too small for a ratio, compares the difference with the smallest amount that counts. */
    private ChangeVerdict byDifference(CaseRule held) {
        double least = held.declared().leastAt(baseValue());
        Interval difference = comparison.difference().orElseThrow();
        if (proven(comparison.slower()) && difference.low() > 0 && difference.estimate() > least) {
            return verdict(Finding.REGRESSED, held, comparison.usual(), changedWithSameCode());
        }
        if (proven(comparison.faster()) && difference.high() < 0 && -difference.estimate() > least) {
            return verdict(Finding.IMPROVED, held, comparison.usual(), changedWithSameCode());
        }
        return difference.high() <= least
                ? verdict(Finding.OK, held, comparison.usual(), List.of())
                : verdict(
                        Finding.INCONCLUSIVE,
                        held,
                        comparison.usual(),
                        List.of((proven(comparison.slower()) || proven(comparison.faster())
                                        ? Optional.<String>empty()
                                        : ofHarness())
                                .orElse("the forks differ too much to prove or to exclude a change")));
    }

    /** The reason why a difference in bytes proves nothing although it would without JMH's own bytes. */
    private Optional<String> ofHarness() {
        return comparison.warnings().stream().anyMatch(Warning.HarnessBytes.class::isInstance)
                ? Optional.of(
                        "the sides do different numbers of operations per iteration, and the bytes that JMH itself allocates"
                                + " per iteration can explain the difference")
                : Optional.empty();
    }

    private double baseValue() {
        return comparison.base().value().orElse(Double.NaN);
    }

    private boolean proven(Optional<Evidence> evidence) {
        return evidence.filter(found -> found.adjusted() < rules.level()).isPresent();
    }

    /** Possible causes if the same code on both sides gave different samples. */
    private List<String> changedWithSameCode() {
        return sameCode
                ? List.of("its classes are identical on both sides; it may read a file, a resource or a system property"
                        + " that changed")
                : List.of();
    }

    /** A note on an ok case if the mean of all iterations moved but the fast end did not. */
    private List<String> mean(Limits limits) {
        return comparison
                .change(ForkStatistic.MEAN)
                .filter(mean -> mean.estimate() >= 1 + limits.margin())
                .map(mean -> List.of("ok is about the fast end of forks; the mean of all iterations is "
                        + Reasons.percent(mean.estimate() - 1) + " higher"))
                .orElse(List.of());
    }

    private String open(Limits limits, ForkStatistic look) {
        Interval change = comparison.change(look).orElseThrow();
        String margin = "the margin of " + Reasons.percent(limits.margin());
        if (ofHarness().isPresent()) {
            return ofHarness().get();
        }
        if (change.low() <= 1) {
            return "the interval includes both 0 % and " + margin;
        }
        boolean allocation = comparison.metric() == Metric.ALLOCATION;
        String more = allocation ? "allocates more, but " : "slower, but ";
        if (change.estimate() < 1 + limits.tolerance()) {
            return more + "the estimate is below the tolerance of " + Reasons.percent(limits.tolerance())
                    + " and the interval includes " + margin;
        }
        if (allocation) {
            return more + "the forks of a side differ too much to prove it";
        }
        return more + "not proven"
                + (family == 1
                        ? ": tests of several statistics and after fewer forks share the level of "
                                + Reasons.percent(rules.level())
                        : " over " + family + " cases judged together");
    }

    /** About how many forks would exclude the margin, or prove a slowdown if the estimate is beyond the margin. */
    private Optional<Integer> forksToDecide(Limits limits, ForkStatistic look) {
        if (comparison.metric() != Metric.TIME || comparison.change(look).isEmpty()) {
            return Optional.empty();
        }
        Interval change = comparison.change(look).get();
        double estimate = Math.log(change.estimate());
        double half = Math.log(change.high()) - estimate;
        double room = Math.log1p(limits.margin()) - estimate;
        Optional<Integer> excluding =
                room > 0 ? Sizing.forksToDecide(comparison.mostForks(), half, room) : Optional.empty();
        double proving = half * Sizing.widening(rules.level(), family, change.confidence());
        Optional<Integer> proven = estimate >= Math.log1p(limits.tolerance())
                ? Sizing.forksToDecide(comparison.mostForks(), proving, estimate)
                : Optional.empty();
        return Stream.of(excluding, proven).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private ChangeVerdict verdict(Finding finding, CaseRule held, ForkStatistic look, List<String> reasons) {
        Optional<Waived> waiver = finding == Finding.REGRESSED
                ? Optional.ofNullable(rules.waivers().get(comparison.name()))
                : Optional.empty();
        boolean otherTime = caveats.stream().anyMatch(Caveat.OtherTime.class::isInstance)
                && comparison.metric() == Metric.TIME
                && rules.strictness().failOn().isEmpty();
        return new ChangeVerdict(
                new CaseKey(comparison.name(), comparison.mode()),
                comparison.metric(),
                finding,
                finding == Finding.REGRESSED
                        ? Optional.of(new ChangeVerdict.Regression(severity(held.declared(), look), waiver))
                        : Optional.empty(),
                waiver.isEmpty() && !otherTime,
                ChangeVerdict.Sides.of(comparison, look),
                held,
                finding == Finding.INCONCLUSIVE ? forksToDecide(held.limits(), look) : Optional.empty(),
                reasons,
                caveats);
    }

    /** The severity by the share of the base; a difference from a base of 0 is an infinite share. */
    private Severity severity(ChangeRule rule, ForkStatistic look) {
        return rule.severity(comparison
                .change(look)
                .map(ratio -> ratio.estimate() - 1)
                .or(() -> comparison.difference().map(difference -> difference.estimate() / baseValue()))
                .orElse(Double.POSITIVE_INFINITY));
    }

    /** The verdict on a case that only one side has. */
    static ChangeVerdict oneSided(Measured only, Spreads side, boolean isNew, Rules rules) {
        Optional<Estimate> estimate = Optional.of(ForkLevel.time(only.samples(), side, rules.confidence()));
        return oneSided(
                CaseKey.of(only.samples()),
                isNew ? Finding.NEW : Finding.MISSING,
                isNew ? Optional.empty() : estimate,
                isNew ? estimate : Optional.empty(),
                rules);
    }

    /** The verdict on a case that the head no longer declares and that was not measured on the base. */
    static ChangeVerdict removed(CaseKey key, Rules rules) {
        return oneSided(key, Finding.REMOVED, Optional.empty(), Optional.empty(), rules);
    }

    private static ChangeVerdict oneSided(
            CaseKey key, Finding finding, Optional<Estimate> base, Optional<Estimate> head, Rules rules) {
        double value = base.or(() -> head).flatMap(Estimate::value).orElse(Double.NaN);
        ChangeRule rule = rules.changes().of(key.name(), Metric.TIME, value);
        return new ChangeVerdict(
                key,
                Metric.TIME,
                finding,
                Optional.empty(),
                false,
                ChangeVerdict.Sides.alone(base, head),
                new CaseRule(rule, new Limits(rule.tolerance(), rule.margin())),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
