package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Secondaries;
import dev.clnrm.bench.stats.Secondary;
import java.util.List;
import java.util.Optional;

/** What JMH measured beside the times, in words. Names and units are text from outside. */
public final class SecondaryText {
    /** Stands in place of a verdict. */
    public static final String MOVED = "moved, not judged";

    static final Grid.Cell MOVED_CELL = new Grid.Cell("", "", MOVED, Palette.Role.CARE, MOVED);

    /** Rows of it, beyond which only what moved is shown: a table of one screen stays one of few. */
    static final int MOST_ROWS = 60;

    /** A longer unit is no unit. */
    private static final int LONGEST_UNIT = 24;

    private SecondaryText() {}

    /** What people are shown of a case. */
    public static List<Secondary> shown(Secondaries secondary) {
        return secondary.all().stream()
                .filter(one -> one.kind() != Secondary.Kind.DETAIL)
                .filter(one -> one.base().flatMap(Estimate::value).isPresent()
                        || one.head().flatMap(Estimate::value).isPresent())
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
        return number(one, side) + (hasUnit(one, side) ? " " + unit(one) : "");
    }

    /** The same in a table, where a unit that is not one of JMH's own is code in Markdown. */
    static Grid.Cell cell(Secondary one, Optional<Estimate> side) {
        Grid.Cell plain = Grid.Cell.of(amount(one, side));
        String unit = unit(one);
        return !hasUnit(one, side) || unit.matches("[A-Za-z]{1,6}(/(op|us|ns|ms|s|sec|min))?|#(/op)?|%")
                ? plain
                : new Grid.Cell(
                        "",
                        "",
                        plain.words(),
                        plain.role(),
                        MarkdownText.unbroken(number(one, side) + " ") + MarkdownText.code(unit));
    }

    private static String number(Secondary one, Optional<Estimate> side) {
        if (side.flatMap(Estimate::value).isEmpty()) {
            return Decimals.NONE;
        }
        Estimate estimate = side.get();
        return one.isTime()
                ? Amounts.estimate(Metric.TIME, estimate)
                : Decimals.number(estimate.value().get(), estimate.interval());
    }

    private static boolean hasUnit(Secondary one, Optional<Estimate> side) {
        return !one.isTime()
                && !unit(one).isEmpty()
                && side.flatMap(Estimate::value).isPresent();
    }

    /** {@code ---} is JMH's word for no unit. */
    private static String unit(Secondary one) {
        String unit = one.unit().strip();
        return unit.equals("---") ? "" : Inert.name(unit.length() > LONGEST_UNIT ? "?" : unit);
    }

    /** How far the sides are apart; a dash if nobody knows. */
    public static String change(Secondary one) {
        return one.change().map(ratio -> Percents.changed(factors(one), ratio)).orElse(Decimals.NONE);
    }

    private static boolean factors(Secondary one) {
        return one.ratio()
                .map(Interval::high)
                .or(one::change)
                .filter(Percents::factors)
                .isPresent();
    }

    /** The interval of the change; why there is none if a side has one fork. */
    public static String range(Secondary one) {
        boolean oneFork = one.base().filter(side -> side.forks() == 1).isPresent()
                || one.head().filter(side -> side.forks() == 1).isPresent();
        return one.ratio()
                .map(ratio -> Percents.changed(factors(one), ratio.low(), 1)
                        + Decimals.RANGE
                        + Percents.changed(factors(one), ratio.high(), 1))
                .orElse(one.change().isPresent() && oneFork ? "one fork: not proven" : "");
    }

    /** The forks of either side: {@code 5}, {@code 5+4}. */
    static String forks(Secondary one) {
        int base = one.base().map(Estimate::forks).orElse(0);
        int head = one.head().map(Estimate::forks).orElse(0);
        return base == head || base == 0 ? String.valueOf(head) : head == 0 ? String.valueOf(base) : base + "+" + head;
    }
}
