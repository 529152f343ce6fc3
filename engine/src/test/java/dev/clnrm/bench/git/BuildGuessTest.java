package dev.clnrm.bench.git;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildGuessTest {
    @TempDir
    Path tree = Path.of("");

    private void file(String name, String text) throws IOException {
        Files.createDirectories(tree.resolve(name).resolveSibling(""));
        Files.writeString(tree.resolve(name), text);
    }

    private void script(String name) throws IOException {
        file(name, "#!/bin/sh\n");
        assertThat(tree.resolve(name).toFile().setExecutable(true)).isTrue();
    }

    private String guess(String folder) {
        return BuildGuess.of(tree.resolve(folder)).orElse("none");
    }

    @Test
    void maven_is_told_by_its_pom_and_its_wrapper_is_preferred() throws Exception {
        file("pom.xml", "<project/>");
        assertThat(guess("")).isEqualTo("mvn -q -B -DskipTests package");
        script("mvnw");
        assertThat(guess("")).isEqualTo("./mvnw -q -B -DskipTests package");
    }

    @Test
    void a_wrapper_that_lost_its_mode_is_run_by_the_shell() throws Exception {
        file("pom.xml", "<project/>");
        file("mvnw", "#!/bin/sh\n");
        assertThat(guess("")).isEqualTo("sh ./mvnw -q -B -DskipTests package");
    }

    @Test
    void a_wrapper_above_the_projects_folder_is_found_but_none_above_the_repository() throws Exception {
        script("mvnw");
        file("repository/.git", "");
        file("repository/libs/maps/build.gradle.kts", "");
        file("repository/libs/maps/pom.xml", "<project/>");
        assertThat(guess("repository/libs/maps")).isEqualTo("mvn -q -B -DskipTests package");
        script("repository/mvnw");
        assertThat(guess("repository/libs/maps")).isEqualTo("../../mvnw -q -B -DskipTests package");
    }

    @Test
    void gradle_makes_the_jar_of_its_jmh_plugin_if_a_module_has_it() throws Exception {
        file("settings.gradle", "include 'bench'");
        script("gradlew");
        assertThat(guess("")).isEqualTo("./gradlew -q --no-daemon assemble");
        file("bench/build.gradle", "plugins { id 'me.champeau.jmh' version '0.7.3' }");
        assertThat(guess("")).isEqualTo("./gradlew -q --no-daemon jmhJar");
    }

    @Test
    void sbt_compiles_its_benchmarks_or_assembles_them_if_it_can() throws Exception {
        file("build.sbt", "enablePlugins(JmhPlugin)");
        assertThat(guess("")).isEqualTo("sbt Jmh/compile");
        file("project/plugins.sbt", "addSbtPlugin(\"com.eed3si9n\" % \"sbt-assembly\" % \"2.2.0\")");
        assertThat(guess("")).isEqualTo("sbt Jmh/assembly");
    }

    @Test
    void without_a_build_file_nothing_is_guessed() {
        assertThat(guess("")).isEqualTo("none");
    }
}
