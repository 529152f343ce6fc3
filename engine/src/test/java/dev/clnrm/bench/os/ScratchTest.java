package dev.clnrm.bench.os;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    @Test
    void a_folder_is_made_for_this_user_alone_and_never_twice(@TempDir Path folder) throws Exception {
        Path one = Scratch.made(folder, "clnrm-bench-7-");
        Path other = Scratch.made(folder, "clnrm-bench-7-");

        assertThat(other).isNotEqualTo(one);
        assertThat(one.getFileName().toString()).matches("clnrm-bench-7-\\d+");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                .isEqualTo("rwx------");
    }

    @Test
    void what_a_process_left_that_is_gone_is_removed(@TempDir Path folder) throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createDirectories(folder.resolve("clnrm-bench-" + gone.pid() + "-123/fork-3/home"));
        Path held = folder.resolve("clnrm-bench-" + ProcessHandle.current().pid() + "-456");
        Files.createDirectory(held);
        Path other = Files.createDirectory(folder.resolve("clnrm-bench-trees-" + gone.pid() + "-789"));

        Scratch.removeAbandoned(folder, "clnrm-bench-");

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.toList()).containsExactly(held, other);
        }
    }
}
