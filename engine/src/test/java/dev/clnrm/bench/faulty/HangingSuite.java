package dev.clnrm.bench.faulty;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;

/** Never ends declaring. */
public final class HangingSuite implements BenchmarkSuite {
    @Override
    public Suite declare() {
        try {
            Thread.sleep(600_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Suites.of("hanging");
    }
}
