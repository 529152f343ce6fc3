package dev.clnrm.bench.dsl;

import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Bytes;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Quantity;
import dev.clnrm.bench.model.Share;
import dev.clnrm.bench.model.Source;
import dev.clnrm.bench.model.Time;
import java.util.List;
import java.util.Optional;

/**
 * Every word a sentence starts with; import it statically.
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
    public static Benchmark jmh(Class<?> type, String method) {
        return jmh(type.getSimpleName() + "/" + method, type, method);
    }

    /** An annotated JMH benchmark of the same class path, under another name. */
    public static Benchmark jmh(String name, Class<?> type, String method) {
        Source source = new Source.Jmh(type.getName(), method);
        return new Benchmark(BenchmarkSpec.of(name, source, Places.caller()), Optional.empty(), List.of());
    }

    /** A program and its arguments, timed as a whole process. */
    public static Benchmark command(String name, String... line) {
        Source source = new Source.Command(List.of(line));
        return new Benchmark(BenchmarkSpec.of(name, source, Places.caller()), Optional.empty(), List.of());
    }

    /** At least {@code min} fresh JVMs a case, and up to {@code max} where more would decide something. */
    public static Measuring forks(int min, int max) {
        return new Measuring(Measure.OPEN.withForks(new Forks(min, max)));
    }

    /** An absolute limit. */
    public static <Q extends Quantity<Q>> Limit<Q> atMost(Q amount) {
        return Limit.atMost(amount, Places.caller());
    }

    /** A change that counts as none. */
    public static Within within(Share share) {
        return new Within(share, Places.caller());
    }

    /** {@code slower} takes a multiple of the time of {@code faster}. */
    public static Laws.RatioOf ratio(String slower, String faster) {
        return new Laws.RatioOf(slower, faster, Places.caller());
    }

    /** How the time of a benchmark grows with a parameter. */
    public static Laws.ExponentOf exponent(String benchmark, String parameter) {
        return new Laws.ExponentOf(benchmark, parameter, Places.caller());
    }

    /** What doing many at once gains over one after the other. */
    public static Laws.EfficiencyOf efficiency(String benchmark, String parameter) {
        return new Laws.EfficiencyOf(benchmark, parameter, Places.caller());
    }

    /** How much longer {@code of} takes than {@code over}. */
    public static Laws.OverheadOf overhead(String of, String over) {
        return new Laws.OverheadOf(of, over, Places.caller());
    }

    public static Time nanos(double amount) {
        return new Time(amount / 1e9);
    }

    public static Time micros(double amount) {
        return new Time(amount / 1e6);
    }

    public static Time millis(double amount) {
        return new Time(amount / 1e3);
    }

    public static Time seconds(double amount) {
        return new Time(amount);
    }

    public static Bytes bytes(double amount) {
        return new Bytes(amount);
    }

    public static Bytes kibibytes(double amount) {
        return new Bytes(amount * 1024);
    }

    public static Bytes mebibytes(double amount) {
        return new Bytes(amount * 1024 * 1024);
    }

    public static Share percent(double amount) {
        return new Share(amount / 100);
    }
}
