package dev.clnrm.cleanroom.policy;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.cleanroom.policy.AuditRecord.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    private static final AuditRecord RECORD = new AuditRecord(
            Instant.parse("2026-01-02T03:04:05.678Z"),
            "s-1",
            "orders",
            2,
            "say \"hi\"\n",
            List.of("echo", "a\\b"),
            "sandbox",
            Decision.NOT_RUN,
            "",
            0,
            Duration.ofNanos(1_234_567));

    @Test
    void a_record_is_one_line_of_json() {
        assertThat(RECORD.toJson())
                .isEqualTo(
                        "{\"at\":\"2026-01-02T03:04:05.678Z\",\"session\":\"s-1\",\"scenario\":\"orders\",\"order\":2,"
                                + "\"label\":\"say \\\"hi\\\"\\u000a\",\"command\":[\"echo\",\"a\\\\b\"],\"backend\":\"sandbox\","
                                + "\"decision\":\"not run\",\"reason\":\"\",\"exitCode\":0,\"seconds\":0.001235}");
    }

    @Test
    void a_file_grows_by_a_line_for_each_record(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("audit.jsonl");
        AuditLog log = AuditLog.file(file);
        log.write(RECORD);
        log.write(RECORD);
        assertThat(Files.readAllLines(file)).containsExactly(RECORD.toJson(), RECORD.toJson());
    }

    @Test
    void a_file_that_cannot_be_written_is_an_error(@TempDir Path folder) {
        assertThrows(IOException.class, () -> AuditLog.file(folder).write(RECORD));
    }
}
