package dev.clnrm.bench.config;

import dev.clnrm.bench.config.LawRule.Part;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads relations between cases. */
final class LawReader {
    private static final List<Section> KINDS =
            List.of(Section.RATIO, Section.EXPONENT, Section.EFFICIENCY, Section.OVERHEAD);
    private static final List<String> FIRST_KEYS =
            KINDS.stream().map(kind -> kind.keys().get(0)).toList();
    private static final String RANGE = "write it like `1.00 +- 0.05` or `0.95 to 1.05`";

    private final Reading reading;

    LawReader(Reading reading) {
        this.reading = reading;
    }

    List<LawRule> rules(Entry section) {
        List<LawRule> rules = new ArrayList<>();
        Mapping.of(section, reading).ifPresent(mapping -> mapping.entries().forEach(e -> law(e).ifPresent(rules::add)));
        return rules;
    }

    private Optional<LawRule> law(Entry entry) {
        Optional<Mapping> mapping = Mapping.of(entry, reading);
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        Mapping keys = mapping.get();
        List<Section> kinds =
                KINDS.stream().filter(kind -> keys.has(kind.keys().get(0))).toList();
        String what = "the law " + Inert.quote(entry.name());
        if (kinds.size() != 1) {
            String message = kinds.isEmpty() ? " states no relation" : " states more than one relation";
            entry.key().fault(what + message, help(keys));
            return Optional.empty();
        }
        Section kind = kinds.get(0);
        keys.only(kind);
        return switch (kind) {
            case RATIO -> ratio(entry, keys, what);
            case EXPONENT -> exponent(entry, keys, what);
            case EFFICIENCY -> efficiency(entry, keys, what);
            case OVERHEAD -> overhead(entry, keys, what);
            default -> throw new IllegalStateException("not a law: " + kind);
        };
    }

    private static String help(Mapping keys) {
        List<String> near = keys.entries().stream()
                .flatMap(e -> Nearest.to(e.name(), FIRST_KEYS).stream())
                .filter(name -> !keys.has(name))
                .toList();
        return near.isEmpty() ? "a law has one of the keys " + String.join(", ", FIRST_KEYS) : Nearest.didYouMean(near);
    }

    private Optional<LawRule> ratio(Entry entry, Mapping keys, String what) {
        Optional<List<Text>> cases = keys.get("ratio").flatMap(this::two);
        Optional<Double> atLeast = keys.need("at least", what).flatMap(e -> amount(e, Unit.TIMES));
        if (cases.isEmpty() || atLeast.isEmpty()) {
            return Optional.empty();
        }
        Text slower = cases.get().get(0);
        Text faster = cases.get().get(1);
        Law law = new Law.Ratio(
                entry.name(),
                slower.value(),
                faster.value(),
                atLeast.get(),
                entry.key().place());
        return Optional.of(new LawRule(law, places(slower, faster)));
    }

    private Optional<List<Text>> two(Entry entry) {
        if (!(entry.value() instanceof SequenceNode list) || list.getValue().size() != 2) {
            reading.fault(
                    Reading.isAbsent(entry.value()) ? entry.key().spot() : reading.spot(entry.value()),
                    "a ratio is of two cases",
                    "write it like `[slower, faster]`");
            return Optional.empty();
        }
        List<Text> cases = new ArrayList<>();
        for (Node node : list.getValue()) {
            reading.scalar(node, "a ratio", "two cases").ifPresent(cases::add);
        }
        return cases.size() == 2 ? Optional.of(cases) : Optional.empty();
    }

