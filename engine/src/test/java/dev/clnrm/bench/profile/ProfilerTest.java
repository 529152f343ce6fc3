package dev.clnrm.bench.profile;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.config.Jvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ProfilerTest {
    private static final Path JVM = Jvm.own().launcher();

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_flight_recorder_samples_if_a_jvm_does_not_load_the_library() throws Exception {
        assertThat(Profiler.of(folder.resolve("loads"), List.of(JVM), Map.of()).name())
                .isEqualTo("async-profiler");
        assertThat(Profiler.of(folder.resolve("one"), List.of(JVM, Path.of("/bin/false")), Map.of())
                        .name())
                .isEqualTo("JDK Flight Recorder");
        assertThat(Profiler.of(folder.resolve("none"), List.of(folder.resolve("java")), Map.of())
                        .name())
                .isEqualTo("JDK Flight Recorder");
    }

    @Test
    void a_file_that_is_no_library_does_not_load() throws Exception {
        Path empty = Files.createFile(folder.resolve("libasyncProfiler.so"));

        assertThat(Profiler.loads(empty, JVM, Map.of())).isFalse();
    }
}
