package dev.clnrm.bench.config;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {
    @ParameterizedTest
    @CsvSource({"'', abc, 3", "kitten, sitting, 3", "ab, ba, 1", "ca, abc, 3", "Budget, budget, 0", "same, same, 0"})
    void counts_changes(String one, String other, int distance) {
        assertThat(Nearest.distance(one, other)).isEqualTo(distance);
        assertThat(Nearest.distance(other, one)).isEqualTo(distance);
    }

    @Test
    void the_nearest_come_first_and_are_at_most_three() {
        assertThat(Nearest.to("warmup", List.of("warming", "warmups", "warmupss", "wormup", "forks", "warmuq")))
                .containsExactly("warmups", "warmuq", "wormup")
                .inOrder();
    }

    @Test
    void all_are_listed_where_none_is_near() {
        assertThat(Nearest.help("zebra", List.of("min", "max"), "keys are")).isEqualTo("keys are min, max");
    }

    @Test
    void long_lists_are_cut() {
        List<String> names = IntStream.range(0, 50).mapToObj(i -> "name" + i).toList();
        assertThat(Nearest.help("zebra", names, "names are")).endsWith(", name15, … (50 in all)");
    }
}
