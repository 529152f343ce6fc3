package dev.clnrm.bench.faulty;

import static dev.clnrm.bench.dsl.Bench.atMost;
import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.command;
import static dev.clnrm.bench.dsl.Bench.forks;
import static dev.clnrm.bench.dsl.Bench.measuring;
import static dev.clnrm.bench.dsl.Bench.millis;
import static dev.clnrm.bench.dsl.Bench.suite;

import dev.clnrm.bench.dsl.BenchmarkDeclaration;
import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;
import dev.clnrm.bench.model.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Benchmarks that behave, each in another way; what they take and allocate is known. */
public final class SoundSuite implements BenchmarkSuite {
    /** The variable that names a folder in which forks leave signs of what happened in them, one file for each benchmark. */
    public static final String SIGNS = "SOUND_SIGNS";

    /** What {@code fresh} allocates: 56 bytes and the 16 of an array's head. */
    public static final int FRESH_BYTES = 72;

    @Override
    public Suite declare() {
        return suite("sound")
                .measuredBy(forks(1, 1).warmup(atMost(millis(200))).iterations(5, millis(10)))
                .benchmarks(
                        sleeping("average").measuredBy(forks(3, 3)),
                        sleeping("throughput").mode(Mode.THROUGHPUT),
                        sleeping("sample").mode(Mode.SAMPLE),
                        sleeping("single_shot").mode(Mode.SINGLE_SHOT),
                        sleeping("two_threads").threads(2),
                        sleeping("two_threads_throughput").mode(Mode.THROUGHPUT).threads(2),
                        benchmark("one_state")
                                .given(AtomicInteger::new)
                                .tearDown(state -> sign("one_state", "peak " + Threads.PEAK))
                                .measureInt(Threads::enter)
                                .threads(2)
                                .measuredBy(forks(1, 1).env(SIGNS)),
                        benchmark("fresh")
                                .givenEach(() -> new byte[1000])
                                .measure(input -> new byte[56])
                                .measuredBy(measuring().iterations(5, millis(100))),
                        benchmark("allocating")
                                .over("bytes", 1_000, 10_000)
                                .measure(bytes -> new byte[bytes])
                                .measuredBy(measuring().iterations(5, millis(100))),
                        benchmark("async").measureAsync(() -> CompletableFuture.supplyAsync(SoundSuite::sleep)),
                        benchmark("torn_down")
                                .given(() -> sign("torn_down", "set up"))
                                .tearDown(state -> sign("torn_down", "torn down"))
                                .measureInt(String::length)
                                .measuredBy(forks(2, 2).env(SIGNS)),
                        benchmark("surroundings")
                                .given(SoundSuite::surroundings)
                                .measure(state -> state)
                                .measuredBy(forks(1, 1).env(SIGNS, "SOUND_PASSED")),
                        command("program", "sh", "-c", "sleep 0.02; sleep 9 &"));
    }

    /** A benchmark of a known time. */
    private static BenchmarkDeclaration sleeping(String name) {
        return benchmark(name).measure(SoundSuite::sleep);
    }

    private static Object sleep() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "";
    }

    /** Says what a fork sees of the world around it, and leaves a file in its folder for temporary files. */
    private static Object surroundings() throws IOException {
        List<String> seen = new ArrayList<>();
        System.getenv().forEach((name, value) -> seen.add("env " + name + "=" + value));
        seen.add("tmp " + System.getProperty("java.io.tmpdir"));
        seen.add("left " + Files.createTempFile("left", ".txt"));
        seen.add("java " + Runtime.version().feature());
        seen.add("vm "
                + java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
        seen.add("paths " + System.getProperty("java.class.path"));
        for (String line : seen) {
            sign("surroundings", line);
        }
        return "";
    }

    private static String sign(String benchmark, String line) throws IOException {
        String folder = System.getenv(SIGNS);
        if (folder != null) {
            Files.writeString(
                    Path.of(folder, benchmark), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return line;
    }

    /** Counts how many threads are inside at once. */
    private static final class Threads {
        static final AtomicInteger PEAK = new AtomicInteger();

        private Threads() {}

        static int enter(AtomicInteger inside) {
            int now = inside.incrementAndGet();
            PEAK.accumulateAndGet(now, Math::max);
            sleep();
            inside.decrementAndGet();
            return now;
        }
    }
}
