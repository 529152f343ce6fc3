package dev.clnrm.bench.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Random declarations; the same seed gives the same ones. */
final class RandomSpecs {
    private static final String LETTERS = "ab/{}=, \n\u0000\u001f\u00e4\u20ac\ud83d\ude00";

    private final SplittableRandom random;

    RandomSpecs(long seed) {
        this.random = new SplittableRandom(seed);
    }

    Declared declared() {
        return new Declared(list(this::suite), list(() -> new Declared.Failure(text(), text(), list(this::text))));
    }

    SuiteSpec suite() {
        return new SuiteSpec(text(), measure(), list(this::benchmark), list(this::law), list(this::fault), place());
    }

    private BenchmarkSpec benchmark() {
        return new BenchmarkSpec(
                text(),
                source(),
                list(() -> new Parameter(text(), list(this::text))),
                maybe(this::mode),
                maybe(random::nextInt),
                maybe(random::nextInt),
                list(this::text),
                measure(),
                budget(),
                place());
    }

    private Mode mode() {
        List<Mode> modes = List.of(Mode.values());
        return modes.get(random.nextInt(modes.size()));
    }

    private Source source() {
        return switch (random.nextInt(3)) {
            case 0 -> new Source.Body(text(), random.nextInt());
            case 1 -> new Source.Jmh(text(), text());
            default ->
                new Source.Command(Stream.concat(Stream.of(text()), list(this::text).stream())
                        .toList());
        };
    }

    private Budget budget() {
        return new Budget(
                maybe(this::text),
                maybe(this::text),
                maybe(() -> limit(new Time(1e-6), new Time(1))),
                maybe(() -> limit(new Bytes(0), new Bytes(Double.MAX_VALUE))),
                maybe(this::change),
                maybe(this::change),
                maybe(this::text),
                maybe(this::text));
    }

    private <Q extends Quantity<Q>> Limit<Q> limit(Q low, Q high) {
        return new Limit<>(low, maybe(() -> high), maybe(() -> 100 - random.nextDouble(100)), place());
    }

    private Change change() {
        return new Change(
                maybe(this::positive), maybe(this::positive), maybe(this::positive), maybe(this::positive), place());
    }

    private Measure measure() {
        return new Measure(
                maybe(() -> new Forks(1 + random.nextInt(9), 10 + random.nextInt(9))),
                maybe(() -> random.nextBoolean()
                        ? new Warmup.Adaptive(positive())
                        : new Warmup.Fixed(random.nextInt(9), positive())),
                maybe(() -> new Iterations(1 + random.nextInt(99), positive())),
                maybe(this::positive),
                maybe(() -> 0.5 + random.nextDouble(0.49)),
                list(this::text),
                maybe(this::text),
                list(this::text));
    }

    private Law law() {
        return switch (random.nextInt(4)) {
            case 0 -> new Law.Ratio(text(), text(), text(), number(), place());
            case 1 -> new Law.Exponent(text(), text(), text(), number(), number(), place());
            case 2 -> new Law.Efficiency(text(), text(), text(), number(), number(), place());
            default -> new Law.Overhead(text(), text(), text(), number(), place());
        };
    }

    private Fault fault() {
        return new Fault(place(), text(), text());
    }

    private Place place() {
        return new Place(text(), random.nextInt(), random.nextInt());
    }

    private double positive() {
        return Double.MIN_VALUE + random.nextDouble(1e9);
    }

    private double number() {
        return random.nextBoolean() ? Double.longBitsToDouble(random.nextLong()) : random.nextInt(5) - 2;
    }

    private String text() {
        int[] letters = LETTERS.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> list(Supplier<T> element) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(element.get());
        }
        return list;
    }
}
