package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Bytes;
import dev.clnrm.bench.model.Change;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Quantity;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.model.Warmup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Files of every shape, the same for the same seed. */
final class RandomFiles {
    private static final String[] TEXTS = {
        "plain",
        "with: colon",
        "see #41",
        " spaces ",
        "yes",
        "null",
        "17",
        "0x1f",
        "1e3",
        "'single'",
        "\"double\"",
        "-",
        "[x]",
        "{y}",
        "ü µ 😀",
        "tab\there",
        "line\nbreak",
        "\u001b[31m",
        "\u0085\u2028",
        "@at",
        "*star",
        "&and",
        "!bang",
        "%per",
        "`tick",
        "a, b",
        "~",
        "=",
        "<<",
        "2027-03-01",
        "12:30:45",
        ".5",
        "on",
        "trailing:",
        "?q",
        "| pipe",
        "> fold",
        "\\back",
        "a\r\nb"
    };

    private final SplittableRandom random;
    private int names;

    RandomFiles(long seed) {
        this.random = new SplittableRandom(seed);
    }

    BudgetsFile file() {
        return new BudgetsFile(
                new SourceText("budgets.yaml", List.of()),
                list(3, this::source),
                random.nextInt(4) == 0
                        ? new BuildRule(maybe(this::text), false, List.of())
                        : new BuildRule(maybe(this::text), true, list(2, () -> "bench/p" + names++)),
                measure(maybe(this::seconds)),
                new ChangeLimits(thresholds(), one(List.of(FailOn.values())), tolerance(), share()),
                list(5, () -> new BudgetRule(pattern(), budget(), Place.UNKNOWN)),
                list(4, () -> new LawRule(law(), Map.of())),
                list(2, () -> new Waiver(pattern(), day(), text(), Place.UNKNOWN, Place.UNKNOWN)),
                new Hooks(
                        list(2, this::text),
                        list(2, this::text),
                        list(2, this::text),
                        list(2, this::text),
                        maybe(() -> new Webhook(
                                "URL", one(List.of(NotifyWhen.values())), one(List.of(Webhook.Shape.values())))),
                        maybe(this::email)),
                List.of());
    }

    private Email email() {
        Email.Tls tls = one(List.of(Email.Tls.values()));
        return new Email(
                new Email.Server(
                        "smtp.example.org",
                        1 + random.nextInt(65_535),
                        tls,
                        tls == Email.Tls.NONE ? Optional.empty() : maybe(() -> new Email.Login("USER", "PASSWORD"))),
                "bench@example.org",
                List.of("a.b+c@example.org", "d@example.org"),
                one(List.of(NotifyWhen.values())),
                random.nextBoolean());
    }

    private SuiteSource source() {
        String name = "suite-" + names++;
        if (random.nextBoolean()) {
            return new SuiteSource.Dsl(
                    name, classpath(), maybe(() -> "a.B$C"), measure(Optional.empty()), Place.UNKNOWN);
        }
        Map<String, List<String>> params = new LinkedHashMap<>();
        list(2, () -> "p" + names++)
                .forEach(p -> params.put(p, Stream.of(text(), text()).distinct().toList()));
        return new SuiteSource.Jmh(
                name,
                random.nextBoolean() ? WrittenClassPath.ofJar(text()) : classpath(),
                list(2, () -> "com\\.acme\\..*[Bb]ench{1,2}"),
                list(1, () -> "^x|y$"),
                params,
                measure(Optional.empty()),
                Place.UNKNOWN);
    }

    private WrittenClassPath classpath() {
        List<String> entries = new ArrayList<>(List.of("target/a b.jar"));
        entries.addAll(list(2, () -> "deps/*"));
        return new WrittenClassPath(entries, maybe(this::text), false);
    }

    private Measure measure(Optional<Double> timeBudget) {
        int forks = 1 + random.nextInt(20);
        return new Measure(
                maybe(() -> new Forks(forks, forks + random.nextInt(3))),
                maybe(() -> random.nextBoolean()
                        ? new Warmup.Adaptive(seconds())
                        : new Warmup.Fixed(random.nextInt(30), seconds())),
                maybe(() -> new Iterations(1 + random.nextInt(100), seconds())),
                timeBudget,
                maybe(() -> 0.5 + random.nextDouble() / 2.001),
                list(2, this::text),
                maybe(this::text),
                list(2, () -> "NAME_" + names++));
    }

    private Thresholds thresholds() {
        double[] rising = DoubleStream.generate(this::share).limit(3).sorted().toArray();
        return random.nextBoolean() ? Defaults.CHANGES.thresholds() : new Thresholds(rising[0], rising[1], rising[2]);
    }

    private Tolerance tolerance() {
        List<Tolerance.Step> steps = list(3, this::seconds).stream()
                .distinct()
                .map(below -> new Tolerance.Step(below, share()))
                .toList();
        return new Tolerance(steps, share());
    }

    private CasePattern pattern() {
        String[] patterns = {
            "a/b%d", "a/*%d", "*%d", "a/b%d{n=1}", "a/b%d{n=1,m=*}", "a/b%d{t=x: y,z}", "ä/ö%d", "a/b %d{p=}"
        };
        return CasePatterns.of(patterns[random.nextInt(patterns.length)].replace("%d", String.valueOf(names++)));
    }

    private Budget budget() {
        return new Budget(
                maybe(this::text),
                maybe(this::text),
                maybe(() -> limit(seconds(), Time::new, maybe(() -> random.nextInt(1, 1000) / 10.0))),
                maybe(() -> limit(
                        Math.floor(random.nextDouble() * 1e6) / (random.nextBoolean() ? 1 : 8),
                        Bytes::new,
                        Optional.empty())),
                maybe(this::change),
                maybe(this::change),
                maybe(this::text),
                maybe(this::text));
    }

    private <Q extends Quantity<Q>> Limit<Q> limit(
            double amount, DoubleFunction<Q> quantity, Optional<Double> percentile) {
        return new Limit<>(quantity.apply(amount), maybe(() -> quantity.apply(amount * 2)), percentile, Place.UNKNOWN);
    }

    private Change change() {
        double[] rising = DoubleStream.generate(this::share).limit(3).sorted().toArray();
        return new Change(
                maybe(this::share),
                maybe(() -> rising[0]),
                maybe(() -> rising[1]),
                maybe(() -> rising[2]),
                Place.UNKNOWN);
    }

    private Law law() {
        String name = text() + names++;
        return switch (random.nextInt(4)) {
            case 0 -> new Law.Ratio(name, "a/b{n=1}", "a/c", random.nextDouble() * 20, Place.UNKNOWN);
            case 1 -> {
                double low = random.nextDouble() * 2 - 1;
                yield new Law.Exponent(name, "a/b", "n", low, low + random.nextDouble(), Place.UNKNOWN);
            }
            case 2 ->
                new Law.Efficiency(name, "a/b", "n", random.nextInt(1, 100), random.nextDouble() * 9, Place.UNKNOWN);
            default -> new Law.Overhead(name, "a/b{n=1}", "a/b{n=2}", share(), Place.UNKNOWN);
        };
    }

    private LocalDate day() {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(2000));
    }

    /** From a picosecond to a quarter of an hour, round or not. */
    private double seconds() {
        double seconds = Math.pow(10, random.nextDouble() * 15 - 12);
        return random.nextBoolean() ? seconds : Math.max(1, Math.rint(seconds * 1e6)) / 1e6;
    }

    private double share() {
        return random.nextBoolean() ? random.nextInt(200) / 100.0 : random.nextDouble() * 3;
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> list(int most, Supplier<T> element) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> element.get())
                .toList();
    }
}
