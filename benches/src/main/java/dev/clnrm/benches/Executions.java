package dev.clnrm.benches;

import dev.clnrm.cleanroom.intelligence.ResourceUsage;
import dev.clnrm.cleanroom.intelligence.TestExecution;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Executions of five hundred tests, drawn from a fixed seed: each run of the suite stores the same ones. Five tests are flaky,
 * one becomes slower, and all others pass at a steady speed.
 */
final class Executions {
    static final int TESTS = 500;

    private static final long SEED = 20_260_101;
    private static final double FAILURES_OF_FLAKY = 0.3;

    /** Nanoseconds that each execution adds to the later executions of the slowing test. */
    private static final long SLOWING_NANOS = 1_000;

    private static final long BEGIN = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    private static final String[] NAMES = names();

    private final SplittableRandom random = new SplittableRandom(SEED);
    private long drawn;

    /** A test that becomes slower. */
    static String slowing() {
        return NAMES[11];
    }

    /** Whether the test is flaky: every hundredth test is. */
    static boolean isFlaky(String test) {
        return test.endsWith("07");
    }

    /** The next execution: a second after the last, up to 100 ms long, with up to 256 MiB of memory. */
    TestExecution next() {
        String test = NAMES[random.nextInt(TESTS)];
        boolean success = !isFlaky(test) || random.nextDouble() >= FAILURES_OF_FLAKY;
        long slower = test.equals(slowing()) ? drawn * SLOWING_NANOS : 0;
        return new TestExecution(
                test,
                Instant.ofEpochSecond(BEGIN + drawn++),
                success,
                Duration.ofNanos(random.nextLong(100_000_000) + slower),
                success ? Optional.empty() : Optional.of("expected 3, but was " + random.nextInt(4, 10)),
                usage());
    }

    ResourceUsage usage() {
        return new ResourceUsage(
                Duration.ofNanos(random.nextLong(100_000_000)),
                random.nextLong(256L << 20),
                random.nextLong(1 << 20),
                random.nextLong(1 << 16));
    }

    List<TestExecution> next(int count) {
        List<TestExecution> batch = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            batch.add(next());
        }
        return batch;
    }

    private static String[] names() {
        String[] names = new String[TESTS];
        for (int i = 0; i < TESTS; i++) {
            names[i] = "com.acme.orders.OrderTest.case_" + (1_000 + i);
        }
        return names;
    }
}
