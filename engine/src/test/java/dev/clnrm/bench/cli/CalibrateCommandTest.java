package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CalibrateCommandTest {
    @Test
    void without_data_it_is_skipped_and_says_so() throws IOException, InterruptedException {
        CommandLineRun run = CommandLineRun.of("calibrate", "--data", "nowhere");

        assertThat(run.status()).isEqualTo(0);
        assertThat(run.out()).isEqualTo("skipped: nowhere holds no forks-100ms.csv.gz and forks-1s.csv.gz\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void data_must_be_named() throws IOException, InterruptedException {
        CommandLineRun run = CommandLineRun.of("calibrate");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--data");
    }
}
