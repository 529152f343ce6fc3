package dev.clnrm.bench.init;

import static com.google.common.truth.Truth.assertThat;
import static dev.clnrm.bench.init.ProjectTree.found;
import static dev.clnrm.bench.init.ProjectTree.missing;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradleBuildTest {
    private final ProjectTree project;

    GradleBuildTest(@TempDir Path folder) throws IOException {
        this.project = new ProjectTree(folder)
                .file("settings.gradle.kts", "include(\"core\")")
                .file("gradlew");
    }

    @Test
    void finds_the_jar_of_the_jmh_plugin_whatever_its_version() throws IOException {
        project.file("core/build.gradle.kts", "plugins { id(\"me.champeau.jmh\") version \"0.7.3\" }");
        Setup setup = project.benchmark("core/src/jmh/java/p/B.java").init();

        assertThat(found(setup, "jar")).containsExactly("core/build/libs/*-jmh.jar");
        assertThat(setup.build()).hasValue("rm -f core/build/libs/*-jmh.jar && ./gradlew -q -p core jmhJar");
        assertThat(project.read("budgets.yaml")).contains("    jar: core/build/libs/*-jmh.jar\n");
    }

    @Test
    void is_taken_if_another_build_beside_it_packs_nothing() throws IOException {
        project.pom("pom.xml").file("build.gradle", "plugins { id 'me.champeau.jmh' }");
        Setup setup = project.benchmark("src/jmh/java/p/B.java").init();

        assertThat(found(setup, "build")).containsExactly("./gradlew");
    }

    @Test
    void finds_the_plugin_in_a_plugin_of_the_projects_own() throws IOException {
        project.file("core/build.gradle", "plugins { id 'conventions.jmh' }");
        project.file("buildSrc/src/main/groovy/conventions.jmh.gradle", "plugins { id 'me.champeau.jmh' }");
        Setup setup = project.benchmark("core/src/jmh/java/p/B.java").init();

        assertThat(found(setup, "jar")).containsExactly("core/build/libs/*-jmh.jar");
    }

    @Test
    void does_not_take_a_plugin_that_is_commented_out() throws IOException {
        project.file(
                "core/build.gradle", "plugins {", "  // id 'me.champeau.jmh'", "  /* id 'me.champeau.jmh' */", "}");
        Setup setup = project.benchmark("core/src/jmh/java/p/B.java").init();

        assertThat(setup.build()).isEmpty();
        assertThat(missing(setup)).contains("core: could not find the plugin me.champeau.jmh");
    }

    @Test
    void reads_on_after_a_glob_in_a_string() throws IOException {
        project.file("core/build.gradle", "jar { include '**/*.class' }", "plugins { id 'me.champeau.jmh' }");
        Setup setup = project.benchmark("core/src/jmh/java/p/B.java").init();

        assertThat(found(setup, "jar")).containsExactly("core/build/libs/*-jmh.jar");
    }

    @Test
    void says_that_the_jmh_plugin_packs_src_jmh() throws IOException {
        project.file("core/build.gradle", "plugins { id 'me.champeau.jmh' }");
        Setup setup = project.benchmark("core/src/test/java/p/B.java").init();

        assertThat(missing(setup)).contains("its benchmarks are not in src/jmh");
    }

    @Test
    void takes_the_target_of_kotlinx_benchmark() throws IOException {
        project.file(
                "core/build.gradle.kts",
                "plugins { id(\"org.jetbrains.kotlinx.benchmark\") }",
                "benchmark {",
                "  configurations { create(\"fast\") { iterations = 1 } }",
                "  targets { register(\"js\") { x {} }; register(\"jvm\") }",
                "}");
        project.file(
                "core/src/commonMain/kotlin/B.kt", "import kotlinx.benchmark.*", "class B { @Benchmark fun b() = 1 }");
        Setup setup = project.init();

        assertThat(setup.build())
                .hasValue("rm -f core/build/benchmarks/jvm/jars/*-JMH.jar && ./gradlew -q -p core jvmBenchmarkJar");
        assertThat(found(setup, "jar")).containsExactly("core/build/benchmarks/jvm/jars/*-JMH.jar");
    }

    @Test
    void cannot_tell_which_of_two_targets_is_the_jvms() throws IOException {
        project.file(
                "core/build.gradle.kts",
                "plugins { id(\"org.jetbrains.kotlinx.benchmark\") }",
                "benchmark { targets { register(\"one\"); register(\"two\") } }");
        project.file("core/src/main/kotlin/B.kt", "import kotlinx.benchmark.*", "class B { @Benchmark fun b() = 1 }");
        Setup setup = project.init();

        assertThat(missing(setup)).contains("could not tell which target");
    }

    @Test
    void writes_no_workflow_that_the_image_cannot_build() throws IOException {
        project.file("build.gradle", "plugins { id 'me.champeau.jmh' }");
        java.nio.file.Files.delete(project.root().resolve("gradlew"));
        Setup setup = project.benchmark("src/jmh/java/p/B.java").init();

        assertThat(project.has("budgets.yaml")).isTrue();
        assertThat(project.has(InitTemplates.WORKFLOW)).isFalse();
        assertThat(missing(setup)).contains("the image of the action has no gradle");
    }

    @Test
    void reads_the_toolchain() throws IOException {
        project.file(
                "core/build.gradle.kts",
                "plugins { id(\"me.champeau.jmh\") }",
                "java { toolchain { languageVersion = JavaLanguageVersion.of(21) } }");
        Setup setup = project.benchmark("core/src/jmh/java/p/B.java").init();

        assertThat(found(setup, "JDK")).containsExactly("21 or newer");
    }
}
