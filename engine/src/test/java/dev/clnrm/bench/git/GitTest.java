package dev.clnrm.bench.git;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTest {
    /** More bytes than a pipe holds. */
    private static final int LONG = 1 << 20;

    @Test
    void long_output_is_read_even_if_the_common_pool_has_no_thread_left(@TempDir Path folder) throws Exception {
        Sandbox sandbox = Sandbox.at(folder);
        sandbox.write("long.txt", "x".repeat(LONG)).commit("one");
        Git git = Git.in(folder, Map.of("PATH", String.valueOf(System.getenv("PATH"))));
        CountDownLatch done = new CountDownLatch(1);
        List<Future<?>> busy = new ArrayList<>();
        for (int i = 0; i <= ForkJoinPool.getCommonPoolParallelism(); i++) {
            busy.add(ForkJoinPool.commonPool().submit(() -> {
                done.await();
                return 0;
            }));
        }
        try {
            assertThat(assertTimeoutPreemptively(Duration.ofSeconds(30), () -> git.must("show", "HEAD:long.txt")))
                    .hasLength(LONG);
        } finally {
            done.countDown();
        }
        for (Future<?> one : busy) {
            one.get();
        }
    }
}
