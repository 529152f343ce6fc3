package dev.clnrm.bench.fork.internal;

import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.suite;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Bodies that never end or that end the JVM, in a separate process. */
public final class Leavers implements BenchmarkSuite {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final AtomicInteger CALLED = new AtomicInteger();

    private static String make() {
        return "state " + MADE.incrementAndGet();
    }

    private static void clean(String state) {
        System.out.println("cleaned " + state);
    }

    /** Prints a line when the last of {@code threads} has arrived, and waits. */
    private static Object stay(int threads) throws InterruptedException {
        if (CALLED.incrementAndGet() == threads) {
            System.out.println("running");
        }
        new CountDownLatch(1).await();
        return "";
    }

    @Override
    public Suite declare() {
        return suite("leavers")
                .benchmarks(
                        benchmark("given")
                                .given(Leavers::make)
                                .tearDown(Leavers::clean)
                                .measure(s -> stay(2)),
                        benchmark("givenPerThread")
                                .givenPerThread(Leavers::make)
                                .tearDown(Leavers::clean)
                                .measure(s -> stay(2)),
                        benchmark("givenEach")
                                .givenEach(Leavers::make)
                                .tearDown(Leavers::clean)
                                .measure(s -> stay(2)),
                        benchmark("exit")
                                .given(Leavers::make)
                                .tearDown(Leavers::clean)
                                .measure(s -> {
                                    System.exit(3);
                                    return "";
                                }),
                        benchmark("failing")
                                .given(Leavers::make)
                                .tearDown(Leavers::clean)
                                .measure(s -> {
                                    throw new IllegalStateException("as told");
                                }),
                        benchmark("throwing")
                                .given(Leavers::make)
                                .tearDown(s -> {
                                    clean(s);
                                    throw new IllegalStateException("while cleaning");
                                })
                                .measure(s -> stay(2)));
    }
}
