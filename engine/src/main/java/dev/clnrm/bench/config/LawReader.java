package dev.clnrm.bench.config;

import dev.clnrm.bench.config.LawRule.Part;
import dev.clnrm.bench.model.Law;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads relations between cases. */
final class LawReader {
    private static final List<Section> KINDS =
            List.of(Section.RATIO, Section.EXPONENT, Section.EFFICIENCY, Section.OVERHEAD);
    private static final List<String> FIRST_KEYS =
            KINDS.stream().map(kind -> kind.keys().get(0)).toList();
    private static final String RANGE = "write it like `1.00 +- 0.05` or `0.95 to 1.05`";

    private LawReader() {}

    static List<LawRule> rules(Entry section) {
        return section.mapping().entries().stream()
                .flatMap(entry -> law(entry).stream())
                .toList();
    }

    private static Optional<LawRule> law(Entry entry) {
        Mapping keys = entry.mapping();
        List<Section> kinds =
                KINDS.stream().filter(kind -> keys.has(kind.keys().get(0))).toList();
        String what = "the law " + entry.key().quoted();
        if (kinds.size() != 1) {
            String message = kinds.isEmpty() ? " has an unknown type" : " has more than one type";
            keys.reading().fault(entry.key().spot(), what + message, help(keys));
            return Optional.empty();
        }
        Section kind = kinds.get(0);
        return Optional.of(
                switch (kind) {
                    case RATIO -> ratio(entry, keys.only(kind), what);
                    case EXPONENT -> exponent(entry, keys.only(kind), what);
                    case EFFICIENCY -> efficiency(entry, keys.only(kind), what);
                    case OVERHEAD -> overhead(entry, keys.only(kind), what);
                    default -> throw new IllegalStateException("not a law: " + kind);
                });
    }

    private static String help(Mapping keys) {
        List<String> near = keys.entries().stream()
                .flatMap(e -> Nearest.to(e.name(), FIRST_KEYS).stream())
                .filter(name -> !keys.has(name))
                .toList();
        return near.isEmpty() ? "a law has one of the keys " + String.join(", ", FIRST_KEYS) : Nearest.didYouMean(near);
    }

    private static LawRule ratio(Entry entry, Mapping keys, String what) {
        List<Text> cases = two(keys.need("ratio", what));
        Text slower = cases.get(0);
        Text faster = cases.get(1);
        double atLeast = amount(keys.need("at least", what), AmountKind.TIMES);
        Law law = new Law.Ratio(entry.name(), slower.value(), faster.value(), atLeast, entry.place());
        return new LawRule(law, Map.of(Part.FIRST, slower.place(), Part.SECOND, faster.place()));
    }

    private static List<Text> two(Entry entry) {
        if (entry.value() instanceof Node.Items list && list.nodes().size() == 2) {
            return list.nodes().stream()
                    .map(node -> entry.reading().text(node, "a ratio", "two cases"))
                    .toList();
        }
        Spot spot = entry.value() instanceof Node.Nothing
                ? entry.key().spot()
                : entry.value().spot();
        entry.reading().fault(spot, "a ratio takes two cases", "write it like `[slower, faster]`");
        return List.of(entry.key(), entry.key());
    }

    private static LawRule exponent(Entry entry, Mapping keys, String what) {
        Text benchmark = keys.need("exponent of", what).text("a benchmark");
        Text over = keys.need("over", what).text("a parameter");
        double[] range = range(keys.need("within", what).text("a range"));
        Law law = new Law.Exponent(entry.name(), benchmark.value(), over.value(), range[0], range[1], entry.place());
        return new LawRule(law, Map.of(Part.FIRST, benchmark.place(), Part.SECOND, over.place()));
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

    private static LawRule efficiency(Entry entry, Mapping keys, String what) {
        Text benchmark = keys.need("efficiency of", what).text("a benchmark");
        Text over = keys.need("over", what).text("a parameter");
        Text at = keys.need("at", what).text("a value of the parameter");
        double atLeast = amount(keys.need("at least", what), AmountKind.SHARE);
        Law law = new Law.Efficiency(entry.name(), benchmark.value(), over.value(), number(at), atLeast, entry.place());
        return new LawRule(law, Map.of(Part.FIRST, benchmark.place(), Part.SECOND, over.place(), Part.AT, at.place()));
    }

    private static LawRule overhead(Entry entry, Mapping keys, String what) {
        Text of = keys.need("overhead of", what).text("a case");
        Text over = keys.need("over", what).text("a case");
        double atMost = amount(keys.need("at most", what), AmountKind.SHARE);
        Law law = new Law.Overhead(entry.name(), of.value(), over.value(), atMost, entry.place());
        return new LawRule(law, Map.of(Part.FIRST, of.place(), Part.SECOND, over.place()));
    }

    private static double amount(Entry entry, AmountKind unit) {
        return entry.amount(unit, unit.what()).value();
    }

    private static double number(Text text) {
        Cursor cursor = new Cursor(text);
        Amount number = cursor.number("a number", "");
        cursor.end("");
        return number.value();
    }
}
