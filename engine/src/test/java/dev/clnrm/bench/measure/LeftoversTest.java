package dev.clnrm.bench.measure;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class LeftoversTest {
    /** Above the highest number that Linux gives to a process. */
    private static final String NOBODY = "/tmp/" + Leftovers.PREFIX + "999999999-x/fork/home";

    private static Process marked(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HOME", NOBODY);
        return builder.start();
    }

    @Test
    void a_fork_whose_controller_is_gone_is_ended() throws Exception {
        Process fork = marked("sleep", "60");

        Leftovers.endOrphans();

        assertThat(fork.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_fork_in_a_container_is_not_an_orphan_because_its_controller_has_another_number_here() throws Exception {
        Process container = marked("unshare", "--fork", "--pid", "sleep", "60");
        Optional<ProcessHandle> inside = child(container);
        assumeTrue(inside.isPresent(), "this user may not make a namespace");
        try {
            Leftovers.endOrphans();

            assertThat(inside.get().isAlive()).isTrue();
        } finally {
            inside.get().destroyForcibly();
        }
    }

    private static Optional<ProcessHandle> child(Process parent) throws InterruptedException {
        for (int i = 0; i < 100 && parent.isAlive(); i++) {
            List<ProcessHandle> children = parent.children().toList();
            if (!children.isEmpty()) {
                return Optional.of(children.get(0));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return Optional.empty();
    }
}
