package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Bytes;
import dev.clnrm.bench.model.Change;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Quantity;
import dev.clnrm.bench.model.Time;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads what cases may cost. */
final class BudgetReader {
    private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,3}(?:\\.\\d{1,6})?)");
    static final String CASE_HELP = "write it like `suite/benchmark` or `\"suite/benchmark{parameter=value}\"`";
    private static final String TIME = "an amount like `200 us` or a mapping";
    private static final String MEMORY = "an amount like `512 B` or a mapping";

    private final Reading reading;

    BudgetReader(Reading reading) {
        this.reading = reading;
    }

    List<BudgetRule> rules(Entry section) {
        List<BudgetRule> rules = new ArrayList<>();
        Mapping.of(section, reading).ifPresent(mapping -> {
            for (Entry entry : mapping.entries()) {
                Optional<CasePattern> pattern = pattern(entry.key());
                Budget budget = budget(entry);
                pattern.ifPresent(
                        p -> rules.add(new BudgetRule(p, budget, entry.key().place())));
            }
        });
        return rules;
    }

    static Optional<CasePattern> pattern(Text text) {
        Optional<CasePattern> pattern = CasePattern.parse(text.value());
        if (pattern.isEmpty()) {
            text.fault(text.quoted() + " is not the name of a case", CASE_HELP);
        }
        return pattern;
    }

    private Budget budget(Entry entry) {
        if (!(entry.value() instanceof MappingNode)) {
            return reading.scalar(entry, "an amount like `200 us` or a mapping")
                    .map(text -> shortForm(text, entry.key().place()))
                    .orElse(Budget.NONE);
        }
        Optional<Mapping> mapping = Mapping.of(entry, Section.BUDGET, reading);
        if (mapping.isEmpty()) {
            return Budget.NONE;
        }
        Mapping keys = mapping.get();
        Budget budget = new Budget(
                text(keys, "label"),
                text(keys, "category"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                text(keys, "because"),
                text(keys, "owner"));
        Optional<Entry> time = keys.get("time");
        Optional<Entry> change = keys.get("change");
        budget = time.map(e -> time(e)).orElse(Budget.NONE).overriddenBy(budget);
        if (change.isPresent()) {
            Optional<Change> written = change(change.get());
            if (budget.timeChange().isPresent()) {
                change.get()
                        .key()
                        .reading()
                        .fault(
                                change.get().key().spot(),
                                "the change of time is limited twice",
                                "`time` limits it at "
                                        + budget.timeChange().get().place(),
                                "keep one of them");
            } else if (written.isPresent()) {
                budget = budget.withTimeChange(written.get());
            }
        }
        return keys.get("allocation").map(this::allocation).orElse(Budget.NONE).overriddenBy(budget);
    }

    private Optional<String> text(Mapping keys, String key) {
        return keys.get(key).flatMap(e -> reading.scalar(e, "a text")).map(Text::value);
    }

    private Budget shortForm(Text text, Place place) {
        if (isWithin(text)) {
            text.fault("this does not say what changes", "write `{time: …}` or `{allocation: …}`");
            return Budget.NONE;
        }
        boolean memory = Pattern.compile("[0-9.]\\s*[kKMG]?i?B\\s*$")
                .matcher(text.value())
                .find();
        return memory
                ? limit(text, Unit.MEMORY, Bytes::new, place)
                        .map(Budget.NONE::withAllocation)
                        .orElse(Budget.NONE)
                : limit(text, Unit.TIME, Time::new, place)
                        .map(Budget.NONE::withTime)
                        .orElse(Budget.NONE);
    }

    private static boolean isWithin(Text text) {
        return new Cursor(text).eat("within");
    }

    private Budget time(Entry entry) {
        Place place = entry.key().place();
        if (entry.value() instanceof MappingNode) {
            return Mapping.of(entry, Section.TIME, reading)
                    .flatMap(keys -> limit(keys, "`time`", Unit.TIME, Time::new, place))
                    .map(Budget.NONE::withTime)
                    .orElse(Budget.NONE);
        }
        Optional<Text> text = reading.scalar(entry, TIME);
        if (text.isPresent() && isWithin(text.get())) {
            return within(text.get(), place).map(Budget.NONE::withTimeChange).orElse(Budget.NONE);
        }
        return text.flatMap(t -> limit(t, Unit.TIME, Time::new, place))
                .map(Budget.NONE::withTime)
                .orElse(Budget.NONE);
    }

    private Budget allocation(Entry entry) {
        Place place = entry.key().place();
        if (entry.value() instanceof MappingNode) {
            Optional<Mapping> mapping = Mapping.of(entry, Section.ALLOCATION, reading);
            Optional<Change> change =
                    mapping.flatMap(keys -> keys.get("change")).flatMap(this::change);
            Budget budget = change.map(Budget.NONE::withAllocationChange).orElse(Budget.NONE);
            if (mapping.isPresent()
                    && mapping.get().has("change")
                    && !mapping.get().has("at most")
                    && !mapping.get().has("critical")) {
                return budget;
            }
            return mapping.flatMap(keys -> limit(keys, "`allocation`", Unit.MEMORY, Bytes::new, place))
                    .map(budget::withAllocation)
                    .orElse(budget);
        }
        Optional<Text> text = reading.scalar(entry, MEMORY);
        if (text.isPresent() && isWithin(text.get())) {
            return within(text.get(), place)
                    .map(Budget.NONE::withAllocationChange)
                    .orElse(Budget.NONE);
        }
        return text.flatMap(t -> limit(t, Unit.MEMORY, Bytes::new, place))
                .map(Budget.NONE::withAllocation)
                .orElse(Budget.NONE);
    }

    private <Q extends Quantity<Q>> Optional<Limit<Q>> limit(
            Text text, Unit unit, DoubleFunction<Q> quantity, Place place) {
        return atMost(text, unit).map(amount -> Limit.atMost(quantity.apply(amount.value()), place));
    }

    private Optional<Cursor.Amount> atMost(Text text, Unit unit) {
        Cursor cursor = new Cursor(text);
        cursor.eat("at most");
        Optional<Cursor.Amount> amount = cursor.amount(unit).filter(a -> cursor.end(""));
        if (amount.isPresent() && unit == Unit.TIME && amount.get().value() == 0) {
            reading.fault(amount.get().spot(), "a limit of no time cannot be kept", "");
            return Optional.empty();
        }
        return amount;
    }

    private <Q extends Quantity<Q>> Optional<Limit<Q>> limit(
            Mapping keys, String what, Unit unit, DoubleFunction<Q> quantity, Place place) {
        String example = unit == Unit.TIME ? "an amount like `200 us`" : "an amount like `512 B`";
        Optional<Cursor.Amount> atMost = keys.need("at most", what)
                .flatMap(e -> reading.scalar(e, example))
                .flatMap(text -> atMost(text, unit));
        Optional<Cursor.Amount> critical =
                keys.get("critical").flatMap(e -> reading.scalar(e, example)).flatMap(text -> atMost(text, unit));
        Optional<Double> percentile = keys.get("percentile").flatMap(this::percentile);
        if (atMost.isPresent()
                && critical.isPresent()
                && critical.get().value() < atMost.get().value()) {
            reading.fault(
                    critical.get().spot(),
                    "the critical limit is below the limit itself",
                    "`at most` is at " + atMost.get().spot().place(),
                    "");
            return Optional.empty();
        }
        return atMost.map(amount -> new Limit<>(
                quantity.apply(amount.value()), critical.map(c -> quantity.apply(c.value())), percentile, place));
    }

    private Optional<Double> percentile(Entry entry) {
        Optional<Text> text = reading.scalar(entry, "a percentile like `p99`");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = PERCENTILE.matcher(text.get().value().strip());
        if (matcher.matches()) {
            double percentile = new BigDecimal(matcher.group(1)).doubleValue();
            if (percentile > 0 && percentile <= 100) {
                return Optional.of(percentile);
            }
        }
        text.get()
                .fault(
                        text.get().quoted() + " is not a percentile",
                        "write it like `p50`, `p99` or `p99.9`, up to `p100`");
        return Optional.empty();
    }

    private Optional<Change> change(Entry entry) {
        Place place = entry.key().place();
        if (!(entry.value() instanceof MappingNode)) {
            return reading.scalar(entry, "`within 5 % of base` or a mapping").flatMap(text -> within(text, place));
        }
        Optional<Mapping> mapping = Mapping.of(entry, Section.CHANGE, reading);
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        Mapping keys = mapping.get();
        Optional<Cursor.Amount> warning = keys.get("warning").flatMap(e -> Shares.read(e, reading));
        Optional<Cursor.Amount> critical = keys.get("critical").flatMap(e -> Shares.read(e, reading));
        Optional<Cursor.Amount> alert = keys.get("alert").flatMap(e -> Shares.read(e, reading));
        rising("warning", warning, "critical", critical);
        rising("warning", warning, "alert", alert);
        rising("critical", critical, "alert", alert);
        return Optional.of(new Change(
                keys.get("tolerance").flatMap(e -> Shares.read(e, reading)).map(Cursor.Amount::value),
                warning.map(Cursor.Amount::value),
                critical.map(Cursor.Amount::value),
                alert.map(Cursor.Amount::value),
                place));
    }

    /** A fault where the name for the larger slowdown begins below the name for the smaller. */
    void rising(String low, Optional<Cursor.Amount> lower, String high, Optional<Cursor.Amount> higher) {
        if (lower.isPresent()
                && higher.isPresent()
                && higher.get().value() < lower.get().value()) {
            reading.fault(
                    higher.get().spot(),
                    "`" + high + "` is below `" + low + "`",
                    "`" + low + "` is at " + lower.get().spot().place(),
                    "thresholds rise from warning to critical to alert");
        }
    }

    private Optional<Change> within(Text text, Place place) {
        Cursor cursor = new Cursor(text);
        if (!cursor.eat("within")) {
            text.fault("expected `within 5 % of base`, found " + text.quoted(), "");
            return Optional.empty();
        }
        Optional<Cursor.Amount> share = cursor.amount(Unit.SHARE);
        if (share.isEmpty()) {
            return Optional.empty();
        }
        if (!cursor.eat("of base")) {
            cursor.fault("expected `of base`", "write it like `within 5 % of base`");
            return Optional.empty();
        }
        return cursor.end("") ? Optional.of(Change.within(share.get().value(), place)) : Optional.empty();
    }
}
