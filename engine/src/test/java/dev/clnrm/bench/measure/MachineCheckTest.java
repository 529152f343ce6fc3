package dev.clnrm.bench.measure;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.measure.MachineFinding.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineCheckTest {
    @TempDir
    Path root = Path.of("");

    @Test
    void what_is_not_shown_is_unknown() {
        assertThat(find("governor", 2).level()).isEqualTo(Level.UNKNOWN);
        assertThat(find("load", 2).level()).isEqualTo(Level.UNKNOWN);
        assertThat(find("steal", 2).level()).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void a_clock_that_follows_the_load_disturbs() throws IOException {
        write("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave\n");
        write("sys/devices/system/cpu/cpufreq/boost", "0\n");
        assertThat(find("governor", 2).message()).isEqualTo("`powersave`: the clock follows the load");
        assertThat(find("turbo", 2).level()).isEqualTo(Level.GOOD);
    }

    @Test
    void a_processor_is_left_for_the_fork() throws IOException {
        write("proc/loadavg", "1.20 0 0 1/2 3\n");
        assertThat(find("load", 2).message()).isEqualTo("1.20 on 2 processors in the last minute");
        assertThat(find("load", 4).level()).isEqualTo(Level.GOOD);
        assertThat(find("processors", 1).level()).isEqualTo(Level.DISTURBS);
    }

    @Test
    void a_load_that_has_ended_is_not_told() throws IOException {
        MachineCheck machine = new MachineCheck(root, 2);
        assertThat(machine.loadNow()).isEmpty();
        write("proc/loadavg", "3.10 0 0 4/200 3\n");
        assertThat(machine.loadNow()).hasValue("3.10 on 2 processors in the last minute");
        write("proc/loadavg", "3.10 0 0 1/200 3\n");
        assertThat(machine.loadNow()).isEmpty();
        write("proc/loadavg", "0.90 0 0 4/200 3\n");
        assertThat(machine.loadNow()).isEmpty();
    }

    @Test
    void steal_is_of_all_time() throws IOException {
        write("proc/stat", "cpu  50 0 0 40 0 0 0 10 0 0\n");
        assertThat(find("steal", 2).message()).isEqualTo("the host took 10.0 % of the time since the start");
        assertThat(find("steal", 2).level()).isEqualTo(Level.DISTURBS);
    }

    @Test
    void a_limit_is_given_in_processors() throws IOException {
        write("sys/fs/cgroup/cpu.max", "150000 100000\n");
        assertThat(find("container's limit", 2).message())
                .isEqualTo("1.50 CPUs; above that the kernel pauses all threads");
        write("sys/fs/cgroup/cpu.max", "max 100000\n");
        assertThat(find("container's limit", 2).level()).isEqualTo(Level.GOOD);
    }

    @Test
    void memory_and_swap_are_read_of_the_system() throws IOException {
        write("proc/meminfo", "MemAvailable:    1048576 kB\nSwapTotal:  4096 kB\nSwapFree:  1024 kB\n");
        assertThat(find("memory", 2).message()).isEqualTo("1024 MiB available");
        assertThat(find("memory", 2).level()).isEqualTo(Level.DISTURBS);
        assertThat(find("swap", 2).message()).isEqualTo("3 MiB of memory is swapped out");
    }

    @Test
    void counters_of_the_processor_are_there_or_not() throws IOException {
        assertThat(find("hardware counters", 2).message()).isEqualTo("only Linux reports them");
        write("sys/bus/event_source/devices/software/type", "1\n");
        assertThat(find("hardware counters", 2).message())
                .isEqualTo("none, as on most virtual machines: instructions cannot be counted");
        write("sys/bus/event_source/devices/armv8_pmuv3_0/type", "8\n");
        write("proc/sys/kernel/perf_event_paranoid", "2\n");
        assertThat(find("hardware counters", 2).level()).isEqualTo(Level.GOOD);
        write("proc/sys/kernel/perf_event_paranoid", "4\n");
        assertThat(find("hardware counters", 2).level()).isEqualTo(Level.UNKNOWN);
    }

    private MachineFinding find(String subject, int processors) {
        return new MachineCheck(root, processors)
                .machine().stream()
                        .filter(one -> one.subject().equals(subject))
                        .findFirst()
                        .orElseThrow();
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }
}
