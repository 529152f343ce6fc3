package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeRule;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.ForkStatistic;
import dev.clnrm.bench.stats.Metric;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Formats the change of a case: the estimate, its interval, its sides. */
public final class ChangeText {
    private static final double ROUNDING = 1e-9;

    private ChangeText() {}

    /** The statistic of a changed time, unless another one proved a slowdown. */
    public static ForkStatistic usual(ChangeJudgement change) {
        return change.verdicts().stream()
                        .flatMap(verdict -> verdict.comparison().stream())
                        .anyMatch(both -> both.change(ForkStatistic.FLOOR).isPresent())
                ? ForkStatistic.FLOOR
                : ForkStatistic.MEAN;
    }

    /** A sentence about the statistic of the changes, if the amounts beside them show another one. */
    public static Optional<String> statistic(Report view) {
        return view.change()
                .map(ChangeText::usual)
                .filter(usual -> usual != ForkStatistic.MEAN)
                .map(usual -> "of " + Words.iterations(usual) + "; base and head are the means of all iterations");
    }

    /** The interval, with its statistic if that is not the usual one; the reason for its absence if there are too few forks. */
    public static String interval(ChangeVerdict verdict) {
        Optional<ForkStatistic> other =
                verdict.comparison().flatMap(both -> verdict.look().filter(look -> look != both.usual()));
        return ends(verdict)
                .map(ends -> ends + other.map(look -> "  " + Words.of(look)).orElse(""))
                .orElse(of(verdict).isPresent() && oneFork(verdict) ? "one fork: not proven" : "");
    }

    /**
     * The change, with enough digits to distinguish it from the limits that apply: {@code +31.4 %}, or {@code +256 B} if the
     * base is too small for a ratio. Empty unless both sides have a number.
     */
    public static Optional<String> of(ChangeVerdict verdict) {
        return verdict.ratio()
                .map(ratio -> Percents.changed(
                        factors(verdict),
                        ratio,
                        limits(verdict).map(limit -> near(ratio, limit)).toArray()))
                .or(() -> difference(verdict).map(bytes -> Amounts.change(verdict.metric(), bytes, least(verdict))));
    }

    /** The ratios that decide the verdict: those of the tolerance and, of a regression, those of the severities. */
    private static DoubleStream limits(ChangeVerdict verdict) {
        double tolerance = 1 + verdict.limits().tolerance();
        ChangeRule rule = verdict.rule();
        DoubleStream severities = verdict.severity().isPresent()
                ? DoubleStream.of(1 + rule.warning(), 1 + rule.critical(), 1 + rule.alert())
                : DoubleStream.empty();
        return DoubleStream.concat(DoubleStream.of(tolerance, 1 / tolerance), severities);
    }

    private static Optional<Double> difference(ChangeVerdict verdict) {
        return verdict.metric() == Metric.ALLOCATION
                ? verdict.base()
                        .flatMap(Estimate::value)
                        .flatMap(base -> verdict.head().flatMap(Estimate::value).map(head -> head - base))
                : Optional.empty();
    }

    private static double least(ChangeVerdict verdict) {
        return verdict.least().orElse(verdict.rule().least());
    }

    /** The amount that a difference has to exceed to count: {@code more than 8 B}; empty if a ratio decided. */
    public static Optional<String> threshold(ChangeVerdict verdict) {
        return verdict.least().map(least -> "more than " + Amounts.limit(verdict.metric(), least));
    }

    /** Whether the change and the ends of its interval are shown as factors. */
    private static boolean factors(ChangeVerdict verdict) {
        return Percents.factors(verdict.change(), verdict.ratio());
    }

    /** The limit; NaN if the ratio equals it apart from the rounding of logarithms and divisions. */
    private static double near(double ratio, double limit) {
        return Math.abs(ratio - limit) <= ROUNDING * limit ? Double.NaN : limit;
    }

    /**
     * Both ends, with enough digits to distinguish them from no change and from the margin, because these decide the verdict.
     * Empty without an interval.
     */
    private static Optional<String> ends(ChangeVerdict verdict) {
        double margin = 1 + verdict.limits().margin();
        double least = least(verdict);
        return verdict.change()
                .map(change -> Percents.ends(factors(verdict), change, 1, margin))
                .or(() -> verdict.difference()
                        .map(bytes -> Amounts.change(verdict.metric(), bytes.low(), least)
                                + Decimals.RANGE
                                + Amounts.change(verdict.metric(), bytes.high(), least)));
    }

    /**
     * {@code +31.4 %   95 % interval +24.0 % … +39.2 %}, or {@code 0 B → 256 B/op   +256 B   95 % interval +256 B … +280 B} if the base is
     * too small for a ratio; empty without an interval.
     */
    public static Optional<String> whole(ChangeVerdict verdict) {
        String sides = verdict.change().isPresent()
                ? ""
                : amount(verdict.metric(), verdict.base()) + " → " + amount(verdict.metric(), verdict.head())
                        + "/op   ";
        return verdict.change().or(verdict::difference).flatMap(interval -> ends(verdict)
                .map(ends -> sides + of(verdict).orElse("") + "   " + Percents.level(interval.confidence())
                        + " interval " + ends));
    }

    static boolean oneFork(ChangeVerdict verdict) {
        return oneFork(verdict.base(), verdict.head());
    }

    static boolean oneFork(Optional<Estimate> base, Optional<Estimate> head) {
        return Stream.concat(base.stream(), head.stream()).anyMatch(side -> side.forks() == 1);
    }

    /** The number of forks of both sides: {@code 5}, {@code 5+4}. */
    public static String forks(ChangeVerdict verdict) {
        Optional<Comparison> both = verdict.comparison();
        return both.map(c -> c.base().forks() == c.head().forks()
                        ? String.valueOf(c.head().forks())
                        : c.base().forks() + "+" + c.head().forks())
                .or(() -> verdict.base().or(verdict::head).map(e -> String.valueOf(e.forks())))
                .orElse("");
    }

    public static String amount(Metric metric, Optional<Estimate> side) {
        return side.map(estimate -> Amounts.estimate(metric, estimate)).orElse(Decimals.NONE);
    }
}
