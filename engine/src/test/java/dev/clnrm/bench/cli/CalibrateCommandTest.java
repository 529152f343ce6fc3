package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.faulty.SoundSuite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void both_sides_are_measured_and_judged() throws IOException, InterruptedException {
        ProjectFolder project = new ProjectFolder(folder);
        project.declare(SoundSuite.class);
        String[] words = {
            "calibrate", "-f", project.file().toString(), "sound/average", "--forks", "3", "--deals", "5", "--inject"
        };

        CommandLineRun run = CommandLineRun.of(with(words, "1.00,3", "--format", "json"));

        assertThat(run.err()).contains("the same code twice, 1 case: 6 forks");
        assertThat(run.status()).isEqualTo(0);
        assertThat(run.out()).contains("\"cases\": 1");
        assertThat(run.out()).contains("\"injectedBy\": \"multiplying measured times\"");
        assertThat(run.out()).contains("\"factor\": 3.0");
        assertThat(run.out()).doesNotContain("\"factor\": 1.0");
    }

    @Test
    void a_speedup_cannot_be_put_in() throws IOException, InterruptedException {
        CommandLineRun run = CommandLineRun.of("calibrate", "--inject", "0.9");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--inject is a factor of time from 1.00 on, but this is 0.9");
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }
}
