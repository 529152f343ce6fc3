package dev.clnrm.bench.measure;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.plan.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiler is told of black holes what each JMH's own host tells it: read from the sources of 1.21, 1.26, 1.27, 1.28, 1.35 and 1.37. */
class ForkCommandTest {
    private static final String BLACKHOLE = "org/openjdk/jmh/infra/Blackhole.";

    @Test
    void up_to_1_26_nothing_of_a_black_hole_is_inlined(@TempDir Path folder) throws IOException {
        for (String version : List.of("1.13", "1.21", "1.26")) {
            assertThat(hints(version, folder)).containsExactly("quiet", "dontinline," + BLACKHOLE + "*");
        }
    }

    @Test
    void in_1_27_what_consumes_is_not_inlined(@TempDir Path folder) throws IOException {
        assertThat(hints("1.27", folder))
                .containsExactly(
                        "quiet", "dontinline," + BLACKHOLE + "consume", "dontinline," + BLACKHOLE + "consumeCPU");
    }

    @Test
    void from_1_28_on_the_short_part_is_inlined(@TempDir Path folder) throws IOException {
        for (String version : List.of("1.28", "1.35")) {
            assertThat(hints(version, folder))
                    .containsAtLeast("inline," + BLACKHOLE + "consume", "dontinline," + BLACKHOLE + "consumeFull");
        }
        assertThat(hints("1.37", folder)).contains("blackhole," + BLACKHOLE + "consumeCompiler");
    }

    private static List<String> hints(String jmhVersion, Path folder) throws IOException {
        Launch launch = new Launch(new ClassPath(List.of()), Jvm.own(), List.of(), List.of(), Path.of(""), jmhVersion);
        return Files.readAllLines(ForkCommand.writeHints(launch, folder.resolve("hints")));
    }
}
