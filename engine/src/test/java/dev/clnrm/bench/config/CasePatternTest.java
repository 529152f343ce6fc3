package dev.clnrm.bench.config;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.clnrm.bench.model.CaseName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CasePatternTest {
    private static final CaseName CASE = new CaseName("s", "a/b", Map.of("n", "10", "p", "x,y=z}"));

    private static boolean matches(String pattern, CaseName name) {
        return new CaseNames(List.of(name)).matching(Suites.pattern(pattern)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s/a/b",
                "s/*",
                "*",
                "*/b",
                "s*b",
                "**",
                "s/a/b{n=10}",
                "s/a/b{n=1*}",
                "*{n=*}",
                " s/a/b { n = 10 } "
            })
    void matches(String pattern) {
        assertThat(matches(pattern, CASE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"s/a", "s/a/b/c", "t/*", "*/c", "s/a/b{n=1}", "s/a/b{n=100}", "s/a/b{m=10}", "S/a/b", "s/a/b{n=}"
            })
    void does_not_match(String pattern) {
        assertThat(matches(pattern, CASE)).isFalse();
    }

    @Test
    void a_case_written_out_matches_itself_whatever_its_values() {
        for (String value : List.of("", "a,b", "a,b=c", "{", "}", "*", "=", " a ")) {
            CaseName name = new CaseName("s", "b", Map.of("n", value));
            assertWithMessage(value).that(matches(name.toString(), name)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{n=1}", "a{", "a}", "a{n}", "a{=1}", "a{n=1,n=2}", "a{}", "a{n=1}b"})
    void is_no_pattern(String text) {
        assertThat(CasePattern.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*|s/*",
                "s/*|s/a/*",
                "s/a/*|s/a/b",
                "*/long_name|s/a",
                "s/a/b|s/a/b{n=1*}",
                "s/a/b{n=*}|s/a/b{n=1}",
                "s/a/b{n=1}|s/a/b{n=1,m=*}",
                "s/a/b{n=1,m=*}|s/a/b{n=1,m=2}",
                "s/*{n=1,m=2}|s/a/b",
                "s/b{n=1*}|s/b{n=10*}"
            })
    void the_second_is_more_specific(String less, String more) {
        assertThat(CasePattern.BY_SPECIFICITY.compare(Suites.pattern(less), Suites.pattern(more)))
                .isLessThan(0);
        assertThat(CasePattern.BY_SPECIFICITY.compare(Suites.pattern(more), Suites.pattern(less)))
                .isGreaterThan(0);
    }

    @ParameterizedTest
    @CsvSource({"s/a*, s/*a", "s/b{n=1}, s/b{m=1}", "*, **"})
    void neither_is_more_specific(String one, String other) {
        assertThat(CasePattern.BY_SPECIFICITY.compare(Suites.pattern(one), Suites.pattern(other)))
                .isEqualTo(0);
    }

    @Test
    void many_stars_take_no_time() {
        String text = "a".repeat(1000);
        assertTimeout(Duration.ofSeconds(5), () -> assertThat(new Glob("*a".repeat(400) + "*b*").matches(text))
                .isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "legacy/org.acme.A.ok",
                "org.acme.A/ok",
                "org.acme.A.ok",
                "org.acme.A/*",
                "org.*",
                "*.A.ok",
                "org.acme.A/ok{n=1}"
            })
    void a_benchmark_of_jmh_is_known_by_each_of_its_names(String pattern) {
        assertThat(matches(pattern, new CaseName("legacy", "org.acme.A.ok", Map.of("n", "1"))))
                .isTrue();
        assertThat(matches(pattern, new CaseName("org.acme.A", "ok", Map.of("n", "1"))))
                .isEqualTo(!pattern.startsWith("legacy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.acme.B/ok", "acme.A.ok", "org.acme.A.o", "org.acme.A", "legacy.org.acme.A.ok"})
    void another_name_of_jmh_is_another_benchmark(String pattern) {
        assertThat(matches(pattern, new CaseName("legacy", "org.acme.A.ok", Map.of())))
                .isFalse();
    }

    @Test
    void a_rule_is_about_every_variant() {
        CaseName variant = new CaseName("s", "b", Map.of("n", "{")).variant("8 threads");

        assertThat(matches("s/b", variant)).isTrue();
        assertThat(matches("s/b{n={}", variant)).isTrue();
        assertThat(variant.toString()).isEqualTo("s/b{n={} [8 threads]");
    }
}
