package dev.clnrm.bench.runs;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.measure.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BaselineNamesTest {
    private static RunManifest on(String cpu, String system, long memory) {
        return RunManifest.begin(
                Instant.EPOCH,
                SampleRun.REQUEST,
                SampleRun.CODE,
                Optional.of(new Fingerprint(cpu, 2, memory, system, "amd64", true)),
                SampleRun.CASES,
                Optional.empty());
    }

    @Test
    void each_platform_has_a_name_and_a_new_kernel_is_none() {
        String name = BaselineNames.of("main", on("AMD EPYC 7763", "Linux 6.1", 8L << 30));

        assertThat(name).matches("main\\.[0-9a-f]{8}");
        assertThat(Baselines.allows(name)).isTrue();
        assertThat(BaselineNames.of("main", on("AMD EPYC 7763", "Linux 6.8", 16L << 30)))
                .isEqualTo(name);
        assertThat(BaselineNames.of("main", on("Intel Xeon", "Linux 6.1", 8L << 30)))
                .isNotEqualTo(name);
        assertThat(BaselineNames.of("main", on("AMD EPYC 7763", "Mac OS X 14.5", 8L << 30)))
                .isNotEqualTo(name);
    }

    @Test
    void people_see_the_names_they_gave() {
        List<String> all = List.of("main", "main.0123abcd", "main.deadbeef", "old.0123abcd", "v1.4");

        assertThat(BaselineNames.plain(all)).containsExactly("main", "old.0123abcd", "v1.4");
        assertThat(BaselineNames.platforms("main", all)).isEqualTo(2);
        assertThat(BaselineNames.platforms("old", all)).isEqualTo(0);
    }

    @Test
    void the_longest_name_has_room_for_its_platform() {
        String longest = "a".repeat(BaselineNames.LONGEST);

        assertThat(Baselines.allows(BaselineNames.of(longest, on("c", "Linux 6.1", 1))))
                .isTrue();
    }
}
