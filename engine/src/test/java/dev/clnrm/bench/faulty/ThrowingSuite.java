package dev.clnrm.bench.faulty;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;

/** Throws while declaring. */
public final class ThrowingSuite implements BenchmarkSuite {
    @Override
    public Suite declare() {
        throw new IllegalStateException("the database is not there");
    }
}
