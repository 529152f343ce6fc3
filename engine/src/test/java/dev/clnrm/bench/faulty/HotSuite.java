package dev.clnrm.bench.faulty;

import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.forks;
import static dev.clnrm.bench.dsl.Bench.millis;
import static dev.clnrm.bench.dsl.Bench.suite;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;
import org.openjdk.jmh.infra.Blackhole;

/** A benchmark of one method, which JMH keeps from being inlined. */
public final class HotSuite implements BenchmarkSuite {
    private static final long TOKENS = 500;

    @Override
    public Suite declare() {
        return suite("hot")
                .measuredBy(forks(1, 1).warmup(3, millis(50)).iterations(3, millis(50)))
                .benchmarks(benchmark("consumes").measure(HotSuite::consume));
    }

    private static Object consume() {
        Blackhole.consumeCPU(TOKENS);
        return "";
    }
}
