package dev.clnrm.cleanroom.intelligence;

import static com.google.common.truth.Truth.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what a killed process has stored. */
class KillTest {
    @TempDir
    private static Path folder = Path.of("");

    private static Process child(String mode, Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder, // a killed process does not delete the library that it unpacked
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoringChild.class.getName(),
                        mode,
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Kills the child as soon as it has printed this line, and returns all its output. */
    private static List<String> saidUntilKilled(Process child, String last) throws Exception {
        List<String> said = new ArrayList<>();
        try (BufferedReader out = child.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.endsWith(StoringChild.WHOLE)) {
                    said.add(line.substring(0, line.length() - StoringChild.WHOLE.length()));
                }
                if (said.contains(last)) {
                    child.toHandle().destroyForcibly(); // keeps its output readable
                }
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(said).contains(last);
        return said;
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch-0", "single-2", "batch-5", "single-9"})
    void everything_acknowledged_is_there_and_no_batch_is_there_in_part(String last) throws Exception {
        Path file = folder.resolve(last + ".db");
        List<String> acknowledged = saidUntilKilled(child("flood", file), last);

        AiIntelligenceService service = AiIntelligenceService.at(file);
        var handle = service.start();
        for (String test : acknowledged) {
            assertThat(service.latest(test, 2_000)).hasSize(test.startsWith("batch") ? StoringChild.BATCH : 1);
        }
        int calls = acknowledged.size();
        String unacknowledged = calls % 2 == 0 ? "batch-" + calls / 2 : "single-" + calls / 2;
        int left = service.latest(unacknowledged, 2_000).size();
        assertThat(left).isAnyOf(0, calls % 2 == 0 ? StoringChild.BATCH : 1);
        assertThat(service.count()).isEqualTo((calls + 1) / 2 * StoringChild.BATCH + calls / 2 + left);
        service.store(Given.passed("after", 0));
        service.stop(handle);
    }

    @Test
    void a_batch_cut_in_its_middle_is_not_there_at_all() throws Exception {
        Path file = folder.resolve("halfway.db");
        saidUntilKilled(child("halfway", file), "halfway");

        AiIntelligenceService service = AiIntelligenceService.at(file);
        var handle = service.start();
        assertThat(service.latest("first", 2_000)).hasSize(StoringChild.BATCH);
        assertThat(service.latest("second", 2_000)).isEmpty();
        service.storeAll(Given.batch("second", StoringChild.BATCH));
        assertThat(service.count()).isEqualTo(2 * StoringChild.BATCH);
        service.stop(handle);
    }
}
