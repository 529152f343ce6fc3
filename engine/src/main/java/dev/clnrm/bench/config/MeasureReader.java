package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Warmup;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Reads how to measure: forks, warm-up, iterations and the like. */
final class MeasureReader {
    static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final int MOST_ITERATIONS = 100_000;
    private static final double LEAST_CONFIDENCE = 0.5;
    private static final String ITERATIONS = "`20 x 100 ms`";
    private static final String WARMUP = "`adaptive`, `adaptive, at most 2 s` or `10 x 100 ms`";

    private MeasureReader() {}

    static Measure read(Entry entry) {
        Mapping keys = entry.mapping(Section.MEASURE);
        return new Measure(
                keys.get("forks").map(MeasureReader::forks),
                keys.get("warmup").map(MeasureReader::warmup),
                keys.get("iterations").map(MeasureReader::iterations),
                keys.get("time-budget").map(MeasureReader::timeBudget),
                keys.get("confidence").map(MeasureReader::confidence),
                keys.strings("jvm-args", "an argument like `-Xmx1g`"),
                keys.get("java").map(MeasureReader::java),
                keys.get("env").map(MeasureReader::env).orElse(List.of()));
    }

    private static Forks forks(Entry entry) {
        if (!entry.isMapping()) {
            int forks = (int) count(entry.text("a number or {min, max}")).value();
            return new Forks(forks, forks);
        }
        Mapping keys = entry.mapping(Section.FORKS);
        Amount min = count(keys.need("min", "`forks`", "a number"));
        Amount max = count(keys.need("max", "`forks`", "a number"));
        if (max.below(min)) {
            max.fault("`max` is below `min`, which is " + (int) min.value());
        }
        return new Forks((int) min.value(), (int) Math.max(min.value(), max.value()));
    }

    private static Amount count(Text text) {
        Cursor cursor = new Cursor(text);
        Amount count = cursor.whole("a number of forks", 1, Defaults.MOST_FORKS);
        cursor.end("");
        return count;
    }

    private static Warmup warmup(Entry entry) {
        Text text = entry.text(WARMUP);
        Cursor cursor = new Cursor(text);
        if (!cursor.eat("adaptive")) {
            return repeated(text, 0, WARMUP);
        }
        if (cursor.atEnd()) {
            return new Warmup.Adaptive(Defaults.WARMUP_SECONDS);
        }
        cursor.eatMark(",");
        if (!cursor.eat("at most")) {
            cursor.end("write it like " + WARMUP);
        }
        return new Warmup.Adaptive(cursor.onlyAmount(AmountKind.TIME).value());
    }

    private static Iterations iterations(Entry entry) {
        Warmup.Fixed repeated = repeated(entry.text(ITERATIONS), 1, ITERATIONS);
        return new Iterations(repeated.count(), repeated.seconds());
    }

    private static Warmup.Fixed repeated(Text text, int least, String example) {
        Cursor cursor = new Cursor(text);
        if (text.value().isEmpty() || !Character.isDigit(text.value().charAt(0))) {
            text.fault("expected " + example + ", found " + text.quoted(), "");
            return new Warmup.Fixed(1, 1);
        }
        int count = (int)
                cursor.whole("a number of iterations", least, MOST_ITERATIONS).value();
        if (!cursor.eatMark("x") && !cursor.eatMark("\u00d7")) {
            cursor.fault("expected ` x ` and the time of one iteration", "write it like " + example);
        }
        return new Warmup.Fixed(count, positive(cursor.onlyAmount(AmountKind.TIME), "an iteration"));
    }

    private static double positive(Amount time, String what) {
        if (time.value() > 0) {
            return time.value();
        }
        time.fault("the time of " + what + " must be above 0");
        return 1;
    }

    private static double timeBudget(Entry entry) {
        return positive(entry.amount(AmountKind.TIME, "a time like `10 min`"), "a run");
    }

    private static double confidence(Entry entry) {
        Amount share = entry.share();
        if (share.value() >= LEAST_CONFIDENCE && share.value() < 1) {
            return share.value();
        }
        share.fault("a confidence is at least 50 % and below 100 %");
        return LEAST_CONFIDENCE;
    }

    /** A version, or a folder; a relative one is relative to the folder of the file, like all paths in it. */
    private static String java(Entry entry) {
        Text java = entry.text("a version like `21` or the folder of a JDK");
        if (Jvm.isFeature(java.value())) {
            return java.value();
        }
        try {
            Path folder = Path.of(java.reading().source().name()).getParent();
            Path named = Path.of(java.value());
            return folder == null || named.isAbsolute()
                    ? java.value()
                    : folder.resolve(named).toString();
        } catch (InvalidPathException e) {
            java.fault(java.quoted() + " is not a path", "give a version like `21` or the folder of a JDK");
            return java.value();
        }
    }

    private static List<String> env(Entry entry) {
        List<Text> names = entry.texts("the name of an environment variable");
        for (Text name : names) {
            if (!VARIABLE.matcher(name.value()).matches()) {
                name.fault(
                        name.quoted() + " is not the name of an environment variable",
                        "only names stand here; the values come from the environment of the run");
            }
        }
        return names.stream().map(Text::value).toList();
    }
}
