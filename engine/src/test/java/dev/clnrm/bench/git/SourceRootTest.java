package dev.clnrm.bench.git;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRootTest {
    @ParameterizedTest
    @ValueSource(strings = {"src/jmh/java", "core/src/test/java", "a/b/src/bench/kotlin"})
    void a_source_set_beside_main_is_known_by_its_layout(String path) {
        assertThat(new SourceRoot(path).besideMain()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "benchmarks/src/main/java",
                "jctools-benchmarks/src/main/java",
                "microbench/src/main/java",
                "a/metrics-jmh/src/main/scala",
                "perf/src/main/java",
                "benches",
                "parser/bench"
            })
    void a_module_of_benchmarks_is_known_by_its_own_name(String path) {
        assertThat(new SourceRoot(path).besideMain()).isFalse();
        assertThat(new SourceRoot(path).namedAfterBenchmarks()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/java",
                "core/src/main/java",
                "benchmarks/core/src/main/java",
                "src",
                "",
                "workbench/src"
            })
    void other_folders_may_hold_what_is_measured(String path) {
        assertThat(new SourceRoot(path).besideMain()).isFalse();
        assertThat(new SourceRoot(path).namedAfterBenchmarks()).isFalse();
    }

    @Test
    void the_resources_of_a_source_set_belong_to_it() {
        SourceRoot root = new SourceRoot("core/src/jmh/java");
        assertThat(root.holds("core/src/jmh/resources/input.json")).isTrue();
        assertThat(root.holds("core/src/jmh/java/p/B.java")).isTrue();
        assertThat(root.holds("core/src/main/resources/input.json")).isFalse();
        assertThat(root.holds("core/src/jmh/javadoc.md")).isFalse();
    }

    @Test
    void a_file_is_found_by_what_its_class_says() {
        SourceFiles files = new SourceFiles(List.of(
                "a/src/jmh/java/org/acme/B.java", "src/jmh/kotlin/K.kt", "xorg/acme/B.java", "org/acme/C.java"));
        assertThat(files.of("org/acme/B.java"))
                .containsExactly(new SourceFile("a/src/jmh/java/org/acme/B.java", new SourceRoot("a/src/jmh/java")));
        assertWithMessage("a package whose folders Kotlin leaves out")
                .that(files.of("org/acme/K.kt"))
                .containsExactly(new SourceFile("src/jmh/kotlin/K.kt", new SourceRoot("src/jmh/kotlin")));
        assertThat(files.of("org/acme/C.java")).containsExactly(new SourceFile("org/acme/C.java", new SourceRoot("")));
        assertThat(files.of("org/acme/D.java")).isEmpty();
    }
}
