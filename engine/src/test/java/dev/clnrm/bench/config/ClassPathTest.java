package dev.clnrm.bench.config;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a class path has, and which JMH is on it. */
class ClassPathTest {
    private final Path folder;

    ClassPathTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path empty(String name) throws IOException {
        Path jar = folder.resolve(name);
        Files.createDirectories(jar.resolveSibling(""));
        return ManifestJar.of(jar, " ");
    }

    private List<String> found(String... written) throws Exception {
        return WrittenClassPath.of(written).in(folder).entries().stream()
                .map(entry -> folder.relativize(entry).toString())
                .toList();
    }

    @Test
    void a_manifest_names_jars_and_folders_by_urls() throws Exception {
        Path first = empty("lib/first one.jar");
        Files.createDirectories(folder.resolve("classes"));
        ManifestJar.of(
                folder.resolve("a.jar"),
                first.toUri() + " lib/second.jar ./classes/ gone.jar https://example.org/c.jar");
        ManifestJar.of(folder.resolve("lib/second.jar"), "third.jar ../a.jar");
        empty("lib/third.jar");

        assertThat(found("a.jar"))
                .containsExactly("a.jar", "lib/first one.jar", "lib/second.jar", "lib/third.jar", "classes")
                .inOrder();
    }

    private String refused(WrittenClassPath written) {
        SuiteLoader.CannotLoad refused = assertThrows(SuiteLoader.CannotLoad.class, () -> written.in(folder));
        return refused.getMessage() + "\n" + refused.help();
    }

    @Test
    void a_pattern_finds_the_jars_of_a_folder_in_the_order_of_their_names() throws Exception {
        empty("deps/b.jar");
        empty("deps/a.jar");
        Files.createFile(folder.resolve("deps/a.pom"));
        Files.createDirectories(folder.resolve("deps/x.jar"));
        Files.createDirectories(folder.resolve("one/target/classes"));
        Files.createDirectories(folder.resolve("two/target/classes"));

        assertThat(found("deps/*")).containsExactly("deps/a.jar", "deps/b.jar").inOrder();
        assertThat(found("deps/*b*", folder + "/d*/a.jar"))
                .containsExactly("deps/b.jar", "deps/a.jar")
                .inOrder();
        assertThat(found("*/target/classes"))
                .containsExactly("one/target/classes", "two/target/classes")
                .inOrder();
    }

    @Test
    void a_pattern_that_finds_nothing_is_refused() throws Exception {
        Files.createDirectories(folder.resolve("deps"));
        String help = "build the project first; `*` stands for any characters of one name";

        assertThat(refused(WrittenClassPath.of("deps/*"))).isEqualTo("`deps/*` matches no jar\n" + help);
        assertThat(refused(WrittenClassPath.of("*/classes"))).isEqualTo("`*/classes` matches nothing\n" + help);
    }

    @Test
    void a_missing_jar_is_a_mistyped_one_or_not_built() throws Exception {
        empty("target/benchmarks.jar");

        assertThat(refused(WrittenClassPath.ofJar("target/benchmark.jar"))).isEqualTo("""
                        `target/benchmark.jar` does not exist
                        did you mean `benchmarks.jar`? Or build the project first""");
        assertThat(refused(WrittenClassPath.ofJar("target/app-1.0.jar"))).isEqualTo("""
                        `target/app-1.0.jar` does not exist
                        build the project first; `benchmarks.jar` is in the same folder""");
    }

    @Test
    void a_pattern_of_one_jar_finds_one() throws Exception {
        empty("libs/a-jmh.jar");
        empty("libs/a.jar");

        assertThat(WrittenClassPath.ofJar("libs/*-jmh.jar").in(folder).entries())
                .containsExactly(folder.resolve("libs/a-jmh.jar"));
        assertThat(refused(WrittenClassPath.ofJar("libs/*.jar"))).isEqualTo("""
                        `libs/*.jar` matches 2 files: a-jmh.jar, a.jar
                        write a pattern that only one of them matches, or delete the others""");
    }

    @Test
    void a_folder_is_no_jar() throws Exception {
        Files.createDirectories(folder.resolve("target/test-classes"));

        assertThat(refused(WrittenClassPath.ofJar("target/test-classes"))).isEqualTo("""
                        `target/test-classes` is a folder, but `jar` names one jar with the benchmarks and all they need
                        write `jmh: {classpath: [target/test-classes, …]}`, with the jars that the benchmarks need""");
    }

    private String jmh(String... written) throws Exception {
        return JmhVersion.of(WrittenClassPath.of(written).in(folder));
    }

    private void properties(String folderName, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(folderName)).resolve("jmh.properties"), text);
    }

    @Test
    void the_version_of_jmh_is_that_of_the_first_jmh_as_a_jvm_loads_it() throws Exception {
        properties("new", "jmh.version=1.37\n");
        properties("old", "jmh.version=1.21\n");

        assertThat(jmh("new", "old")).isEqualTo("1.37");
        assertThat(jmh("old", "new")).isEqualTo("1.21");
    }

    @Test
    void an_unknown_version_of_jmh_is_refused() throws Exception {
        properties("unfiltered", "jmh.version=${project.version}\n");
        properties("broken", "jmh.version=\\u00\n");
        empty("none.jar");

        assertThat(assertThrows(SuiteLoader.CannotLoad.class, () -> jmh("none.jar")))
                .hasMessageThat()
                .isEqualTo("the version of JMH is unknown: no jar or folder of its class path has jmh.properties,"
                        + " which is in jmh-core");
        for (String one : List.of("unfiltered", "broken")) {
            assertThat(assertThrows(SuiteLoader.CannotLoad.class, () -> jmh(one)))
                    .hasMessageThat()
                    .isEqualTo("the version of JMH is unknown: the first jmh.properties of its class path names none");
        }
    }
}
