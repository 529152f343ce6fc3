package dev.clnrm.bench.faulty;

import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.command;
import static dev.clnrm.bench.dsl.Bench.forks;
import static dev.clnrm.bench.dsl.Bench.millis;
import static dev.clnrm.bench.dsl.Bench.suite;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Serial;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Every way a benchmark can go wrong, and one that does not. */
public final class FaultySuite implements BenchmarkSuite {
    /** How much {@code floods} prints, half of it to each stream. */
    public static final long FLOOD_BYTES = 100_000_000;

    @Override
    public Suite declare() {
        return suite("faulty")
                .measuredBy(forks(1, 1).warmup(1, millis(10)).iterations(3, millis(10)))
                .benchmarks(
                        benchmark("sound").measureInt(() -> 42),
                        benchmark("throws_checked").measure(FaultySuite::throwChecked),
                        benchmark("throws_own").measure(FaultySuite::throwOwn),
                        benchmark("throws_error").measure(FaultySuite::throwError),
                        benchmark("throws_later").given(Countdown::new).measureInt(Countdown::next),
                        benchmark("recurses").measureInt(() -> recurse(0)),
                        benchmark("setup_throws")
                                .given(FaultySuite::throwUnchecked)
                                .measure(state -> state),
                        benchmark("teardown_throws")
                                .given(() -> "state")
                                .tearDown(state -> throwUnchecked())
                                .measure(String::length),
                        benchmark("out_of_memory")
                                .given(ArrayList<byte[]>::new)
                                .measure(FaultySuite::hoard)
                                .measuredBy(forks(1, 1).jvmArgs("-Xmx64m", "-Xms64m")),
                        benchmark("exits_with_0").measure(() -> exit(0)),
                        benchmark("exits_with_3").measure(() -> exit(3)),
                        benchmark("halts").measure(FaultySuite::halt),
                        benchmark("crashes").measure(FaultySuite::crash),
                        benchmark("hangs").measure(FaultySuite::hang),
                        benchmark("leaves_thread")
                                .given(FaultySuite::leaveThread)
                                .measure(Thread::isAlive),
                        benchmark("leaves_process")
                                .given(FaultySuite::leaveProcess)
                                .measure(Process::isAlive),
                        benchmark("exits_and_leaves_process")
                                .given(FaultySuite::leaveProcess)
                                .measure(process -> exit(0)),
                        benchmark("floods").given(FaultySuite::flood).measure(state -> state),
                        benchmark("chatters").measureInt(FaultySuite::chatter),
                        benchmark("unknown_option")
                                .measureInt(() -> 42)
                                .measuredBy(forks(1, 1).jvmArgs("-XX:+NoSuchOption")),
                        command("program_fails", "sh", "-c", "echo out of luck >&2; exit 7"),
                        command("program_missing", "no-such-program-anywhere"),
                        command("program_hangs", "sleep", "611"));
    }

    private static Object throwChecked() throws IOException {
        throw new IOException("the disk is on fire");
    }

    private static Object throwOwn() {
        throw new OwnException("only the author has this class");
    }

    private static Object throwError() {
        throw new AssertionError("this cannot be");
    }

    private static Object throwUnchecked() {
        throw new IllegalStateException("not ready");
    }

    private static int recurse(int depth) {
        return depth < 0 ? 0 : recurse(depth + 1) + 1;
    }

    private static Object hoard(List<byte[]> hoard) {
        return hoard.add(new byte[1 << 24]);
    }

    private static Object exit(int status) {
        System.exit(status);
        return "";
    }

    private static Object halt() {
        Runtime.getRuntime().halt(5);
        return "";
    }

    /** Writes to address 0, by reflection so that no compiler warns. */
    private static Object crash() throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Unsafe");
        Field instance = type.getDeclaredField("theUnsafe");
        instance.setAccessible(true);
        Method put = type.getMethod("putAddress", long.class, long.class);
        return put.invoke(instance.get(null), 0L, 0L);
    }

    private static Object hang() throws InterruptedException {
        Thread.sleep(600_000);
        return "";
    }

    private static Thread leaveThread() {
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
        return thread;
    }

    private static Process leaveProcess() throws IOException {
        return new ProcessBuilder("sleep", "611").start();
    }

    private static Object flood() {
        byte[] lines = "all work and no play makes a dull log\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
        for (PrintStream stream : List.of(System.out, System.err)) {
            for (long printed = 0; printed < FLOOD_BYTES / 2; printed += lines.length) {
                stream.write(lines, 0, lines.length);
            }
        }
        return "";
    }

    private static int chatter() {
        System.out.println("one line for every operation");
        return 42;
    }

    /** Gives numbers for a while, and then does not. */
    private static final class Countdown {
        private static final int START = 100;

        private int left = START;

        int next() {
            left--;
            if (left < 0) {
                throw new OwnException("the countdown is over");
            }
            return left;
        }
    }

    /** What no other class path knows, and cannot be serialized. */
    static final class OwnException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        private final Object notSerializable = new Object();

        OwnException(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return super.getMessage() + (notSerializable.hashCode() == 0 ? " " : "");
        }
    }
}
