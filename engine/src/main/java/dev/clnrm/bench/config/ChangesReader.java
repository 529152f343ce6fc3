package dev.clnrm.bench.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads which changes count: {@code thresholds}, {@code fail-on}, {@code tolerance} and {@code margin}. */
final class ChangesReader {
    private ChangesReader() {}

    static ChangeLimits read(Mapping keys) {
        ChangeLimits usual = Defaults.CHANGES;
        return new ChangeLimits(
                keys.get("thresholds").map(ChangesReader::thresholds).orElse(usual.thresholds()),
                keys.get("fail-on").map(entry -> entry.word(FailOn.values())).orElse(usual.failOn()),
                keys.get("tolerance").map(ChangesReader::tolerance).orElse(usual.tolerance()),
                keys.share("margin").map(Amount::value).orElse(usual.margin()));
    }

    private static Thresholds thresholds(Entry entry) {
        Mapping keys = entry.mapping(Section.THRESHOLDS);
        Thresholds usual = Defaults.CHANGES.thresholds();
        Optional<Amount> warning = keys.share("warning");
        Optional<Amount> critical = keys.share("critical");
        Optional<Amount> alert = keys.share("alert");
        double w = warning.map(Amount::value).orElse(usual.warning());
        double c = critical.map(Amount::value).orElse(usual.critical());
        double a = alert.map(Amount::value).orElse(usual.alert());
        if (w <= c && c <= a) {
            return new Thresholds(w, c, a);
        }
        if (Stream.of(warning, critical, alert).flatMap(Optional::stream).allMatch(Amount::sound)) {
            String note = "they are " + Amount.share(w) + ", " + Amount.share(c) + " and " + Amount.share(a);
            entry.key()
                    .fault(
                            "thresholds do not rise from warning to critical to alert",
                            note + ", defaults among them",
                            "");
        }
        return usual;
    }

    private static Tolerance tolerance(Entry entry) {
        if (!entry.isMapping()) {
            return Tolerance.of(entry.share().value());
        }
        double otherwise = Defaults.CHANGES.tolerance().otherwise();
        Map<Double, Text> seen = new HashMap<>();
        List<Tolerance.Step> steps = new ArrayList<>();
        for (Entry step : entry.mapping().entries()) {
            double share = step.share().value();
            if (step.name().equals("else")) {
                otherwise = share;
                continue;
            }
            Amount below = below(step.key());
            if (!below.sound() || below.value() == 0) {
                continue;
            }
            Text first = seen.putIfAbsent(below.value(), step.key());
            if (first == null) {
                steps.add(new Tolerance.Step(below.value(), share));
            } else {
                String note = "the first is at " + first.place();
                step.key().fault("two tolerances for the same time", note, "delete one of them");
            }
        }
        return new Tolerance(steps, otherwise);
    }

    private static Amount below(Text key) {
        Cursor cursor = new Cursor(key);
        if (!cursor.eat("below")) {
            cursor.refuse("unknown key " + key.quoted(), "`tolerance` takes keys like `below 10 us`, and `else`");
        }
        Amount time = cursor.onlyAmount(AmountKind.TIME);
        if (time.value() == 0) {
            time.fault("the time must be above 0");
        }
        return time;
    }
}
