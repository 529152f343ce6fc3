package dev.clnrm.benches.overhead;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The bodies as users of plain JMH write them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class HandWritten {
    static final int BATCH = 256;

    private int number = 41;
    private long dividend = 1_000_000_007L;
    private long divisor = 31;

    @Benchmark
    public void empty() {}

    @Benchmark
    public int increment() {
        return number + 1;
    }

    @Benchmark
    public long division() {
        return dividend / divisor;
    }

    @Benchmark
    public long microsecond() {
        return Numbers.mixed(dividend);
    }

    @Benchmark
    public byte[] allocation() {
        return new byte[number];
    }

    /** New inputs in batches, prepared outside the measured time. */
    @State(Scope.Thread)
    public static class Inputs {
        private final Arrays32 ring = new Arrays32(BATCH);
        private final int[][] batch = new int[BATCH][];

        @Setup(Level.Invocation)
        public void fill() {
            for (int i = 0; i < BATCH; i++) {
                batch[i] = ring.fresh();
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void fresh(Inputs inputs, Blackhole blackhole) {
        for (int[] input : inputs.batch) {
            blackhole.consume(Arrays32.reversed(input));
        }
    }
}
