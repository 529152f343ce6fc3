package dev.clnrm.bench.config;

import dev.clnrm.bench.config.LawRule.Part;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Place;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads relations between cases. */
final class LawReader {
    private static final List<Section> KINDS =
            List.of(Section.RATIO, Section.EXPONENT, Section.EFFICIENCY, Section.OVERHEAD);
    private static final List<String> FIRST_KEYS =
            KINDS.stream().map(kind -> kind.keys().get(0)).toList();
    private static final List<Part> PARTS = List.of(Part.FIRST, Part.SECOND, Part.AT);
    private static final String RANGE = "write it like `1.00 +- 0.05` or `0.95 to 1.05`";

    private final String name;
    private final Place place;
    private final Mapping keys;

    /** The law's name in messages. */
    private final String what;

    private LawReader(Entry entry) {
        name = entry.name();
        place = entry.place();
        keys = entry.mapping();
        what = "the law " + entry.quoted();
    }

    static List<LawRule> rules(Entry section) {
        return section.mapping().entries().stream()
                .flatMap(entry -> new LawReader(entry).law(entry).stream())
                .toList();
    }

    private Optional<LawRule> law(Entry entry) {
        List<Section> kinds =
                KINDS.stream().filter(kind -> keys.has(kind.keys().get(0))).toList();
        if (kinds.size() != 1) {
            entry.fault(what + (kinds.isEmpty() ? " has an unknown type" : " has more than one type"), help());
            return Optional.empty();
        }
        Section kind = kinds.get(0);
        keys.only(kind);
        return Optional.of(
                switch (kind) {
                    case RATIO -> ratio();
                    case EXPONENT -> exponent();
                    case EFFICIENCY -> efficiency();
                    case OVERHEAD -> overhead();
                    default -> throw new IllegalStateException("not a law: " + kind);
                });
    }

    private String help() {
        List<String> near = keys.entries().stream()
                .flatMap(e -> Nearest.to(e.name(), FIRST_KEYS).stream())
                .filter(key -> !keys.has(key))
                .toList();
        return near.isEmpty() ? "a law has one of the keys " + String.join(", ", FIRST_KEYS) : Nearest.didYouMean(near);
    }

    private LawRule ratio() {
        List<Text> cases = two(keys.need("ratio", what));
        double atLeast = amount("at least", AmountKind.TIMES);
        Text slower = cases.get(0);
        Text faster = cases.get(1);
        return rule(new Law.Ratio(name, slower.value(), faster.value(), atLeast, place), slower, faster);
    }

    private static List<Text> two(Entry entry) {
        if (entry.value() instanceof Node.Items list && list.nodes().size() == 2) {
            return list.nodes().stream()
                    .map(node -> entry.reading().text(node, "a ratio", "two cases"))
                    .toList();
        }
        Node at = entry.value() instanceof Node.Nothing ? entry.key() : entry.value();
        entry.reading().fault(at.spot(), "a ratio takes two cases", "write it like `[slower, faster]`");
        return List.of(entry.key(), entry.key());
    }

    private LawRule exponent() {
        Text benchmark = text("exponent of", "a benchmark");
        Text over = text("over", "a parameter");
        double[] range = range(text("within", "a range"));
        Law law = new Law.Exponent(name, benchmark.value(), over.value(), range[0], range[1], place);
        return rule(law, benchmark, over);
    }

    private static double[] range(Text text) {
        Cursor cursor = new Cursor(text);
        Amount first = cursor.number("a range", RANGE);
        boolean around = cursor.eatMark("+-") || cursor.eatMark("+/-") || cursor.eatMark("\u00b1");
        if (!around && !cursor.eat("to")) {
            cursor.fault("expected `+-` or `to`", RANGE);
        }
        Amount second = cursor.number("a number", RANGE);
        cursor.end(RANGE);
        BigDecimal from = BigDecimal.valueOf(first.value());
        BigDecimal to = BigDecimal.valueOf(second.value());
        BigDecimal low = around ? from.subtract(to) : from;
        BigDecimal high = around ? from.add(to) : to;
        if (first.sound() && second.sound() && low.compareTo(high) > 0) {
            text.fault("the range ends below its start", RANGE);
        }
        return new double[] {low.doubleValue(), high.doubleValue()};
    }

    private LawRule efficiency() {
        Text benchmark = text("efficiency of", "a benchmark");
        Text over = text("over", "a parameter");
        Text at = text("at", "a value of the parameter");
        double atLeast = amount("at least", AmountKind.SHARE);
        Law law = new Law.Efficiency(name, benchmark.value(), over.value(), number(at), atLeast, place);
        return rule(law, benchmark, over, at);
    }

    private LawRule overhead() {
        Text of = text("overhead of", "a case");
        Text over = text("over", "a case");
        double atMost = amount("at most", AmountKind.SHARE);
        return rule(new Law.Overhead(name, of.value(), over.value(), atMost, place), of, over);
    }

    private Text text(String key, String wanted) {
        return keys.need(key, what, wanted);
    }

    private double amount(String key, AmountKind unit) {
        return keys.need(key, what).amount(unit, unit.what()).value();
    }

    private static double number(Text text) {
        Cursor cursor = new Cursor(text);
        Amount number = cursor.number("a number", "");
        cursor.end("");
        return number.value();
    }

    /** The law with the places of its parts, in their order. */
    private static LawRule rule(Law law, Text... parts) {
        Map<Part, Place> places = new EnumMap<>(Part.class);
        for (Text part : parts) {
            places.put(PARTS.get(places.size()), part.place());
        }
        return new LawRule(law, places);
    }
}
