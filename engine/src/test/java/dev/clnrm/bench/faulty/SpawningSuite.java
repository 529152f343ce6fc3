package dev.clnrm.bench.faulty;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;

/** Starts a thread while declaring and leaves it behind. */
public final class SpawningSuite implements BenchmarkSuite {
    @Override
    public Suite declare() {
        Thread thread = new Thread(
                () -> {
                    try {
                        Thread.sleep(600_000);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "left behind");
        thread.start();
        return Suites.of("spawning");
    }
}
