package dev.clnrm.bench.dsl;

import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Bytes;
import dev.clnrm.bench.model.Change;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Quantity;
import dev.clnrm.bench.model.Share;
import dev.clnrm.bench.model.Source;
import dev.clnrm.bench.model.Time;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The static methods that start a declaration; import them statically.
 *
 * <pre>{@code
 * suite("text")
 *         .benchmarks(
 *                 benchmark("split")
 *                         .given(() -> "a,b,c")
 *                         .measure(text -> text.split(","))
 *                         .time(atMost(micros(1)))
 *                         .allocation(atMost(bytes(512))));
 * }</pre>
 */
public final class Bench {
    private Bench() {}

    /** A suite of benchmarks. */
    public static Suite suite(String name) {
        return Suite.named(name, Places.caller());
    }

    /** A benchmark whose body is a lambda. */
    public static Named benchmark(String name) {
        return new Named(Draft.named(name, Places.caller()));
    }

    /** An annotated JMH benchmark of the same class path, named {@code Class/method}. */
    public static BenchmarkDeclaration jmh(Class<?> type, String method) {
        return jmh(type.getSimpleName() + "/" + method, type, method);
    }

    /** An annotated JMH benchmark of the same class path, under another name. */
    public static BenchmarkDeclaration jmh(String name, Class<?> type, String method) {
        Source source = new Source.Jmh(type.getName(), method);
        return new BenchmarkDeclaration(BenchmarkSpec.of(name, source, Places.caller()), Optional.empty(), List.of());
    }

    /** A program and its arguments, timed as a whole process. */
    public static BenchmarkDeclaration command(String name, String... line) {
        Source source = new Source.Command(List.of(line));
        return new BenchmarkDeclaration(BenchmarkSpec.of(name, source, Places.caller()), Optional.empty(), List.of());
    }

    /**
     * At least {@code min} new JVMs per case, and up to {@code max} if more can decide a result.
     *
     * @param min from 1
     * @param max from {@code min}
     */
    public static Measuring forks(int min, int max) {
        return measuring().forks(min, max);
    }

    /** Measuring settings without values. Missing values come from the suite, the file or the defaults. */
    public static Measuring measuring() {
        return Measuring.open();
    }

    /** An absolute limit. */
    public static <Q extends Quantity<Q>> Limit<Q> atMost(Q amount) {
        return Limit.atMost(amount, Places.caller());
    }

    /** An absolute limit of time. */
    public static Limit<Time> atMost(Duration amount) {
        return Limit.atMost(duration(amount), Places.caller());
    }

    /** A rule for the change against the base, still without limits: add thresholds. */
    public static Change change() {
        return new Change(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Places.caller());
    }

    /**
     * The tolerance of a change: a smaller change is ignored.
     *
     * @param share from 0 %
     */
    public static Within within(Share share) {
        return new Within(share, Places.caller());
    }

    /** A law for how many times slower {@code slower} is than {@code faster}. */
    public static Laws.RatioOf ratio(String slower, String faster) {
        return new Laws.RatioOf(slower, faster, Places.caller());
    }

    /** A law for how many times slower {@code slower} is than {@code faster}; both have no parameters. */
    public static Laws.RatioOf ratio(BenchmarkDeclaration slower, BenchmarkDeclaration faster) {
        return ratio(slower.name(), faster.name());
    }

    /** A law for the growth of a benchmark's time with a parameter. */
    public static Laws.ExponentOf exponent(BenchmarkDeclaration benchmark, String parameter) {
        return exponent(benchmark.name(), parameter);
    }

    /** A law for the growth of a benchmark's time with a parameter. */
    public static Laws.ExponentOf exponent(String benchmark, String parameter) {
        return new Laws.ExponentOf(benchmark, parameter, Places.caller());
    }

    /** A law for the speed-up of several concurrent operations over sequential ones. */
    public static Laws.EfficiencyOf efficiency(BenchmarkDeclaration benchmark, String parameter) {
        return efficiency(benchmark.name(), parameter);
    }

    /** A law for the speed-up of several concurrent operations over sequential ones. */
    public static Laws.EfficiencyOf efficiency(String benchmark, String parameter) {
        return new Laws.EfficiencyOf(benchmark, parameter, Places.caller());
    }

    /** A law for how much longer {@code of} takes than {@code over}. */
    public static Laws.OverheadOf overhead(String of, String over) {
        return new Laws.OverheadOf(of, over, Places.caller());
    }

    /** A law for how much longer {@code of} takes than {@code over}; both have no parameters. */
    public static Laws.OverheadOf overhead(BenchmarkDeclaration of, BenchmarkDeclaration over) {
        return overhead(of.name(), over.name());
    }

    /**
     * A time.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public static Time duration(Duration amount) {
        return new Time(amount.getSeconds() + amount.getNano() / 1e9);
    }

    /**
     * A time in nanoseconds.
     *
     * @param amount finite, from 0
     * @throws IllegalArgumentException if it is not
     */
    public static Time nanos(double amount) {
        return new Time(amount / 1e9);
    }

    /**
     * A time in microseconds.
     *
     * @param amount finite, from 0
     * @throws IllegalArgumentException if it is not
     */
    public static Time micros(double amount) {
        return new Time(amount / 1e6);
    }

    /**
     * A time in milliseconds.
     *
     * @param amount finite, from 0
     * @throws IllegalArgumentException if it is not
     */
    public static Time millis(double amount) {
        return new Time(amount / 1e3);
    }

    /**
     * A time in seconds.
     *
     * @param amount finite, from 0
     * @throws IllegalArgumentException if it is not
     */
    public static Time seconds(double amount) {
        return new Time(amount);
    }

    /**
     * An amount of memory in bytes.
     *
     * @param amount finite, from 0
     * @throws IllegalArgumentException if it is not
     */
    public static Bytes bytes(double amount) {
        return new Bytes(amount);
    }

    /**
     * An amount of memory in units of 1024 bytes.
     *
     * @param amount finite, from 0
     * @throws IllegalArgumentException if it is not
     */
    public static Bytes kibibytes(double amount) {
        return new Bytes(amount * 1024);
    }

    /**
     * An amount of memory in units of 1024 · 1024 bytes.
     *
     * @param amount finite, from 0
     * @throws IllegalArgumentException if it is not
     */
    public static Bytes mebibytes(double amount) {
        return new Bytes(amount * 1024 * 1024);
    }

    /**
     * A share: 100 is the whole.
     *
     * @param amount finite
     * @throws IllegalArgumentException if it is not
     */
    public static Share percent(double amount) {
        return new Share(amount / 100);
    }
}
