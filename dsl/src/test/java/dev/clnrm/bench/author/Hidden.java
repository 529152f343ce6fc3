package dev.clnrm.bench.author;

import static dev.clnrm.bench.dsl.Bench.suite;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;

/** A suite that cannot be created outside its package. */
final class Hidden implements BenchmarkSuite {
    public Hidden() {}

    @Override
    public Suite declare() {
        return suite("hidden");
    }
}
