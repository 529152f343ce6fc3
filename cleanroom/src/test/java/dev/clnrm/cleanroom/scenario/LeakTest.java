package dev.clnrm.cleanroom.scenario;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.cleanroom.CleanroomEnvironment;
import dev.clnrm.cleanroom.MockContainer;
import dev.clnrm.cleanroom.MockService;
import dev.clnrm.cleanroom.WaitingMockService;
import dev.clnrm.cleanroom.backend.Backend;
import dev.clnrm.cleanroom.backend.ProcessBackend;
import dev.clnrm.cleanroom.backend.SandboxBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand environments, opened, used and closed; what remains of them is counted and printed. */
@EnabledOnOs(OS.LINUX)
class LeakTest {
    private static final int ENVIRONMENTS = 10_000;
    private static final List<String> OF_THE_JDK = List.of("process reaper", "ForkJoinPool.commonPool");

    private final Path folder;
    private final Backend processes;
    private final Backend sandbox;

    LeakTest(@TempDir Path folder) {
        this.folder = folder;
        this.processes = ProcessBackend.hostIn(folder);
        this.sandbox = SandboxBackend.isAvailable() ? SandboxBackend.find() : processes;
    }

    /**
     * The remaining resources. The JDK's own threads, which reap processes or belong to its common pool, come and go by
     * themselves and are not counted.
     */
    private record Counts(long children, List<String> threads, long descriptors, long directories) {
        static Counts now(Path folder) throws IOException {
            try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"));
                    Stream<Path> directories = Files.list(folder)) {
                return new Counts(
                        ProcessHandle.current().descendants().count(),
                        Thread.getAllStackTraces().keySet().stream()
                                .map(Thread::getName)
                                .filter(name -> OF_THE_JDK.stream().noneMatch(name::startsWith))
                                .sorted()
                                .toList(),
                        descriptors.count(),
                        directories.count());
            }
        }

        boolean isMoreThan(Counts other) {
            return children > other.children
                    || threads.size() > other.threads.size()
                    || descriptors > other.descriptors
                    || directories > other.directories;
        }

        @Override
        public String toString() {
            return children + " child processes, " + threads.size() + " threads, " + descriptors + " file descriptors, "
                    + directories + " directories; threads: " + threads;
        }
    }

    /**
     * About 5 ms per environment, mostly waiting to be woken, which can be much slower on some machines; the limit only catches
     * hangs.
     */
    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void ten_thousand_environments_leave_no_process_no_thread_and_no_file() throws Exception {
        use(0); // what the JVM loads only once
        Counts before = settled(new Counts(0, List.of(), 0, 0));
        System.out.println("before " + ENVIRONMENTS + " environments: " + before);
        for (int i = 0; i < ENVIRONMENTS; i++) {
            use(i);
        }
        Counts after = settled(before);
        System.out.println("after  " + ENVIRONMENTS + " environments: " + after
                + (sandbox == processes ? " (without sandboxes: bubblewrap is not installed)" : ""));
        assertThat(after.isMoreThan(before)).isFalse();
    }

    /** The counts as soon as they are at most as large as the others, or the counts after two minutes: idle threads end late. */
    private Counts settled(Counts aim) throws Exception {
        long end = System.nanoTime()
                + Duration.ofSeconds(aim.threads().isEmpty() ? 3 : 120).toNanos();
        Counts counts = Counts.now(folder);
        while (counts.isMoreThan(aim) && System.nanoTime() < end) {
            Thread.sleep(50);
            counts = Counts.now(folder);
        }
        return counts;
    }

    private void use(int i) {
        try (CleanroomEnvironment environment = CleanroomEnvironment.open()
                .register(MockService.named("a"))
                .register(WaitingMockService.of(MockService.named("b"), Duration.ofNanos(1000)))) {
            environment.getOrCreateContainer("files", MockContainer::create);
            environment.startAll();
            Scenario scripted = Scenario.named("scripted", environment, Scripts.BACKEND)
                    .step("a", "echo", "x")
                    .step("b", "fail");
            scripted.run();
            scripted.concurrent().runAsync();
            if (i % 200 == 0) {
                run(environment, processes, "sleep 4713.1 & touch left; echo done");
            }
            if (i % 500 == 0) {
                run(environment, sandbox, "sleep 4713.2 & echo done");
            }
            if (i % 1000 == 0) {
                Scenario.named("endless", environment, processes)
                        .step("a", "sh", "-c", "sleep 4713.3 & sleep 4713.3")
                        .runAsync();
            }
        }
    }

    private static void run(CleanroomEnvironment environment, Backend backend, String script) {
        ScenarioResult result = Scenario.named("real", environment, backend)
                .step("a", "sh", "-c", script)
                .run();
        assertThat(result.orThrow().steps().get(0).output()).isEqualTo("done\n");
    }
}
