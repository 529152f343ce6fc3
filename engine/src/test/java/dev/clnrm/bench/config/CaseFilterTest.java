package dev.clnrm.bench.config;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.CaseName;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseFilterTest {
    private static final CaseName CASE = new CaseName("cleanroom", "Container/reuse_existing", Map.of("size", "10"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reuse",
                "CONTAINER",
                "cleanroom.container",
                "{size=10}",
                "*",
                "container/*",
                "container*existing",
                "*existing",
                "clean*reuse",
                "size=*}"
            })
    void a_part_of_the_name_finds_the_case(String word) {
        assertThat(new CaseFilter(word).finds(CASE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reuse*container", "existing*reuse", "size=1}", "container?reuse"})
    void what_the_name_does_not_contain_does_not(String word) {
        assertThat(new CaseFilter(word).finds(CASE)).isFalse();
    }
}
