package dev.clnrm.bench.faulty;

import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.suite;

import dev.clnrm.bench.dsl.Suite;

/** What suites declare whose fault is another. */
final class Suites {
    private Suites() {}

    static Suite of(String name) {
        return suite(name).benchmarks(benchmark("sound").measureInt(() -> 42));
    }
}
