package dev.clnrm.bench.run;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.run.Watch.Reading;
import dev.clnrm.bench.samples.Disturbance;
import dev.clnrm.bench.samples.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    @TempDir
    Path temp = Path.of("");

    @Test
    void counts_are_read_of_all_threads_of_the_machine_and_of_the_limit() throws IOException {
        write("proc/7/task/7/schedstat", "1000000 200 5\n");
        write("proc/7/task/8/schedstat", "30 4 9\n");
        write("proc/7/cgroup", "0::/jobs/one\n");
        write("proc/stat", "cpu  10 1 4 100 20 2 3 5 0 0\ncpu0 1 2 3\n");
        write("proc/loadavg", "1.25 0.50 0.10 2/300 4711\n");
        write("cgroup/jobs/one/cpu.stat", "usage_usec 5\nnr_periods 9\nnr_throttled 3\n");
        assertThat(watch().now()).isEqualTo(new Reading(1000030, 204, 0.25e9, 0.05e9, 1.45e9, 1.25, 3));
    }

    @Test
    void where_nothing_is_counted_nothing_is_known() {
        Watch watch = watch();
        assertThat(watch.now()).isEqualTo(new Reading(0, 0, 0, 0, 0, 0, 0));
        assertThat(watch.between(List.of(watch.now(), watch.now())).isEmpty()).isTrue();
    }

    @Test
    void waiting_for_others_lowers_the_share_of_its_iteration() {
        List<Reading> readings = List.of(
                reading(1e9, 0, 1e9, 2e9),
                reading(1.1e9, 0, 1.1e9, 2.2e9),
                reading(1.16e9, 0.04e9, 1.2e9, 2.4e9),
                reading(1.26e9, 0.04e9, 1.36e9, 2.6e9));
        assertThat(watch().between(readings))
                .isEqualTo(java.util.Optional.of(new Disturbance(Values.of(1, 0.6, 1), 0, 0.5, false)));
    }

    @Test
    void waiting_for_its_own_threads_is_no_disturbance() {
        List<Reading> readings = List.of(reading(1e9, 0, 1e9, 2e9), reading(1.2e9, 0.8e9, 1.2e9, 2.2e9));
        assertThat(watch().between(readings).orElseThrow().cpuShare()).isEqualTo(Values.of(1.0));
    }

    @Test
    void what_the_host_took_and_the_limit_stopped_is_told() {
        Reading before = new Reading(1e9, 0, 1e9, 0.1e9, 2e9, 0.5, 3);
        Reading after = new Reading(1.1e9, 0, 1.2e9, 0.2e9, 3e9, 0.5, 4);
        Disturbance found = watch().between(List.of(before, after)).orElseThrow();
        assertThat(found.steal()).isWithin(1e-12).of(0.1);
        assertThat(found.throttled()).isTrue();
    }

    private static Reading reading(double ran, double waited, double busy, double total) {
        return new Reading(ran, waited, busy, 0, total, 0.5, 0);
    }

    private Watch watch() {
        return Watch.in(temp.resolve("proc"), temp.resolve("cgroup"), 7);
    }

    private void write(String file, String text) throws IOException {
        Path path = temp.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }
}
