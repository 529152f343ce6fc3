package com.acme;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Two methods, one thread each, on one counter. */
@State(Scope.Group)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GroupBenchmark {
    private final AtomicLong counter = new AtomicLong();

    @Benchmark
    @Group("readWrite")
    @GroupThreads(1)
    public long read() {
        return counter.get();
    }

    @Benchmark
    @Group("readWrite")
    @GroupThreads(1)
    public long write() {
        return counter.incrementAndGet();
    }
}
