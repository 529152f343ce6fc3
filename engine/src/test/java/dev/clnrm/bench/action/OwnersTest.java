package dev.clnrm.bench.action;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OwnersTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void this_process_is_who_owns_what_it_writes(@TempDir Path folder) throws IOException {
        assertThat(Owners.self()).isEqualTo(Owners.user(Files.createFile(folder.resolve("written"))));
    }
}
