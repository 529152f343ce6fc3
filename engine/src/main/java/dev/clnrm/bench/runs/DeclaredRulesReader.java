package dev.clnrm.bench.runs;

import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Bytes;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Change;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Quantity;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.samples.UnreadableFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** Reads {@link DeclaredRules} from maps, lists, texts and numbers anybody may have written; what does not fit is an IllegalArgumentException. */
public final class DeclaredRulesReader {
    private static final int MOST = 20_000;
    private static final int LONGEST = 1000;

    /** Each law is looked for among all cases: a thousand over {@value #MOST} take seconds. */
    private static final int MOST_LAWS = 1000;

    private DeclaredRulesReader() {}

    /**
     * What a run says was declared; nothing if it does not say.
     *
     * @param folder the run's, for messages
     * @throws UnreadableFileException if it says what no code can declare
     */
    public static DeclaredRules in(Path folder, RunInfo info) {
        Object section = info.sections().get(DeclaredRules.SECTION);
        if (section == null) {
            return DeclaredRules.NONE;
        }
        try {
            return read(section);
        } catch (IllegalArgumentException e) {
            throw new UnreadableFileException(
                    folder.resolve("run.json"),
                    "what it says was declared cannot be: " + e.getMessage(),
                    "it is written by the program that measured");
        }
    }

    static DeclaredRules read(Object section) {
        Map<?, ?> map = map(section);
        List<CaseName> cases = new ArrayList<>();
        list(map.get("cases")).forEach(one -> cases.add(name(map(one))));
        List<String> left = new ArrayList<>();
        list(map.get("left")).forEach(one -> left.add(text(one)));
        Map<String, Budget> budgets = new LinkedHashMap<>();
        map(map.get("budgets")).forEach((name, budget) -> budgets.put(text(name), budget(map(budget))));
        if (budgets.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " budgets");
        }
        List<Law> laws = new ArrayList<>();
        list(map.get("laws")).forEach(one -> laws.add(law(map(one))));
        if (laws.size() > MOST_LAWS) {
            throw new IllegalArgumentException("more than " + MOST_LAWS + " laws");
        }
        return new DeclaredRules(cases, new LinkedHashSet<>(left), budgets, laws, confidence(map(map.get("confidence"))));
    }

    private static Map<String, Double> confidence(Map<?, ?> map) {
        if (map.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " confidences");
        }
        Map<String, Double> all = new LinkedHashMap<>();
        map.forEach((name, share) -> all.put(text(name), share(share)));
        return all;
    }

    private static double share(@Nullable Object value) {
        double share = number(value);
        if (share > 0 && share < 1) {
            return share;
        }
        throw new IllegalArgumentException("a confidence that is not between 0 and 1");
    }

    private static CaseName name(Map<?, ?> map) {
        Map<String, String> params = new LinkedHashMap<>();
        map(map.get("params")).forEach((key, value) -> params.put(text(key), text(value)));
        return new CaseName(text(map.get("suite")), text(map.get("benchmark")), params);
    }

    private static Budget budget(Map<?, ?> map) {
        return new Budget(
                said(map.get("label")),
                said(map.get("category")),
                limit(map.get("time"), "seconds", Time::new),
                limit(map.get("allocation"), "bytes", Bytes::new),
                change(map.get("timeChange")),
                change(map.get("allocationChange")),
                said(map.get("because")),
                said(map.get("owner")));
    }

    private static <Q extends Quantity<Q>> Optional<Limit<Q>> limit(
            @Nullable Object value, String unit, DoubleFunction<Q> made) {
        if (value == null) {
            return Optional.empty();
        }
        Map<?, ?> map = map(value);
        Optional<Q> critical = map.get("critical") == null
                ? Optional.empty()
                : Optional.of(made.apply(number(map(map.get("critical")).get(unit))));
        Q atMost = made.apply(number(map(map.get("atMost")).get(unit)));
        return Optional.of(new Limit<>(atMost, critical, maybe(map.get("percentile")), place(map.get("place"))));
    }

    private static Optional<Change> change(@Nullable Object value) {
        if (value == null) {
            return Optional.empty();
        }
        Map<?, ?> map = map(value);
        return Optional.of(new Change(
                maybe(map.get("tolerance")),
                maybe(map.get("warning")),
                maybe(map.get("critical")),
                maybe(map.get("alert")),
                place(map.get("place"))));
    }

    private static Law law(Map<?, ?> map) {
        String name = text(map.get("name"));
        Place place = place(map.get("place"));
        return switch (text(map.get("type"))) {
            case "ratio" ->
                new Law.Ratio(
                        name, text(map.get("slower")), text(map.get("faster")), number(map.get("atLeast")), place);
            case "exponent" ->
                new Law.Exponent(
                        name,
                        text(map.get("benchmark")),
                        text(map.get("parameter")),
                        number(map.get("low")),
                        number(map.get("high")),
                        place);
            case "efficiency" ->
                new Law.Efficiency(
                        name,
                        text(map.get("benchmark")),
                        text(map.get("parameter")),
                        number(map.get("at")),
                        number(map.get("atLeast")),
                        place);
            case "overhead" ->
                new Law.Overhead(name, text(map.get("of")), text(map.get("over")), number(map.get("atMost")), place);
            default -> throw new IllegalArgumentException("a law of no kind there is");
        };
    }

    private static Place place(@Nullable Object value) {
        if (value == null) {
            return Place.UNKNOWN;
        }
        Map<?, ?> map = map(value);
        return new Place(text(map.get("file")), whole(map.get("line")), whole(map.get("column")));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("something that should have parts has none");
    }

    private static List<?> list(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && list.size() <= MOST) {
            return list;
        }
        throw new IllegalArgumentException("something that should be a list of at most " + MOST + " is not");
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text && text.length() <= LONGEST) {
            return text;
        }
        throw new IllegalArgumentException(
                "something that should be a text of at most " + LONGEST + " characters is not");
    }

    private static Optional<String> said(@Nullable Object value) {
        return value == null ? Optional.empty() : Optional.of(text(value));
    }

    private static double number(@Nullable Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("something that should be a number is none");
    }

    private static Optional<Double> maybe(@Nullable Object value) {
        return value == null ? Optional.empty() : Optional.of(number(value));
    }

    private static int whole(@Nullable Object value) {
        if (value instanceof Integer number && number >= 0) {
            return number;
        }
        throw new IllegalArgumentException("something that should be a line or column is none");
    }
}
