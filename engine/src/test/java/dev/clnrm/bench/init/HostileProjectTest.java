package dev.clnrm.bench.init;

import static com.google.common.truth.Truth.assertThat;
import static dev.clnrm.bench.init.ProjectTree.missing;
import static dev.clnrm.bench.init.ProjectTree.shade;

import dev.clnrm.bench.init.WrittenFile.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A project's files are anybody's. */
@Timeout(60)
class HostileProjectTest {
    /** Compiles nothing itself. */
    private static final String PARENT = "<packaging>pom</packaging>";

    private static final String NAMED = "<finalName>benchmarks</finalName>";

    private final Path outside;
    private final ProjectTree project;

    HostileProjectTest(@TempDir Path folder) throws IOException {
        this.outside = Files.createDirectory(folder.resolve("outside"));
        this.project =
                new ProjectTree(Files.createDirectory(folder.resolve("project"))).benchmark("src/main/java/p/B.java");
    }

    private static void assertNothingWritten(Setup setup) {
        assertThat(setup.build()).isEmpty();
        assertThat(setup.files()).isEmpty();
    }

    @Test
    void a_document_type_is_refused_and_nothing_it_names_is_read() throws IOException {
        Path secret = Files.writeString(outside.resolve("secret.txt"), "s3cret");
        project.file(
                "pom.xml",
                "<!DOCTYPE project [<!ENTITY name SYSTEM \"" + secret.toUri() + "\">]>",
                "<project><artifactId>&name;</artifactId><version>1</version>" + shade(NAMED) + "</project>");
        Setup setup = project.init();

        assertNothingWritten(setup);
        assertThat(missing(setup)).contains("pom.xml is not read: it is not plain XML, or it has a document type");
        assertThat(setup.toString()).doesNotContain("s3cret");
    }

    @Test
    void entities_do_not_multiply() throws IOException {
        project.file(
                "pom.xml",
                "<!DOCTYPE project [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
                "<project><artifactId>&b;</artifactId></project>");

        assertNothingWritten(project.init());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<project>", "<project/><project/>", "\u0000\u0001", "<html/>", "<project>&x;</project>"})
    void a_file_that_is_no_pom_is_not_read(String text) throws IOException {
        assertNothingWritten(project.file("pom.xml", text).init());
    }

    @Test
    void elements_do_not_nest_without_end() throws IOException {
        project.file("pom.xml", "<project>" + "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</project>");

        assertNothingWritten(project.init());
    }

    @Test
    void a_file_of_more_than_a_mebibyte_is_not_read() throws IOException {
        project.pom("pom.xml", shade(NAMED), " ".repeat(1 << 20));
        Setup setup = project.init();

        assertNothingWritten(setup);
        assertThat(missing(setup)).contains("pom.xml is larger than 1 MiB");
    }

    @Test
    void a_parent_outside_the_project_is_not_read() throws IOException {
        new ProjectTree(outside).pom("pom.xml", "<properties><name>stolen</name></properties>");
        project.file(
                "pom.xml",
                "<project><parent><artifactId>a</artifactId><relativePath>../outside/pom.xml</relativePath></parent>",
                shade("<finalName>${name}</finalName>"),
                "</project>");
        Setup setup = project.init();

        assertNothingWritten(setup);
        assertThat(missing(setup)).contains("could not tell the name of the jar");
    }

    @Test
    void links_out_of_the_project_are_not_followed() throws IOException {
        new ProjectTree(outside).pom("pom.xml", shade(NAMED)).benchmark("src/main/java/p/B.java");
        Files.createSymbolicLink(project.root().resolve("pom.xml"), outside.resolve("pom.xml"));
        Files.createSymbolicLink(project.root().resolve("more"), outside);
        Files.createSymbolicLink(project.root().resolve("loop"), project.root());
        Setup setup = project.init();

        assertNothingWritten(setup);
        assertThat(setup.toString()).doesNotContain("more/");
    }

    @Test
    void nothing_is_written_through_a_link() throws IOException {
        project.pom("pom.xml", shade(NAMED));
        Files.createSymbolicLink(project.root().resolve(".github"), outside);
        Files.createSymbolicLink(project.root().resolve("budgets.yaml"), outside.resolve("budgets.yaml"));
        Path ignored = Files.writeString(outside.resolve("ignored"), "x\n");
        Files.createSymbolicLink(project.root().resolve(".gitignore"), ignored);
        Setup setup = project.init();

        assertThat(setup.files().stream().map(WrittenFile::outcome).toList())
                .containsExactly(Outcome.FAILED, Outcome.FAILED, Outcome.FAILED);
        assertThat(setup.failed()).isTrue();
        assertThat(Files.readString(ignored)).isEqualTo("x\n");
        try (java.util.stream.Stream<Path> all = Files.list(outside)) {
            assertThat(all.toList()).containsExactly(ignored);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$(touch hacked)",
                "a; touch hacked",
                "a b",
                "`id`",
                "a\n    evil: true",
                "../../x",
                "${a}",
                "&quot;x",
                "a #",
                "a: b",
                "{{x}}"
            })
    void a_jars_name_that_is_more_than_a_name_is_not_written(String name) throws IOException {
        project.pom(
                "pom.xml",
                "<properties><a>${b}</a><b>${a}</b></properties>",
                shade("<finalName>" + name + "</finalName>"));

        assertNothingWritten(project.init());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "$(id)", "-x", "a'b", "ä"})
    void a_folder_that_is_more_than_a_name_is_not_written(String folder) throws IOException {
        project.pom("pom.xml", PARENT, "<modules><module>" + folder + "</module></modules>");
        project.pom(folder + "/pom.xml", shade(NAMED)).benchmark(folder + "/src/main/java/p/B.java");

        assertNothingWritten(project.init());
    }

    @Test
    void a_profile_that_is_more_than_a_name_is_not_activated() throws IOException {
        project.pom(
                "pom.xml",
                PARENT,
                "<profiles><profile><id>x;id</id><modules><module>m</module></modules></profile></profiles>");
        project.pom("m/pom.xml", shade(NAMED)).benchmark("m/src/main/java/p/B.java");

        assertNothingWritten(project.init());
    }

    @Test
    void modules_that_name_each_other_come_to_an_end() throws IOException {
        project.pom("pom.xml", PARENT, "<modules><module>m</module><module>.</module></modules>");
        project.file(
                "m/pom.xml",
                "<project><parent><artifactId>m</artifactId><relativePath>pom.xml</relativePath></parent>",
                "<artifactId>m</artifactId><modules><module>..</module><module>../../outside</module></modules></project>");

        assertNothingWritten(project.init());
    }

    @Test
    void long_scripts_are_searched_in_a_moment() throws IOException {
        project.file("build.gradle", "targets {".repeat(40_000), "/*".repeat(40_000), "register(".repeat(20_000));
        project.benchmark("src/jmh/java/p/B.java");

        assertNothingWritten(project.init());
    }

    @Test
    void a_long_sbt_build_is_searched_in_a_moment() throws IOException {
        project.file("build.sbt", "lazy val a = ".repeat(60_000), " ".repeat(100_000));

        assertNothingWritten(project.init());
    }

    @Test
    void what_is_no_file_is_not_opened() throws IOException, InterruptedException {
        project.pom("pom.xml", shade(NAMED));
        int made = new ProcessBuilder(List.of(
                        "mkfifo", project.root().resolve("src/Pipe.java").toString()))
                .start()
                .waitFor();
        assertThat(made).isEqualTo(0);

        assertThat(project.init().failed()).isFalse();
    }
}
