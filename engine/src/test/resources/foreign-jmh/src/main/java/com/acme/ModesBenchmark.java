package com.acme;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Blackhole;

/** Every mode, threads, and operations per invocation. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ModesBenchmark {
    private final AtomicLong counter = new AtomicLong();
    private int[] numbers;

    @Setup(Level.Iteration)
    public void setUp() {
        numbers = new Random(42).ints(256).toArray();
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public int[] sampledSort() {
        int[] copy = numbers.clone();
        Arrays.sort(copy);
        return copy;
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    public long singleSum() {
        long sum = 0;
        for (int i = 0; i < 1_000_000; i++) {
            sum += numbers[i & 255] * (long) i;
        }
        return sum;
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OperationsPerInvocation(256)
    public void perNumber(Blackhole blackhole) {
        for (int number : numbers) {
            blackhole.consume(number / 7);
        }
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Threads(2)
    public long contended() {
        return counter.incrementAndGet();
    }
}
