package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.profile.Frame;
import dev.clnrm.bench.profile.Growth;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTextTest {
    private static String line(double share, Growth.Part... parts) {
        return GrowthText.line(new Growth(new Frame("demo.Registry", "register", 40), share, List.of(parts)));
    }

    @Test
    void a_part_of_the_growth_is_a_percentage() {
        assertThat(line(0.75, new Growth.Part("java.util.HashMap.resize", 0.6)))
                .endsWith("75.0 % of it in demo.Registry.register (Registry.java:40): java.util.HashMap.resize 60.0 %");
    }

    @Test
    void more_than_the_whole_is_all_of_it() {
        assertThat(line(1.08, new Growth.Part("java.util.HashMap.resize", 1.2)))
                .isEqualTo("all of it in demo.Registry.register (Registry.java:40): java.util.HashMap.resize all");
    }
}
