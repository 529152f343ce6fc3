package dev.clnrm.bench.measure;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.MemoryUse;
import dev.clnrm.bench.samples.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemorySamplerTest {
    private static final CaseName PARSE = new CaseName("text", "parse", Map.of());
    private static final CaseName JOIN = new CaseName("text", "join", Map.of());

    private Path temp;
    private MemorySampler sampler;

    @BeforeEach
    void begin(@TempDir Path folder) {
        temp = folder;
        sampler = new MemorySampler(RunListener.SILENT, folder.resolve("proc"), folder.resolve("counters"));
    }

    private void write(String file, String content) throws IOException {
        Path path = temp.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private void resident(int pid, int kibibytes) throws IOException {
        write("proc/" + pid + "/status", "Name:\tjava\nVmHWM:\t 99 kB\nVmRSS:\t  " + kibibytes + " kB\nThreads:\t9\n");
    }

    private static JournalEntry ended(CaseName name) {
        Values none = Values.NONE;
        return JournalEntry.finished(
                name,
                JournalEntry.HEAD,
                0,
                new ForkSamples(Mode.AVERAGE, 1, 0.1, none, true, none, List.of(), Map.of(), Map.of()));
    }

    @Test
    void each_case_and_side_has_a_peak() throws IOException {
        resident(7, 100);
        sampler.forkStarted(PARSE, 0, 3);
        sampler.processStarted(JournalEntry.BASE, 7);
        sampler.sample();
        resident(7, 300);
        sampler.sample();
        resident(7, 200);
        sampler.sample();
        sampler.forkEnded(ended(PARSE));
        sampler.sample();
        resident(8, 50);
        sampler.forkStarted(PARSE, 0, 3);
        sampler.processStarted(JournalEntry.HEAD, 8);
        sampler.sample();

        MemoryUse use = sampler.use();
        assertThat(use.peaks())
                .containsExactly(
                        new MemoryUse.Peak("text/parse", "base", 300 << 10, Optional.empty(), 3),
                        new MemoryUse.Peak("text/parse", "head", 50 << 10, Optional.empty(), 1))
                .inOrder();
        assertThat(use.points().stream().map(MemoryUse.Point::of)).containsExactly(0, 0, 0, 1);
    }

    @Test
    void in_a_shared_jvm_the_next_case_begins_before_the_last_is_told_to_have_ended() throws IOException {
        resident(7, 100);
        sampler.processStarted(JournalEntry.HEAD, 7);
        sampler.sample();
        sampler.forkStarted(PARSE, 0, 3);
        sampler.sample();
        sampler.forkStarted(JOIN, 0, 3);
        sampler.forkEnded(ended(PARSE));
        sampler.sample();

        assertThat(sampler.use().peaks().stream().map(MemoryUse.Peak::name))
                .containsExactly("text/parse", "text/join")
                .inOrder();
    }

    @Test
    void what_a_program_starts_counts_too() throws IOException {
        resident(7, 1);
        write("proc/7/task/7/children", "8 ");
        write("proc/7/task/9/children", "");
        resident(8, 10);
        write("proc/8/task/8/children", "11 12 ");
        resident(11, 100);
        resident(12, 1000);
        sampler.forkStarted(PARSE, 0, 3);
        sampler.processStarted(JournalEntry.HEAD, 7);
        sampler.sample();

        assertThat(sampler.use().peaks().get(0).resident()).isEqualTo(1111 << 10);
    }

    @Test
    void of_a_process_that_has_ended_nothing_is_read() {
        sampler.forkStarted(PARSE, 0, 3);
        sampler.processStarted(JournalEntry.HEAD, 7);
        sampler.sample();

        assertThat(sampler.use().peaks()).isEmpty();
    }

    @Test
    void a_long_run_is_drawn_with_as_many_points_as_a_chart_has_and_keeps_its_peak() throws IOException {
        sampler.forkStarted(PARSE, 0, 3);
        sampler.processStarted(JournalEntry.HEAD, 7);
        for (int i = 0; i < 5_000; i++) {
            resident(7, i == 3_001 ? 9_000 : 100);
            sampler.sample();
        }

        MemoryUse use = sampler.use();
        assertThat(use.points().size()).isAtMost(MemoryUse.MOST_POINTS);
        assertThat(use.points().size()).isAtLeast(MemoryUse.MOST_POINTS / 2);
        assertThat(use.points().stream().mapToLong(MemoryUse.Point::resident).max())
                .hasValue(9_000L << 10);
        assertThat(use.peaks().get(0).readings()).isEqualTo(5_000);
    }

    @Test
    void a_run_that_went_on_has_the_peaks_of_both_parts() {
        MemoryUse first = use("a", 10, 20);
        MemoryUse both = first.then(use("b", 5)).then(use("a", 30));

        assertThat(both.peaks().stream().map(MemoryUse.Peak::resident))
                .containsExactly(30L, 5L)
                .inOrder();
        assertThat(both.points().stream().map(MemoryUse.Point::of))
                .containsExactly(0, 0, 1, 0)
                .inOrder();
        assertThat(both.points().stream().map(MemoryUse.Point::at)).isInStrictOrder();
    }

    private static MemoryUse use(String name, long... bytes) {
        return new MemoryUse(
                0.25,
                List.of(new MemoryUse.Peak(name, "head", bytes[bytes.length - 1], Optional.empty(), bytes.length)),
                IntStream.range(0, bytes.length)
                        .mapToObj(i -> new MemoryUse.Point(0.25 * (i + 1), 0, bytes[i], Optional.empty()))
                        .toList());
    }

    @Test
    void a_jvm_says_how_much_of_its_heap_is_in_use() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sleeping.class.getName())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(jvm.getInputStream().read()).isEqualTo('!');
            Optional<HeapCounters> counters = HeapCounters.of(HeapCounters.folder(), jvm.pid());
            long used = counters.flatMap(HeapCounters::used).orElseThrow();
            assertThat(used).isAtLeast(20L << 20);
            assertThat(used).isAtMost(64L << 20);
        } finally {
            jvm.destroyForcibly();
            assertThat(jvm.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** A program that holds 20 MiB. */
    static final class Sleeping {
        private Sleeping() {}

        public static void main(String[] args) throws InterruptedException {
            byte[] held = new byte[20 << 20];
            System.gc();
            System.out.print(held.length > 0 ? "!" : "");
            System.out.flush();
            Thread.sleep(30_000);
        }
    }

    @Test
    void counters_that_somebody_wrote_over_say_nothing() throws IOException {
        write("counters/7", "\u0000".repeat(100));
        write("counters/8", "x");
        Files.createSymbolicLink(temp.resolve("counters/9"), temp.resolve("counters/7"));

        for (int pid = 7; pid < 11; pid++) {
            assertThat(HeapCounters.of(temp.resolve("counters"), pid)).isEmpty();
        }
    }
}
