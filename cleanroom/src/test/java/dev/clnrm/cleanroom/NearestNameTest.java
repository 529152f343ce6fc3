package dev.clnrm.cleanroom;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "flaw, lawn, 2", "same, same, 0", "'', abc, 3", "abc, '', 3"})
    void the_distance_is_the_number_of_edits(String a, String b, int edits) {
        assertThat(NearestName.distance(a, b)).isEqualTo(edits);
        assertThat(NearestName.distance(b, a)).isEqualTo(edits);
    }

    @Test
    void the_nearest_name_is_found() {
        assertThat(NearestName.of("postgre", List.of("redis", "postgres", "postgis")))
                .isEqualTo(Optional.of("postgres"));
    }

    @Test
    void equal_distances_are_decided_by_the_alphabet() {
        assertThat(NearestName.of("db3", List.of("db2", "db1"))).isEqualTo(Optional.of("db1"));
    }

    @Test
    void a_name_too_far_away_is_not_offered() {
        assertThat(NearestName.of("mail", List.of("database"))).isEqualTo(Optional.empty());
    }
}
