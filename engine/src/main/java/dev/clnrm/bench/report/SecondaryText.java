package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Secondaries;
import dev.clnrm.bench.stats.Secondary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What JMH measured beside the times, in words. Names and units are text from outside. */
public final class SecondaryText {
    /** Stands in place of a verdict. */
    public static final String MOVED = "moved, not judged";

    /** Rows of it, beyond which only what moved is shown: a table of one screen stays one of few. */
    public static final int MOST_ROWS = 60;

    /** A longer unit is no unit. */
    private static final int LONGEST_UNIT = 24;

    /** What the garbage collector did in an iteration, by JMH's name; people are shown it in the page alone. */
    public static final Map<String, String> COLLECTOR =
            Map.of("gc.count", "collections in an iteration", "gc.time", "pauses in an iteration");

    private SecondaryText() {}

    /** What people are shown of a case. */
    public static List<Secondary> shown(Secondaries secondary) {
        return secondary.all().stream()
                .filter(one -> one.kind() != Secondary.Kind.DETAIL)
                .filter(one -> one.base().flatMap(Estimate::value).isPresent()
                        || one.head().flatMap(Estimate::value).isPresent())
                .toList();
    }

    /** What the garbage collector did in a case that it had something to do in. */
    public static List<Secondary> collector(Secondaries secondary) {
        return secondary.all().stream()
                .filter(one -> COLLECTOR.containsKey(one.name()))
                .filter(one -> Stream.of(one.base(), one.head())
                        .flatMap(Optional::stream)
                        .flatMap(side -> side.value().stream())
                        .anyMatch(value -> value > 0))
                .toList();
    }

    /** Whether chance hardly explains a change, and it is as large as one that counts of this case. */
    public static boolean moved(ChangeVerdict verdict, Secondary one) {
        double tolerance = verdict.limits().tolerance();
        return one.moved()
                && one.ratio()
                        .filter(ratio -> ratio.estimate() >= 1 + tolerance || ratio.estimate() * (1 + tolerance) <= 1)
                        .isPresent();
    }

    /** {@code 3.1 µs}, {@code 12.3 ops/us}; a dash if there is none. */
    public static String amount(Secondary one, Optional<Estimate> side) {
        String unit = unit(one, side);
        return number(one, side) + (unit.isEmpty() ? "" : " " + unit);
    }

    /** The number of an amount, with its unit if that is one of time. */
    public static String number(Secondary one, Optional<Estimate> side) {
        if (side.flatMap(Estimate::value).isEmpty()) {
            return Decimals.NONE;
        }
        Estimate estimate = side.get();
        return one.isTime()
                ? Amounts.estimate(Metric.TIME, estimate)
                : Decimals.number(estimate.value().get(), estimate.interval());
    }

    /** The unit of an amount that is no time; empty if it has none. {@code ---} is JMH's word for no unit. */
    public static String unit(Secondary one, Optional<Estimate> side) {
        String unit = one.unit().strip();
        return one.isTime()
                        || unit.equals("---")
                        || side.flatMap(Estimate::value).isEmpty()
                ? ""
                : Inert.name(unit.length() > LONGEST_UNIT ? "?" : unit);
    }

    /** How far the sides are apart; a dash if nobody knows. */
    public static String change(Secondary one) {
        return one.change().map(ratio -> Percents.changed(factors(one), ratio)).orElse(Decimals.NONE);
    }

    private static boolean factors(Secondary one) {
        return Percents.factors(one.ratio(), one.change());
    }

    /** The interval of the change; why there is none if a side has one fork. */
    public static String range(Secondary one) {
        boolean oneFork = one.base().filter(side -> side.forks() == 1).isPresent()
                || one.head().filter(side -> side.forks() == 1).isPresent();
        return one.ratio()
                .map(ratio -> Percents.ends(factors(one), ratio, 1))
                .orElse(one.change().isPresent() && oneFork ? "one fork: not proven" : "");
    }

    /** The forks of either side: {@code 5}, {@code 5+4}. */
    public static String forks(Secondary one) {
        int base = one.base().map(Estimate::forks).orElse(0);
        int head = one.head().map(Estimate::forks).orElse(0);
        return base == head || base == 0 ? String.valueOf(head) : head == 0 ? String.valueOf(base) : base + "+" + head;
    }
}
