package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CaveatTest {
    @Test
    void a_caveat_has_a_stable_short_name() {
        assertThat(new Caveat.HostUnknown().code()).isEqualTo("host-unknown");
        assertThat(new Caveat.HeadsBenchmark().code()).isEqualTo("heads-benchmark");
        assertThat(new Caveat.OtherTime().code()).isEqualTo("other-time");
        assertThat(new Caveat.NoSuchCase("budget", "core/none", RunParts.CODE, List.of()).code())
                .isEqualTo("no-such-case");
    }
}
