package dev.clnrm.cleanroom.intelligence;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.cleanroom.IntelligenceException;
import dev.clnrm.cleanroom.IntelligenceException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
    private Path file = Path.of("");

    @BeforeEach
    void name(@TempDir Path folder) {
        file = folder.resolve("executions.db");
    }

    private void execute(String... lines) throws Exception {
        try (Connection connection = Database.connect(file);
                Statement statement = connection.createStatement()) {
            for (String line : lines) {
                statement.execute(line);
            }
        }
    }

    private int version() throws Exception {
        try (Connection connection = Database.connect(file)) {
            return Schema.version(connection);
        }
    }

    private IntelligenceException refusal() {
        IntelligenceException refused = assertThrows(IntelligenceException.class, () -> AiIntelligenceService.at(file)
                .start());
        assertThat(refused.reason()).isEqualTo(Reason.WRONG_DATABASE);
        return refused;
    }

    @Test
    void a_database_of_the_first_version_is_brought_to_the_current_one_and_keeps_its_executions() throws Exception {
        try (Connection connection = Database.connect(file)) {
            Schema.upgrade(connection, 1);
            try (ExecutionWriter writer = new ExecutionWriter(connection)) {
                writer.write(Given.outcomes("t", "pfpfpf"));
            }
        }
        assertThat(version()).isEqualTo(1);

        AiIntelligenceService service = AiIntelligenceService.at(file);
        var handle = service.start();
        assertThat(service.latest("t", 10))
                .containsExactlyElementsIn(Given.outcomes("t", "pfpfpf"))
                .inOrder();
        service.stop(handle);
        assertThat(version()).isEqualTo(Schema.VERSION);
    }

    @Test
    void an_upgrade_that_fails_leaves_the_database_as_it_was() throws Exception {
        try (Connection connection = Database.connect(file)) {
            Schema.upgrade(connection, 1);
        }
        execute("CREATE INDEX execution_by_test ON execution(test)");

        IntelligenceException failed = assertThrows(IntelligenceException.class, () -> AiIntelligenceService.at(file)
                .start());
        assertThat(failed.reason()).isEqualTo(Reason.STORAGE_FAILED);
        assertThat(version()).isEqualTo(1);

        execute("DROP INDEX execution_by_test");
        AiIntelligenceService service = AiIntelligenceService.at(file);
        service.stop(service.start());
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void a_database_of_a_later_version_is_refused() throws Exception {
        AiIntelligenceService service = AiIntelligenceService.at(file);
        service.stop(service.start());
        execute("PRAGMA user_version = 99");

        assertThat(refusal().what()).isEqualTo("the database has version 99, and this library knows versions up to 2");
        assertThat(version()).isEqualTo(99);
    }

    @Test
    void a_database_of_something_else_is_refused_and_left_alone() throws Exception {
        execute("CREATE TABLE customer(name TEXT)");
        assertThat(refusal().what()).isEqualTo("the file is the database of another program");
        assertThat(version()).isEqualTo(0);
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_left_alone() throws Exception {
        String text = "dear diary\n".repeat(500);
        Files.writeString(file, text);
        assertThat(refusal().what()).isEqualTo("the file is not a database");
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void a_folder_cannot_be_opened() throws Exception {
        Files.createDirectory(file);
        IntelligenceException failed = assertThrows(IntelligenceException.class, () -> AiIntelligenceService.at(file)
                .start());
        assertThat(failed.reason()).isEqualTo(Reason.STORAGE_FAILED);
        assertThat(failed.where()).endsWith(file.toString());
    }

    @Test
    void a_file_below_a_file_cannot_be_made() throws Exception {
        Files.writeString(file, "");
        Path below = file.resolve("executions.db");
        IntelligenceException failed = assertThrows(IntelligenceException.class, () -> AiIntelligenceService.at(below)
                .start());
        assertThat(failed.reason()).isEqualTo(Reason.STORAGE_FAILED);
        assertThat(failed.what()).startsWith("its folder cannot be created");
    }
}
