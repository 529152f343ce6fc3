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

/** Formats JMH's secondary results. Names and units are untrusted text. */
public final class SecondaryText {
    /** Shown instead of a verdict. */
    public static final String MOVED = "moved, not judged";

    /** The most rows of secondary results; if there are more, only those that moved are shown. */
    public static final int MOST_ROWS = 60;

    /** The most characters of a unit; a longer text is not shown as a unit. */
    private static final int LONGEST_UNIT = 24;

    /** The work of the garbage collector in an iteration, by JMH's name. People see it only in the page. */
    public static final Map<String, String> COLLECTOR =
            Map.of("gc.count", "collections in an iteration", "gc.time", "pauses in an iteration");

    private SecondaryText() {}

    /** The secondary results of a case that people see. */
    public static List<Secondary> shown(Secondaries secondary) {
        return secondary.all().stream()
                .filter(one -> one.kind() != Secondary.Kind.DETAIL)
                .filter(one -> one.base().flatMap(Estimate::value).isPresent()
                        || one.head().flatMap(Estimate::value).isPresent())
                .toList();
    }

    /** The work of the garbage collector in a case, if it had any work. */
    public static List<Secondary> collector(Secondaries secondary) {
        return secondary.all().stream()
                .filter(one -> COLLECTOR.containsKey(one.name()))
                .filter(one -> Stream.of(one.base(), one.head())
                        .flatMap(Optional::stream)
                        .flatMap(side -> side.value().stream())
                        .anyMatch(value -> value > 0))
                .toList();
    }

    /** Whether a change is significant and at least as large as a change of the time that counts in this case. */
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

    /** The number of an amount, with its unit if that is a unit of time. */
    public static String number(Secondary one, Optional<Estimate> side) {
        if (side.flatMap(Estimate::value).isEmpty()) {
            return Decimals.NONE;
        }
        Estimate estimate = side.get();
        return one.isTime()
                ? Amounts.estimate(Metric.TIME, estimate)
                : Decimals.number(estimate.value().get(), estimate.interval());
    }

    /** The unit of an amount that is not a time; empty if it has none. JMH writes {@code ---} for no unit. */
    public static String unit(Secondary one, Optional<Estimate> side) {
        String unit = one.unit().strip();
        return one.isTime()
                        || unit.equals("---")
                        || side.flatMap(Estimate::value).isEmpty()
                ? ""
                : Inert.name(unit.length() > LONGEST_UNIT ? "?" : unit);
    }

    /** The change between the sides; a dash if it is unknown. */
    public static String change(Secondary one) {
        return one.change().map(ratio -> Percents.changed(factors(one), ratio)).orElse(Decimals.NONE);
    }

    private static boolean factors(Secondary one) {
        return Percents.factors(one.ratio(), one.change());
    }

    /** The interval of the change; the reason for its absence if a side has one fork. */
    public static String range(Secondary one) {
        boolean oneFork = ChangeText.oneFork(one.base(), one.head());
        return one.ratio()
                .map(ratio -> Percents.ends(factors(one), ratio, 1))
                .orElse(one.change().isPresent() && oneFork ? "one fork: not proven" : "");
    }

    /** The number of forks of both sides: {@code 5}, {@code 5+4}. */
    public static String forks(Secondary one) {
        int base = one.base().map(Estimate::forks).orElse(0);
        int head = one.head().map(Estimate::forks).orElse(0);
        return base == head || base == 0 ? String.valueOf(head) : head == 0 ? String.valueOf(base) : base + "+" + head;
    }
}
