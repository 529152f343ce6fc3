package dev.clnrm.bench.faulty;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;

/** Ends the JVM while declaring. */
public final class ExitingSuite implements BenchmarkSuite {
    @Override
    public Suite declare() {
        System.exit(0);
        return Suites.of("exiting");
    }
}
