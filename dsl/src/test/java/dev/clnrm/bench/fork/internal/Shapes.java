package dev.clnrm.bench.fork.internal;

import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.suite;

import dev.clnrm.bench.dsl.BenchmarkDeclaration;
import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Measured0;
import dev.clnrm.bench.dsl.Measured1;
import dev.clnrm.bench.dsl.Measured2;
import dev.clnrm.bench.dsl.Params;
import dev.clnrm.bench.dsl.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Every way to prepare with every kind of body; each body records its arguments. */
public final class Shapes implements BenchmarkSuite {
    static final List<String> KINDS = List.of("Object", "Int", "Long", "Double", "Into", "Async");

    /** The arguments of each call of a body. */
    static final Queue<List<Object>> CALLS = new ConcurrentLinkedQueue<>();

    static final Queue<State> MADE = new ConcurrentLinkedQueue<>();
    static final Queue<Object> CLEANED = new ConcurrentLinkedQueue<>();

    static void forget() {
        CALLS.clear();
        MADE.clear();
        CLEANED.clear();
    }

    /** A prepared state: no two are equal. */
    static final class State {
        final List<Object> madeFrom;

        private State(Object... from) {
            madeFrom = List.of(from);
        }

        static State of(Object... from) {
            State made = new State(from);
            MADE.add(made);
            return made;
        }
    }

    @Override
    public Suite declare() {
        Stream<BenchmarkDeclaration> all = KINDS.stream().flatMap(kind -> ways(kind).stream());
        BenchmarkDeclaration late = benchmark("late")
                .measureAsync(() -> new CompletableFuture<String>().completeOnTimeout("", 5, TimeUnit.MILLISECONDS));
        return suite("shapes").benchmarks(Stream.concat(all, Stream.of(late)).toArray(BenchmarkDeclaration[]::new));
    }

    private static List<BenchmarkDeclaration> ways(String kind) {
        List<BenchmarkDeclaration> ways = new ArrayList<>();
        ways.add(none(kind, benchmark(kind + "/none")));
        ways.add(one(kind, benchmark(kind + "/given").given(State::of).tearDown(CLEANED::add)));
        ways.add(one(
                kind,
                benchmark(kind + "/givenPerThread").givenPerThread(State::of).tearDown(CLEANED::add)));
        ways.add(one(kind, benchmark(kind + "/givenEach").givenEach(State::of).tearDown(CLEANED::add)));

        ways.add(one(kind, benchmark(kind + "/over").over("n", 1, 2)));
        ways.add(one(
                kind,
                benchmark(kind + "/over/given").over("n", 1, 2).given(State::of).tearDown(CLEANED::add)));
        ways.add(two(kind, benchmark(kind + "/over/given+").over("n", 1, 2).given(State::of)));
        ways.add(two(
                kind,
                benchmark(kind + "/over/givenPerThread+")
                        .over("n", 1, 2)
                        .givenPerThread(State::of)
                        .tearDown(CLEANED::add)));
        ways.add(two(
                kind,
                benchmark(kind + "/over/givenEach+")
                        .over("n", 1, 2)
                        .givenEach(State::of)
                        .tearDown(CLEANED::add)));

        ways.add(two(kind, benchmark(kind + "/over2").over("n", 1, 2).over("m", Map.of("ten", 10L))));
        ways.add(two(
                kind,
                benchmark(kind + "/over2/given+")
                        .over("n", 1, 2)
                        .over("m", Map.of("ten", 10L))
                        .given((n, m) -> State.of(n, m))));
        ways.add(two(
                kind,
                benchmark(kind + "/over2/givenPerThread+")
                        .over("n", 1, 2)
                        .over("m", Map.of("ten", 10L))
                        .givenPerThread((n, m) -> State.of(n, m))));
        ways.add(two(
                kind,
                benchmark(kind + "/over2/givenEach+")
                        .over("n", 1, 2)
                        .over("m", Map.of("ten", 10L))
                        .givenEach((n, m) -> State.of(n, m))
                        .tearDown(CLEANED::add)));

        ways.add(one(
                kind,
                benchmark(kind + "/over3")
                        .over("n", 1, 2)
                        .over("m", Map.of("ten", 10L))
                        .over("s", "a", "b")));
        ways.add(two(
                kind,
                benchmark(kind + "/over3/given+")
                        .over("n", 1, 2)
                        .over("m", Map.of("ten", 10L))
                        .over("s", "a", "b")
                        .given(Shapes::fromAll)));
        ways.add(two(
                kind,
                benchmark(kind + "/over3/givenPerThread+")
                        .over("n", 1, 2)
                        .over("m", Map.of("ten", 10L))
                        .over("s", "a", "b")
                        .givenPerThread(Shapes::fromAll)));
        ways.add(two(
                kind,
                benchmark(kind + "/over3/givenEach+")
                        .over("n", 1, 2)
                        .over("m", Map.of("ten", 10L))
                        .over("s", "a", "b")
                        .givenEach(Shapes::fromAll)
                        .tearDown(CLEANED::add)));
        ways.add(one(
                kind,
                benchmark(kind + "/over4")
                        .over("n", 1, 2)
                        .over("m", Map.of("ten", 10L))
                        .over("s", "a", "b")
                        .over("t", "c")));
        return ways;
    }

    private static State fromAll(Params params) {
        return State.of(all(params).toArray());
    }

    static List<Object> all(Params params) {
        return List.of(params.integer("n"), params.get("m", Long.class), params.text("s"));
    }

    private static BenchmarkDeclaration none(String kind, Measured0 measured) {
        return switch (kind) {
            case "Object" -> measured.measure(() -> called());
            case "Int" -> measured.measureInt(() -> called());
            case "Long" -> measured.measureLong(() -> called());
            case "Double" -> measured.measureDouble(() -> called());
            case "Into" -> measured.measureInto(blackhole -> blackhole.consume(called()));
            default -> measured.measureAsync(() -> CompletableFuture.completedFuture(called()));
        };
    }

    private static <S> BenchmarkDeclaration one(String kind, Measured1<S> measured) {
        return switch (kind) {
            case "Object" -> measured.measure(s -> called(s));
            case "Int" -> measured.measureInt(s -> called(s));
            case "Long" -> measured.measureLong(s -> called(s));
            case "Double" -> measured.measureDouble(s -> called(s));
            case "Into" -> measured.measureInto((s, blackhole) -> blackhole.consume(called(s)));
            default -> measured.measureAsync(s -> CompletableFuture.completedFuture(called(s)));
        };
    }

    private static <S, P> BenchmarkDeclaration two(String kind, Measured2<S, P> measured) {
        return switch (kind) {
            case "Object" -> measured.measure((s, p) -> called(s, p));
            case "Int" -> measured.measureInt((s, p) -> called(s, p));
            case "Long" -> measured.measureLong((s, p) -> called(s, p));
            case "Double" -> measured.measureDouble((s, p) -> called(s, p));
            case "Into" -> measured.measureInto((s, p, blackhole) -> blackhole.consume(called(s, p)));
            default -> measured.measureAsync((s, p) -> CompletableFuture.completedFuture(called(s, p)));
        };
    }

    private static int called(Object... arguments) {
        CALLS.add(List.of(arguments));
        return 1;
    }
}
