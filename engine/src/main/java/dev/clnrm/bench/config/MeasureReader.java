package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.model.Warmup;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads how hard to measure. */
final class MeasureReader {
    static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final int MOST_FORKS = 1000;
    private static final int MOST_ITERATIONS = 100_000;
    private static final double LEAST_CONFIDENCE = 0.5;
    private static final String ITERATIONS = "`20 x 100 ms`";
    private static final String WARMUP = "`adaptive`, `adaptive, at most 2 s` or `10 x 100 ms`";

    private final Reading reading;

    MeasureReader(Reading reading) {
        this.reading = reading;
    }

    Measure read(Entry entry) {
        Optional<Mapping> mapping = Mapping.of(entry, Section.MEASURE, reading);
        if (mapping.isEmpty()) {
            return Measure.OPEN;
        }
        Mapping keys = mapping.get();
        return new Measure(
                keys.get("forks").flatMap(this::forks),
                keys.get("warmup").flatMap(this::warmup),
                keys.get("iterations").flatMap(this::iterations),
                keys.get("time-budget").flatMap(this::timeBudget).map(Time::seconds),
                keys.get("confidence").flatMap(this::confidence),
                keys.get("jvm-args")
                        .map(e -> reading.strings(e, "an argument like `-Xmx1g`"))
                        .orElse(List.of()),
                keys.get("java")
                        .flatMap(e -> reading.scalar(e, "a version like `21` or the folder of a JDK"))
                        .map(Text::value),
                keys.get("env").map(this::env).orElse(List.of()));
    }

    private Optional<Forks> forks(Entry entry) {
        if (entry.value() instanceof ScalarNode) {
            return reading.scalar(entry, "a number or {min, max}")
                    .flatMap(MeasureReader::count)
                    .map(n -> new Forks(n, n));
        }
        Optional<Mapping> mapping = Mapping.of(entry.value(), "`forks`", "a number or {min, max}", reading)
                .map(m -> m.only(Section.FORKS));
        Optional<Text> min = mapping.flatMap(m -> m.need("min", "`forks`")).flatMap(e -> reading.scalar(e, "a number"));
        Optional<Text> max = mapping.flatMap(m -> m.need("max", "`forks`")).flatMap(e -> reading.scalar(e, "a number"));
        Optional<Integer> least = min.flatMap(MeasureReader::count);
        Optional<Integer> most = max.flatMap(MeasureReader::count);
        if (least.isEmpty() || most.isEmpty()) {
            return Optional.empty();
        }
        if (most.get() < least.get()) {
            max.ifPresent(text -> text.fault("`max` is below `min`, which is " + least.get(), ""));
            return Optional.empty();
        }
        return Optional.of(new Forks(least.get(), most.get()));
    }

    private static Optional<Integer> count(Text text) {
        Cursor cursor = new Cursor(text);
        return cursor.whole("a number of forks", 1, MOST_FORKS).filter(n -> cursor.end(""));
    }

    private Optional<Warmup> warmup(Entry entry) {
        Optional<Text> text = reading.scalar(entry, WARMUP);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Cursor cursor = new Cursor(text.get());
        if (!cursor.eat("adaptive")) {
            return repeated(text.get(), 0, WARMUP).map(r -> new Warmup.Fixed(r.count, r.seconds));
        }
        if (cursor.atEnd()) {
            return Optional.of(new Warmup.Adaptive(Defaults.WARMUP_SECONDS));
        }
        cursor.eatMark(",");
        if (!cursor.eat("at most")) {
            cursor.end("write it like " + WARMUP);
            return Optional.empty();
        }
        return cursor.amount(Unit.TIME).filter(time -> cursor.end("")).map(time -> new Warmup.Adaptive(time.value()));
    }

    private Optional<Iterations> iterations(Entry entry) {
        return reading.scalar(entry, ITERATIONS)
                .flatMap(text -> repeated(text, 1, ITERATIONS))
                .map(r -> new Iterations(r.count, r.seconds));
    }

    private record Repeated(int count, double seconds) {}

    private Optional<Repeated> repeated(Text text, int least, String example) {
        Cursor cursor = new Cursor(text);
        if (text.value().isEmpty() || !Character.isDigit(text.value().charAt(0))) {
            text.fault("expected " + example + ", found " + text.quoted(), "");
            return Optional.empty();
        }
        Optional<Integer> count = cursor.whole("a number of iterations", least, MOST_ITERATIONS);
        if (count.isEmpty()) {
            return Optional.empty();
        }
        if (!cursor.eatMark("x") && !cursor.eatMark("\u00d7")) {
            cursor.fault("expected ` x ` and the time of one iteration", "write it like " + example);
            return Optional.empty();
        }
        Optional<Cursor.Amount> time = cursor.amount(Unit.TIME).filter(t -> cursor.end(""));
        return time.filter(t -> positive(t, "an iteration")).map(t -> new Repeated(count.get(), t.value()));
    }

    private boolean positive(Cursor.Amount time, String what) {
        if (time.value() > 0) {
            return true;
        }
        reading.fault(time.spot(), what + " takes more than no time", "");
        return false;
    }

    private Optional<Time> timeBudget(Entry entry) {
        Optional<Text> text = reading.scalar(entry, "a time like `10 min`");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Cursor cursor = new Cursor(text.get());
        return cursor.amount(Unit.TIME)
                .filter(t -> cursor.end("") && positive(t, "a run"))
                .map(t -> new Time(t.value()));
    }

    private Optional<Double> confidence(Entry entry) {
        Optional<Cursor.Amount> share = Shares.read(entry, reading);
        if (share.isPresent()
                && !(share.get().value() >= LEAST_CONFIDENCE && share.get().value() < 1)) {
            reading.fault(share.get().spot(), "a confidence is at least 50 % and below 100 %", "");
            return Optional.empty();
        }
        return share.map(Cursor.Amount::value);
    }

    private List<String> env(Entry entry) {
        List<Text> names = reading.texts(entry, "the name of an environment variable");
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
