package dev.clnrm.bench.init;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static dev.clnrm.bench.init.ProjectTree.found;
import static dev.clnrm.bench.init.ProjectTree.missing;
import static dev.clnrm.bench.init.ProjectTree.plugin;
import static dev.clnrm.bench.init.ProjectTree.shade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenBuildTest {
    private static final String NAMED = "<finalName>benchmarks</finalName>";

    private final ProjectTree project;

    MavenBuildTest(@TempDir Path folder) {
        this.project = new ProjectTree(folder);
    }

    @Test
    void finds_the_jar_of_jmhs_archetype() throws IOException {
        Setup setup = project.pom("pom.xml", shade(NAMED))
                .benchmark("src/main/java/p/B.java")
                .file("mvnw")
                .init();

        assertThat(found(setup, "jar")).containsExactly("target/benchmarks.jar");
        assertThat(found(setup, "benchmarks")).containsExactly("1 file in src/main/java");
        assertThat(setup.build()).hasValue("./mvnw -q -DskipTests package");
    }

    @Test
    void builds_a_module_with_what_it_needs() throws IOException {
        project.pom("pom.xml", "<modules><module>core</module><module>bench</module></modules>");
        project.pom("bench/pom.xml", shade(NAMED)).pom("core/pom.xml");
        Setup setup = project.benchmark("bench/src/main/java/p/B.java").init();

        assertThat(setup.build()).hasValue("mvn -q -DskipTests -pl bench -am package");
        assertThat(project.read("budgets.yaml")).contains("  bench:\n    jar: bench/target/benchmarks.jar\n");
    }

    private Setup builtTo(String directory) throws IOException {
        return project.pom(
                        "pom.xml", shade(NAMED).replace("<build>", "<build><directory>" + directory + "</directory>"))
                .benchmark("src/main/java/p/B.java")
                .init();
    }

    @Test
    void finds_the_jar_in_the_folder_that_the_build_names() throws IOException {
        assertThat(found(builtTo("${project.basedir}/out"), "jar")).containsExactly("out/benchmarks.jar");
    }

    @Test
    void does_not_guess_a_folder_that_is_unknown_or_absolute() throws IOException {
        for (String directory : List.of("${user.builds}/out", "/builds")) {
            Setup setup = builtTo(directory);

            assertThat(found(setup, "jar")).isEmpty();
            assertThat(missing(setup)).contains("could not tell the name of the jar that pom.xml makes");
        }
    }

    @Test
    void finds_the_classes_in_the_folder_that_the_build_names() throws IOException {
        project.pom("pom.xml", "<build><directory>out</directory></build>")
                .benchmark("src/test/java/p/B.java")
                .init();

        assertThat(project.read("budgets.yaml")).contains("out/test-classes");
    }

    @Test
    void warns_of_a_version_in_the_jars_name() throws IOException {
        Setup setup = project.pom("pom.xml", shade(""))
                .benchmark("src/main/java/p/B.java")
                .init();

        assertThat(found(setup, "jar")).containsExactly("target/a-1.2.jar");
        assertThat(missing(setup)).contains("the name of target/a-1.2.jar contains the version");
    }

    @Test
    void leaves_out_a_plugin_that_asks_for_licence_headers() throws IOException {
        Setup setup = project.pom(
                        "pom.xml",
                        shade(NAMED)
                                .replace(
                                        "</plugins>",
                                        "<plugin><artifactId>license-maven-plugin</artifactId></plugin></plugins>"))
                .benchmark("src/main/java/p/B.java")
                .init();

        assertThat(missing(setup)).contains("the license-maven-plugin fails a build if a file has no licence header");
        assertThat(setup.build()).hasValue("mvn -q -DskipTests -Dlicense.skip package");
        assertThat(setup.failed()).isFalse();
    }

    @Test
    void knows_a_shaded_jar_beside_the_plain_one() throws IOException {
        Setup setup = project.pom(
                        "pom.xml",
                        shade("<shadedArtifactAttached>true</shadedArtifactAttached>"
                                + "<shadedClassifierName>all</shadedClassifierName>"))
                .benchmark("src/main/java/p/B.java")
                .init();

        assertThat(found(setup, "jar")).containsExactly("target/a-1.2-all.jar");
    }

    @Test
    void resolves_properties_of_parents() throws IOException {
        project.pom(
                "pom.xml",
                "<properties><uber>${stem}-all</uber></properties>",
                "<modules><module>b</module></modules>");
        project.file(
                "b/pom.xml",
                "<project><parent><artifactId>a</artifactId><version>1.2</version></parent><artifactId>b</artifactId>",
                "<properties><stem>${project.artifactId}</stem></properties>",
                shade("<finalName>${uber}</finalName>"),
                "</project>");
        Setup setup = project.benchmark("b/src/main/java/p/B.java").init();

        assertThat(found(setup, "jar")).containsExactly("b/target/b-all.jar");
    }

    @Test
    void measures_tests_on_their_class_path() throws IOException {
        Setup setup = project.pom("pom.xml", shade(NAMED))
                .benchmark("src/test/java/p/B.java")
                .file("mvnw")
                .init();

        assertThat(found(setup, "class path")).containsExactly("target/test-classes, target/deps/*");
        assertThat(setup.build())
                .hasValue("rm -rf target/deps && ./mvnw -q -DskipTests package dependency:copy-dependencies"
                        + " -DoutputDirectory=target/deps");
        assertThat(project.read("budgets.yaml"))
                .contains(
                        "  benchmarks:\n    jmh:\n      classpath: [target/test-classes, target/deps/*]\n    # include");
    }

    @Test
    void measures_the_tests_of_a_module_with_its_code() throws IOException {
        project.pom("pom.xml", "<modules><module>core</module></modules>").pom("core/pom.xml");
        Setup setup = project.file("core/src/main/java/p/A.java", "package p; class A {}")
                .benchmark("core/src/test/java/p/B.java")
                .init();

        assertThat(found(setup, "class path"))
                .containsExactly("core/target/test-classes, core/target/classes, core/target/deps/*");
        assertThat(setup.build())
                .hasValue("rm -rf core/target/deps && mvn -q -DskipTests -pl core -am package"
                        + " dependency:copy-dependencies -DoutputDirectory=target/deps");
    }

    @Test
    void says_that_no_build_compiles_another_folder() throws IOException {
        Setup setup = project.pom("pom.xml", shade(NAMED))
                .benchmark("src/jmh/java/p/B.java")
                .init();

        assertThat(setup.build()).isEmpty();
        assertThat(setup.failed()).isTrue();
        assertThat(missing(setup)).contains("the project: its benchmarks are in neither src/main nor src/test");
        assertThat(project.has("budgets.yaml")).isFalse();
        assertThat(project.has(".gitignore")).isFalse();
    }

    @Test
    void takes_a_jar_of_tests_that_starts_jmh() throws IOException {
        Setup setup = project.pom(
                        "pom.xml",
                        plugin(
                                "maven-assembly-plugin",
                                "single",
                                NAMED + "<appendAssemblyId>false</appendAssemblyId>"
                                        + "<archive><manifest><mainClass>org.openjdk.jmh.Main</mainClass></manifest></archive>"))
                .benchmark("src/test/java/p/B.java")
                .init();

        assertThat(found(setup, "jar")).containsExactly("target/benchmarks.jar");
    }

    @Test
    void does_not_take_the_jar_of_an_assembly_it_cannot_read() throws IOException {
        Setup setup = project.pom("pom.xml", plugin("maven-assembly-plugin", "single", NAMED))
                .benchmark("src/test/java/p/B.java")
                .init();

        assertThat(found(setup, "class path")).containsExactly("target/test-classes, target/deps/*");
    }

    @Test
    void names_the_assembly_with_all_libraries() throws IOException {
        Setup setup = project.pom(
                        "pom.xml",
                        plugin(
                                "maven-assembly-plugin",
                                "single",
                                "<descriptorRefs><descriptorRef>jar-with-dependencies</descriptorRef></descriptorRefs>"))
                .benchmark("src/main/java/p/B.java")
                .init();

        assertThat(found(setup, "jar")).containsExactly("target/a-1.2-jar-with-dependencies.jar");
    }

    @Test
    void does_not_take_a_plugin_that_is_only_managed() throws IOException {
        String managed = shade(NAMED)
                .replace("<plugins>", "<pluginManagement><plugins>")
                .replace("</plugins>", "</plugins></pluginManagement>");
        Setup setup = project.pom("pom.xml", managed)
                .benchmark("src/main/java/p/B.java")
                .init();

        assertThat(found(setup, "class path")).containsExactly("target/classes, target/deps/*");
    }

    @Test
    void activates_the_profile_of_a_module() throws IOException {
        assertThat(buildOfProfile("<id>bench</id>")).contains(" -Pbench ");
        assertThat(buildOfProfile("<activation><property><name>bench</name></property></activation>"))
                .contains(" -Dbench ");
        assertThat(buildOfProfile("<activation><property><name>!skipTests</name></property></activation>"))
                .isEqualTo("mvn -q -Dmaven.test.skip.exec=true -pl bench -am package");
        assertThat(buildOfProfile("<activation><file><exists>x</exists></file></activation>"))
                .isEmpty();
    }

    @Test
    void activates_the_profile_that_packs_the_jar() throws IOException {
        assertThat(buildOfPackingProfile("<id>jmh</id>")).isEqualTo("mvn -q -DskipTests -Pjmh package");
        assertThat(buildOfPackingProfile("<activation><property><name>jmh</name></property></activation>"))
                .isEqualTo("mvn -q -DskipTests -Djmh package");
        assertThat(buildOfPackingProfile(
                        "<id>jmh</id><activation><activeByDefault>false</activeByDefault></activation>"))
                .isEqualTo("mvn -q -DskipTests -Pjmh package");
        assertThat(buildOfPackingProfile("<activation><jdk>[21,)</jdk></activation>"))
                .isEqualTo("mvn -q -DskipTests package");
        assertThat(project.read("budgets.yaml")).contains("jar: target/benchmarks.jar");
    }

    private String buildOfPackingProfile(String profile) throws IOException {
        Files.deleteIfExists(project.root().resolve("budgets.yaml"));
        project.pom("pom.xml", "<profiles><profile>" + profile + shade(NAMED) + "</profile></profiles>");
        return project.benchmark("src/main/java/p/B.java").init().build().orElse("");
    }

    @Test
    void does_not_take_the_plugin_of_a_profile_that_cannot_be_told() throws IOException {
        buildOfPackingProfile("<activation><file><exists>x</exists></file></activation>");

        assertThat(project.read("budgets.yaml")).contains("target/deps/*");
    }

    @Test
    void needs_the_jdk_of_a_modules_profile() throws IOException {
        assertThat(buildOfProfile("<activation><jdk>[25,)</jdk></activation>"))
                .isEqualTo("mvn -q -DskipTests -pl bench -am package");
        assertThat(project.read("budgets.yaml")).contains("  java: 25 ");
    }

    private String buildOfProfile(String profile) throws IOException {
        Files.deleteIfExists(project.root().resolve("budgets.yaml"));
        project.pom(
                "pom.xml",
                "<profiles><profile>" + profile + "<modules><module>bench</module></modules></profile></profiles>");
        project.pom("bench/pom.xml", shade(NAMED));
        return project.benchmark("bench/src/main/java/p/B.java").init().build().orElse("");
    }

    @Test
    void does_not_build_what_is_no_module() throws IOException {
        project.pom("pom.xml", "<packaging>pom</packaging>").pom("bench/pom.xml", shade(NAMED));
        Setup setup = project.benchmark("bench/src/main/java/p/B.java").init();

        assertThat(missing(setup)).contains("bench: no <modules> below pom.xml names it");
    }

    @Test
    void builds_a_module_after_a_project_that_may_have_no_modules() throws IOException {
        project.pom("pom.xml", "<packaging>bundle</packaging>").pom("bench/pom.xml", shade(NAMED));
        Setup setup = project.benchmark("bench/src/main/java/p/B.java").init();

        assertThat(setup.build()).hasValue("mvn -q -DskipTests install && mvn -q -f bench/pom.xml -DskipTests package");
        assertThat(missing(setup)).doesNotContain("<modules>");
        assertThat(project.read("budgets.yaml")).contains("  bench:\n    jar: bench/target/benchmarks.jar\n");
    }

    @Test
    void says_that_both_sides_would_measure_a_released_jar() throws IOException {
        benchmarksOf("${project.version}", "1.0");
        Setup setup = project.init();

        assertThat(missing(setup))
                .contains("bench/pom.xml depends on g:a 1.0, and pom.xml is 1.2:"
                        + " a check would measure the same jar on both sides | depend on 1.2");
        assertThat(setup.failed()).isFalse();
    }

    @Test
    void says_nothing_of_a_dependency_with_the_projects_version_or_an_unknown_one() throws IOException {
        for (String version : List.of("${project.version}", "1.2", "${unknown}", "[1.0,)")) {
            benchmarksOf(version, "1.2");

            assertWithMessage(version).that(missing(project.init())).doesNotContain("a check would measure");
        }
    }

    @Test
    void looks_for_parents_and_the_wrapper_up_to_the_root_of_the_repository() throws IOException {
        benchmarksOf("1.2", "1.2").file(".git/HEAD").file("mvnw");
        Setup setup = new ProjectTree(project.root().resolve("bench")).init();

        assertThat(setup.build()).hasValue("../mvnw -q -DskipTests package");
        assertThat(missing(setup))
                .contains(
                        "pom.xml depends on g:a, and `build:` does not build ../pom.xml:"
                                + " a check would measure the same jar on both sides | run init in the folder from which both are built");
        benchmarksOf("1.0", "1.2");
        assertThat(missing(new ProjectTree(project.root().resolve("bench")).init()))
                .contains("pom.xml depends on g:a 1.0, and ../pom.xml is 1.2: a check would measure the same jar");
    }

    /** A project g:a 1.2, and a separate module of its benchmarks that depends on it. */
    private ProjectTree benchmarksOf(String dependency, String version) throws IOException {
        return project.pom("pom.xml", "<groupId>g</groupId>")
                .file(
                        "bench/pom.xml",
                        "<project><groupId>g</groupId><artifactId>b</artifactId><version>" + version + "</version>",
                        "<dependencies><dependency><groupId>${project.groupId}</groupId><artifactId>a</artifactId>",
                        "<version>" + dependency + "</version></dependency></dependencies>",
                        shade(NAMED) + "</project>")
                .benchmark("bench/src/main/java/p/B.java");
    }

    @Test
    void needs_the_newest_java_of_all_projects_that_are_built() throws IOException {
        project.pom("pom.xml", "<properties><project.build.targetJdk>25</project.build.targetJdk></properties>");
        project.pom(
                "bench/pom.xml",
                "<properties><maven.compiler.target>1.6</maven.compiler.target></properties>",
                shade(NAMED));
        Setup setup = project.benchmark("bench/src/main/java/p/B.java").init();

        assertThat(found(setup, "JDK")).containsExactly("25 or newer");
        assertThat(missing(setup))
                .isEqualTo(
                        "bench/pom.xml or its parents: the code is compiled for Java 6, and today's JDKs compile for Java 8 or newer"
                                + " | raise it to 8");
    }

    @Test
    void reads_for_which_jdk_code_is_compiled() throws IOException {
        project.pom(
                "pom.xml",
                "<properties><java.version>1.8</java.version><maven.compiler.release>21</maven.compiler.release></properties>",
                shade(NAMED));
        Setup setup = project.benchmark("src/main/java/p/B.java").init();

        assertThat(found(setup, "JDK")).containsExactly("21 or newer");
    }

    @Test
    void gives_two_modules_two_suites() throws IOException {
        project.pom("pom.xml", "<modules><module>a/bench</module><module>b/bench</module></modules>");
        project.pom("a/bench/pom.xml", shade(NAMED)).pom("b/bench/pom.xml", shade(NAMED));
        project.benchmark("a/bench/src/main/java/p/B.java");
        Setup setup = project.benchmark("b/bench/src/main/java/p/B.java").init();

        assertThat(setup.build()).hasValue("mvn -q -DskipTests -pl a/bench,b/bench -am package");
        assertThat(project.read("budgets.yaml")).contains("\n  bench:\n    jar: a/bench/");
        assertThat(project.read("budgets.yaml")).contains("\n  b-bench:\n    jar: b/bench/");
    }
}
