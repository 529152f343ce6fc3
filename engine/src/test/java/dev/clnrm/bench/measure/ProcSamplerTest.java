package dev.clnrm.bench.measure;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.measure.ProcSampler.Reading;
import dev.clnrm.bench.measure.Tasks.Counts;
import dev.clnrm.bench.measure.Tasks.Times;
import dev.clnrm.bench.samples.Disturbance;
import dev.clnrm.bench.samples.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcSamplerTest {
    @TempDir
    Path temp = Path.of("");

    @Test
    void counts_are_read_of_all_threads_of_the_workers_of_the_machine_and_of_the_limit() throws IOException {
        write("proc/7/task/7/schedstat", "1000000 200 5\n");
        write("proc/7/task/7/comm", "java\n");
        write("proc/7/task/8/schedstat", "30 4 9\n");
        write("proc/7/task/8/comm", "demo.Parsing.pa\n");
        write("proc/7/task/8/status", "Name:\tx\nvoluntary_ctxt_switches:\t5\nnonvoluntary_ctxt_switches:\t12\n");
        write("proc/7/cgroup", "0::/jobs/one\n");
        write("proc/stat", "cpu  10 1 4 100 20 2 3 5 0 0\ncpu0 1 2 3\n");
        write("proc/loadavg", "1.25 0.50 0.10 2/300 4711\n");
        write("cgroup/jobs/one/cpu.stat", "usage_usec 5\nnr_periods 9\nnr_throttled 3\n");
        Reading now = watch().now();
        Counts threads = new Counts(new Times(30, 4), new Times(1000030, 204), 12);
        assertThat(now).isEqualTo(new Reading(now.at(), threads, 0.25e9, 0.05e9, 1.45e9, 1.25, 3));
    }

    @Test
    void where_nothing_is_counted_nothing_is_known() {
        ProcSampler watch = watch();
        Reading now = watch.now();
        assertThat(now).isEqualTo(new Reading(now.at(), Counts.NONE, 0, 0, 0, 0, 0));
        assertThat(ProcSampler.between(List.of(now, watch.now())).isEmpty()).isTrue();
    }

    @Test
    void workers_are_known_by_what_systems_and_jvms_keep_of_their_names() {
        Tasks tasks = new Tasks(temp, "dev.clnrm.bench.fork.internal.LongBody.run");
        assertThat(List.of("dev.clnrm.bench", "dev.cln..rker-1", "dev.cln..ker-12").stream()
                        .allMatch(tasks::worker))
                .isTrue();
        assertThat(Stream.of("dev.cln..helper1", "dev.cln", "C2 CompilerThre", "")
                        .noneMatch(tasks::worker))
                .isTrue();
        assertThat(new Tasks(temp, "a.B.c").worker("a.B.c-jmh-worke")).isTrue();
    }

    @Test
    void waiting_for_others_lowers_the_share_of_its_iteration() {
        List<Reading> readings = List.of(
                reading(0, 1, 0, 1, 2),
                reading(0.1, 1.1, 0, 1.1, 2.2),
                reading(0.2, 1.16, 0.04, 1.2, 2.4),
                reading(0.3, 1.26, 0.04, 1.36, 2.6));
        Disturbance found = ProcSampler.between(readings).orElseThrow();
        assertThat(found.cpuShare()).isEqualTo(Values.of(1, 0.6, 1));
        assertThat(found.others()).isWithin(1e-9).of(0.1 / 0.6);
        assertThat(found.preempted()).isEqualTo(2);
    }

    @Test
    void a_thread_that_sleeps_and_waits_a_little_when_woken_is_not_disturbed() {
        List<Reading> readings = List.of(reading(0, 1, 0, 1, 2), reading(0.1, 1.0005, 0.0005, 1.1, 2.2));
        assertThat(ProcSampler.between(readings).orElseThrow().cpuShare()).isEqualTo(Values.of(0.995));
    }

    @Test
    void waiting_for_its_own_threads_is_no_disturbance() {
        List<Reading> readings = List.of(reading(0, 1, 0, 1, 2), reading(0.1, 1.2, 0.8, 1.2, 2.2));
        assertThat(ProcSampler.between(readings).orElseThrow().cpuShare()).isEqualTo(Values.of(1.0));
    }

    @Test
    void what_the_host_took_and_the_limit_stopped_is_told() {
        Counts threads = new Counts(Times.NONE, new Times(1e9, 0), 0);
        Counts later = new Counts(Times.NONE, new Times(1.1e9, 0), 0);
        Reading before = new Reading(0, threads, 1e9, 0.1e9, 2e9, 0.5, 3);
        Reading after = new Reading(100_000_000, later, 1.2e9, 0.2e9, 3e9, 0.5, 4);
        Disturbance found = ProcSampler.between(List.of(before, after)).orElseThrow();
        assertThat(found.steal()).isWithin(1e-12).of(0.1);
        assertThat(found.throttled()).isTrue();
        assertThat(found.forkShare()).isEqualTo(1.0);
    }

    /** All in seconds. */
    private static Reading reading(double at, double ran, double waited, double busy, double total) {
        Times times = new Times(ran * 1e9, waited * 1e9);
        return new Reading(
                Math.round(at * 1e9),
                new Counts(times, times, Math.round(at * 10 * 2 / 3)),
                busy * 1e9,
                0,
                total * 1e9,
                0.5,
                0);
    }

    private ProcSampler watch() {
        return new ProcSampler(temp.resolve("proc"), temp.resolve("cgroup"), 7, "demo.Parsing.parse");
    }

    private void write(String file, String text) throws IOException {
        Path path = temp.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }
}
