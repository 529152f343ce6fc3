package dev.clnrm.bench.app;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.samples.UnwritableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFolderTest {
    private final Path file;
    private final Path own;

    OwnFolderTest(@TempDir Path project) {
        file = project.resolve("budgets.yaml");
        own = project.resolve(".clnrm-bench");
    }

    @Test
    void git_ignores_the_folder_when_it_is_made() throws IOException {
        assertThat(OwnFolder.made(file)).isEqualTo(own);

        assertThat(Files.readString(own.resolve(".gitignore"))).isEqualTo("*\n");
    }

    @Test
    void a_folder_that_is_there_stays_as_its_owner_wants_it() throws IOException {
        OwnFolder.made(file);
        Files.delete(own.resolve(".gitignore"));

        OwnFolder.made(file);

        assertThat(Files.exists(own.resolve(".gitignore"))).isFalse();
    }

    @Test
    void what_is_in_the_way_is_said() throws IOException {
        Path below = Files.createFile(file.resolveSibling("module"));

        assertThrows(UnwritableFileException.class, () -> OwnFolder.made(below.resolve("budgets.yaml")));
    }
}
