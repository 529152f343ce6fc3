package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Bytes;
import dev.clnrm.bench.model.Change;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Quantity;
import dev.clnrm.bench.model.Time;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the budgets of cases. */
final class BudgetReader {
    static final String CASE_HELP = "write it like `suite/benchmark` or `\"suite/benchmark{parameter=value}\"`";

    private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,3}(?:\\.\\d{1,6})?)");
    private static final Pattern MEMORY = Pattern.compile("[0-9.]\\s*[kKMG]?i?B\\s*$");

    private BudgetReader() {}

    static List<BudgetRule> rules(Entry section) {
        return section.mapping().entries().stream()
                .map(entry -> new BudgetRule(pattern(entry.key()), budget(entry), entry.place()))
                .toList();
    }

    static CasePattern pattern(Text text) {
        return CasePattern.parse(text.value()).orElseGet(() -> {
            text.fault(text.quoted() + " is not the name of a case", CASE_HELP);
            return new CasePattern(text.value(), text.value(), Map.of());
        });
    }

    private static Budget budget(Entry entry) {
        if (!entry.isMapping()) {
            return shortForm(entry.text("an amount like `200 us` or a mapping"), entry.place());
        }
        Mapping keys = entry.mapping(Section.BUDGET);
        Metric<Time> time = Metric.read(keys.get("time"), Section.TIME, AmountKind.TIME, Time::new);
        Metric<Bytes> allocation =
                Metric.read(keys.get("allocation"), Section.ALLOCATION, AmountKind.MEMORY, Bytes::new);
        Optional<Entry> change = keys.get("change");
        if (change.isPresent() && time.change.isPresent()) {
            String note = "`time` limits it at " + time.change.get().place();
            change.get().key().fault("the change of time is limited twice", note, "keep one of them");
        }
        return new Budget(
                keys.string("label", "a text"),
                keys.string("category", "a text"),
                time.limit,
                allocation.limit,
                change.map(BudgetReader::change).or(() -> time.change),
                allocation.change,
                keys.string("because", "a text"),
                keys.string("owner", "a text"));
    }

    private static Budget shortForm(Text text, Place place) {
        if (isWithin(text)) {
            text.fault(
                    "this does not say whether time or allocation changes", "write `{time: …}` or `{allocation: …}`");
            return Budget.NONE;
        }
        return MEMORY.matcher(text.value()).find()
                ? Budget.NONE.withAllocation(
                        Limit.atMost(new Bytes(atMost(text, AmountKind.MEMORY).value()), place))
                : Budget.NONE.withTime(
                        Limit.atMost(new Time(atMost(text, AmountKind.TIME).value()), place));
    }

    /** The limit and the allowed change of one metric. */
    private record Metric<Q extends Quantity<Q>>(Optional<Limit<Q>> limit, Optional<Change> change) {
        static <Q extends Quantity<Q>> Metric<Q> read(
                Optional<Entry> written, Section section, AmountKind unit, DoubleFunction<Q> quantity) {
            if (written.isEmpty()) {
                return new Metric<>(Optional.empty(), Optional.empty());
            }
            Entry entry = written.get();
            if (entry.isMapping()) {
                Mapping keys = entry.mapping(section);
                Optional<Change> change =
                        keys.get("change").filter(e -> section.has(e.name())).map(BudgetReader::change);
                boolean limited = change.isEmpty() || keys.has("at most") || keys.has("critical");
                return new Metric<>(
                        limited ? Optional.of(BudgetReader.limit(keys, entry, unit, quantity)) : Optional.empty(),
                        change);
            }
            Text text = entry.text(example(unit) + " or a mapping");
            if (isWithin(text)) {
                return new Metric<>(Optional.empty(), Optional.of(within(text, entry.place())));
            }
            Q most = quantity.apply(atMost(text, unit).value());
            return new Metric<>(Optional.of(Limit.atMost(most, entry.place())), Optional.empty());
        }
    }

    private static boolean isWithin(Text text) {
        return new Cursor(text).eat("within");
    }

    private static String example(AmountKind unit) {
        return unit == AmountKind.TIME ? "an amount like `200 us`" : "an amount like `512 B`";
    }

    private static Amount atMost(Text text, AmountKind unit) {
        Cursor cursor = new Cursor(text);
        cursor.eat("at most");
        Amount amount = cursor.onlyAmount(unit);
        if (unit == AmountKind.TIME && amount.value() == 0) {
            amount.fault("the limit must be above 0");
        }
        return amount;
    }

    private static <Q extends Quantity<Q>> Limit<Q> limit(
            Mapping keys, Entry entry, AmountKind unit, DoubleFunction<Q> quantity) {
        Amount atMost = atMost(keys.need("at most", entry.quoted(), example(unit)), unit);
        Optional<Amount> critical = keys.get("critical").map(e -> atMost(e.text(example(unit)), unit));
        Optional<Double> percentile = keys.get("percentile").map(BudgetReader::percentile);
        critical.filter(c -> c.below(atMost))
                .ifPresent(c -> c.fault(
                        "the critical limit is below the limit itself", "`at most` is at " + atMost.place(), ""));
        return new Limit<>(
                quantity.apply(atMost.value()),
                critical.map(Amount::value).filter(c -> c >= atMost.value()).map(quantity::apply),
                percentile,
                entry.place());
    }

    private static double percentile(Entry entry) {
        Text text = entry.text("a percentile like `p99`");
        Matcher matcher = PERCENTILE.matcher(text.value().strip());
        double percentile = matcher.matches() ? new BigDecimal(matcher.group(1)).doubleValue() : 0;
        if (percentile > 0 && percentile <= 100) {
            return percentile;
        }
        text.fault(text.quoted() + " is not a percentile", "write it like `p50`, `p99` or `p99.9`, up to `p100`");
        return 100;
    }

    private static Change change(Entry entry) {
        if (!entry.isMapping()) {
            return within(entry.text("`within 5 % of base` or a mapping"), entry.place());
        }
        Mapping keys = entry.mapping(Section.CHANGE);
        Optional<Amount> warning = keys.share("warning");
        Optional<Amount> critical = keys.share("critical");
        Optional<Amount> alert = keys.share("alert");
        rising("warning", warning, "critical", critical);
        rising("warning", warning, "alert", alert);
        rising("critical", critical, "alert", alert);
        return new Change(
                keys.share("tolerance").map(Amount::value),
                warning.map(Amount::value),
                critical.map(Amount::value),
                alert.map(Amount::value),
                entry.place());
    }

    /** Reports a fault if the threshold for the larger slowdown is below the threshold for the smaller one. */
    private static void rising(String low, Optional<Amount> lower, String high, Optional<Amount> higher) {
        if (lower.isPresent() && higher.isPresent() && higher.get().below(lower.get())) {
            String note = "`" + low + "` is at " + lower.get().place();
            String help = "thresholds rise from warning to critical to alert";
            higher.get().fault("`" + high + "` is below `" + low + "`", note, help);
        }
    }

    private static Change within(Text text, Place place) {
        Cursor cursor = new Cursor(text);
        if (!cursor.eat("within")) {
            text.fault("expected `within 5 % of base`, found " + text.quoted(), "");
            return Change.within(0, place);
        }
        Amount share = cursor.amount(AmountKind.SHARE);
        if (!cursor.eat("of base")) {
            cursor.fault("expected `of base`", "write it like `within 5 % of base`");
        }
        cursor.end("");
        return Change.within(share.value(), place);
    }
}