    private Optional<LawRule> exponent(Entry entry, Mapping keys, String what) {
        Optional<Text> benchmark = name(keys.get("exponent of"), "a benchmark");
        Optional<Text> over = name(keys.need("over", what), "a parameter");
        Optional<double[]> range = keys.need("within", what)
                .flatMap(e -> reading.scalar(e, "a range"))
                .flatMap(this::range);
        if (benchmark.isEmpty() || over.isEmpty() || range.isEmpty()) {
            return Optional.empty();
        }
        Law law = new Law.Exponent(
                entry.name(),
                benchmark.get().value(),
                over.get().value(),
                range.get()[0],
                range.get()[1],
                entry.key().place());
        return Optional.of(new LawRule(law, places(benchmark.get(), over.get())));
    }

    private Optional<double[]> range(Text text) {
        Cursor cursor = new Cursor(text);
        Optional<BigDecimal> first = cursor.number("a range", RANGE);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        boolean around = cursor.eatMark("+-") || cursor.eatMark("+/-") || cursor.eatMark("\u00b1");
        if (!around && !cursor.eat("to")) {
            cursor.fault("expected `+-` or `to`", RANGE);
            return Optional.empty();
        }
        Optional<BigDecimal> second = cursor.number("a number", RANGE).filter(n -> cursor.end(RANGE));
        if (second.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal low = around ? first.get().subtract(second.get()) : first.get();
        BigDecimal high = around ? first.get().add(second.get()) : second.get();
        if (low.compareTo(high) > 0) {
            text.fault("the range ends below its beginning", RANGE);
            return Optional.empty();
        }
        return Optional.of(new double[] {low.doubleValue(), high.doubleValue()});
    }

    private Optional<LawRule> efficiency(Entry entry, Mapping keys, String what) {
        Optional<Text> benchmark = name(keys.get("efficiency of"), "a benchmark");
        Optional<Text> over = name(keys.need("over", what), "a parameter");
        Optional<Text> at = name(keys.need("at", what), "a value of the parameter");
        Optional<Double> value = at.flatMap(LawReader::number);
        Optional<Double> atLeast = keys.need("at least", what).flatMap(e -> amount(e, Unit.SHARE));
        if (benchmark.isEmpty() || over.isEmpty() || at.isEmpty() || value.isEmpty() || atLeast.isEmpty()) {
            return Optional.empty();
        }
        Place place = entry.key().place();
        Law law = new Law.Efficiency(
                entry.name(), benchmark.get().value(), over.get().value(), value.get(), atLeast.get(), place);
        Map<Part, Place> places = Map.of(
                Part.FIRST, benchmark.get().place(),
                Part.SECOND, over.get().place(),
                Part.AT, at.get().place());
        return Optional.of(new LawRule(law, places));
    }

    private Optional<LawRule> overhead(Entry entry, Mapping keys, String what) {
        Optional<Text> of = name(keys.get("overhead of"), "a case");
        Optional<Text> over = name(keys.need("over", what), "a case");
        Optional<Double> atMost = keys.need("at most", what).flatMap(e -> amount(e, Unit.SHARE));
        if (of.isEmpty() || over.isEmpty() || atMost.isEmpty()) {
            return Optional.empty();
        }
        Law law = new Law.Overhead(
                entry.name(),
                of.get().value(),
                over.get().value(),
                atMost.get(),
                entry.key().place());
        return Optional.of(new LawRule(law, places(of.get(), over.get())));
    }

    private Optional<Text> name(Optional<Entry> entry, String wanted) {
        return entry.flatMap(e -> reading.scalar(e, wanted));
    }

    private Optional<Double> amount(Entry entry, Unit unit) {
        return reading.scalar(entry, unit.what()).flatMap(text -> {
            Cursor cursor = new Cursor(text);
            return cursor.amount(unit).filter(a -> cursor.end("")).map(Cursor.Amount::value);
        });
    }

    private static Optional<Double> number(Text text) {
        Cursor cursor = new Cursor(text);
        return cursor.number("a number", "").filter(n -> cursor.end("")).map(BigDecimal::doubleValue);
    }

    private static Map<Part, Place> places(Text first, Text second) {
        return Map.of(Part.FIRST, first.place(), Part.SECOND, second.place());
    }
}
