package dev.clnrm.bench.faulty;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;

/** Prints while declaring. */
public final class PrintingSuite implements BenchmarkSuite {
    @Override
    public Suite declare() {
        System.out.println("hello from declare()");
        System.err.println("and hello again");
        return Suites.of("printing");
    }
}
