package dev.clnrm.bench.measure;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.plan.Launch;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForksTest {
    private static String ownMain(String jmh) {
        return Forks.ownMain(new Launch(new ClassPath(List.of()), Jvm.own(), List.of(), List.of(), Path.of(""), jmh));
    }

    @Test
    void an_old_jmh_says_what_it_costs_and_what_avoids_it() {
        assertThat(ownMain("1.18"))
                .isEqualTo("JMH 1.18 is not compatible with JMH 1.37; its own main class runs its forks, with a second"
                        + " JVM for each and half a second more for each iteration. To measure faster, raise the"
                        + " project's JMH to 1.24 or newer");
    }

    @Test
    void before_1_18_an_iteration_takes_no_longer() {
        assertThat(ownMain("1.16")).contains("with a second JVM for each. To measure faster");
    }

    @Test
    void another_jmh_that_does_not_connect_is_not_told_to_be_newer() {
        assertThat(ownMain("1.38"))
                .isEqualTo("JMH 1.38 is not compatible with JMH 1.37; its own main class runs its forks");
    }
}
