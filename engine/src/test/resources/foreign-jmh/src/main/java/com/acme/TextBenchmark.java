package com.acme;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Time and throughput over a parameter. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TextBenchmark {
    @Param({"10", "1000"})
    public int size;

    private String text;

    @Setup
    public void setUp() {
        StringBuilder builder = new StringBuilder();
        for (int i = 0; i < size; i++) {
            builder.append((char) ('a' + i % 26)).append(',');
        }
        text = builder.toString();
    }

    @TearDown
    public void tearDown() {
        text = null;
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public int hash() {
        int hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    public String[] split() {
        return text.split(",");
    }
}
