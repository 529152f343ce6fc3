package dev.clnrm.benches.overhead;

import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.forks;
import static dev.clnrm.bench.dsl.Bench.jmh;
import static dev.clnrm.bench.dsl.Bench.millis;
import static dev.clnrm.bench.dsl.Bench.suite;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;

/**
 * Pairs of the same body, {@code dsl/…} and {@code hand/…}: the difference is the overhead of the DSL. The young generation is
 * small and has a fixed size: the cost of memory in a large one varies by several nanoseconds, and the difference is tenths of a
 * nanosecond.
 */
public final class OverheadSuite implements BenchmarkSuite {
    @Override
    public Suite declare() {
        int number = Integer.parseInt("41");
        long dividend = Long.parseLong("1000000007");
        long divisor = Long.parseLong("31");
        return suite("overhead")
                .measuredBy(forks(8, 8)
                        .warmup(10, millis(100))
                        .iterations(10, millis(100))
                        .jvmArgs("-XX:+UseParallelGC", "-Xmn64m"))
                .benchmarks(
                        benchmark("dsl/empty").measureInto(blackhole -> {}),
                        jmh("hand/empty", HandWritten.class, "empty"),
                        benchmark("dsl/increment").measureInt(() -> number + 1),
                        jmh("hand/increment", HandWritten.class, "increment"),
                        benchmark("dsl/division").measureLong(() -> dividend / divisor),
                        jmh("hand/division", HandWritten.class, "division"),
                        benchmark("dsl/microsecond").measureLong(() -> Numbers.mixed(dividend)),
                        jmh("hand/microsecond", HandWritten.class, "microsecond"),
                        benchmark("dsl/allocation").measure(() -> new byte[number]),
                        jmh("hand/allocation", HandWritten.class, "allocation"),
                        benchmark("dsl/fresh").givenEach(ring()::fresh).measure(Arrays32::reversed),
                        jmh("hand/fresh", HandWritten.class, "fresh"));
    }

    private static Arrays32 ring() {
        return new Arrays32(HandWritten.BATCH);
    }
}
