package dev.clnrm.bench.faulty;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;

/** Prints without end while declaring. */
public final class FloodingSuite implements BenchmarkSuite {
    @Override
    public Suite declare() {
        byte[] block = new byte[1 << 16];
        java.util.Arrays.fill(block, (byte) '#');
        for (int i = 0; i < Integer.MAX_VALUE; i++) {
            System.out.write(block, 0, block.length);
        }
        return Suites.of("flooding");
    }
}
