package dev.clnrm.bench.os;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldFolderTest {
    private static final String PREFIX = "clnrm-bench-";

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_folder_is_made_for_this_user_alone_and_never_twice() throws Exception {
        try (HeldFolder one = HeldFolder.made(folder, PREFIX);
                HeldFolder other = HeldFolder.made(folder, PREFIX)) {
            assertThat(other.path()).isNotEqualTo(one.path());
            assertThat(one.path().getFileName().toString())
                    .matches(PREFIX + ProcessHandle.current().pid() + "-\\d+");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one.path())))
                    .isEqualTo("rwx------");
            assertThat(left()).containsExactly(one.path(), other.path());
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void what_a_process_left_that_is_gone_is_removed() throws Exception {
        long gone = gone();
        Files.createDirectories(folder.resolve(PREFIX + gone + "-123/fork-3/home"));
        Path own = Files.createDirectory(
                folder.resolve(PREFIX + ProcessHandle.current().pid() + "-456"));
        Path other = Files.createDirectory(folder.resolve(PREFIX + "trees-" + gone + "-789"));

        HeldFolder.made(folder, PREFIX).close();

        assertThat(left()).containsExactly(own, other);
    }

    @Test
    void a_folder_in_use_stays_though_its_process_is_not_seen_here() throws Exception {
        Path held = Files.createDirectory(folder.resolve(PREFIX + gone() + "-123"));
        try (FileChannel elsewhere =
                FileChannel.open(held.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            elsewhere.lock();

            HeldFolder.made(folder, PREFIX).close();

            assertThat(left()).containsExactly(held);
        }
        HeldFolder.made(folder, PREFIX).close();
        assertThat(left()).isEmpty();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static long gone() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        return gone.pid();
    }
}
