package dev.clnrm.bench.app;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.DeclaredCase;
import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.faulty.FaultyJar;
import dev.clnrm.bench.faulty.PrintingSuite;
import dev.clnrm.bench.faulty.SoundSuite;
import dev.clnrm.bench.git.Sandbox;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.plan.Shard;
import dev.clnrm.bench.terminal.Color;
import dev.clnrm.bench.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisions of a real repository, built and asked what they declare. */
class SidesTest {
    private static final String SOUND = suite("sound", SoundSuite.class);

    @TempDir
    Path temp = Path.of("");

    private Path folder = Path.of("");
    private final Map<String, String> environment = new HashMap<>(System.getenv());

    @BeforeEach
    void resolve() throws IOException {
        folder = temp.toRealPath().resolve("project");
        environment.remove("CI");
    }

    private static String suite(String name, Class<?> type) {
        return "  " + name + ":\n    classpath: " + FaultyJar.path() + "\n    suite: " + type.getName() + "\n";
    }

    private static String file(String suites, String... further) {
        return "version: 1\nsuites:\n" + suites + String.join("\n", further) + "\n";
    }

    private Sides compare(String base, String head) throws DeclarationException {
        return Sides.ofRevisions(asked(), base, Optional.of(head), false, Check.Unchanged.CONTROL);
    }

    private Asked asked() {
        return asked(Measure.OPEN);
    }

    private Asked asked(Measure override) {
        return new Asked(
                folder.resolve("budgets.yaml"),
                environment,
                new Request(
                        List.of(),
                        List.of(),
                        Request.Depth.CHECK,
                        override,
                        OptionalInt.empty(),
                        1,
                        false,
                        Shard.WHOLE,
                        Optional.empty(),
                        false),
                60,
                Keeping.USUAL,
                "compare",
                List.of(),
                Terminal.ofThisProcess(Color.NEVER, System.getenv()),
                true);
    }

    private static List<String> suites(Sides.Prepared side) {
        return side.declared()
                .cases()
                .map(DeclaredCase::name)
                .map(name -> name.suite())
                .distinct()
                .toList();
    }

    @Test
    void the_work_trees_file_serves_two_commits_that_have_none() throws Exception {
        Sandbox project = Sandbox.at(folder).write("a", "1");
        String first = project.commit("one").substring(0, 7);
        project.write("a", "2").commit("two");
        project.write("budgets.yaml", file(SOUND, "budgets: {sound/average: 1 s}"));

        try (Sides sides = compare("HEAD~1", "HEAD")) {
            assertThat(suites(sides.base())).containsExactly("sound");
            assertThat(suites(sides.head())).containsExactly("sound");
            assertThat(sides.base().ownFile()).isFalse();
            assertThat(sides.notes())
                    .containsExactly(
                            "HEAD~1 (" + first + ") has no budgets.yaml, so it is measured with that of the work tree",
                            "HEAD (" + project.git("rev-parse", "--short=7", "HEAD")
                                    + ") has no budgets.yaml, so it is measured with that of the work tree");
        }
    }

    @Test
    void changes_that_are_in_neither_side_are_told() throws Exception {
        Sandbox project = Sandbox.at(folder).write("budgets.yaml", file(SOUND)).write("a", "1");
        project.commit("one");
        project.write("a", "2").commit("two");
        String told = "the work tree has changes that are in neither side; `clnrm-bench check` measures them";

        project.write("README.md", "a document");
        try (Sides sides = compare("HEAD~1", "HEAD")) {
            assertThat(sides.notes()).doesNotContain(told);
        }
        project.write("a", "3");
        try (Sides sides = compare("HEAD~1", "HEAD")) {
            assertThat(sides.notes()).contains(told);
        }
        project.commit("three");
        project.write("a", "4");
        try (Sides sides = compare("HEAD~2", "HEAD~1")) {
            assertThat(sides.notes()).doesNotContain(told);
        }
    }

    @Test
    void a_change_that_introduces_the_file_is_measured_on_both_sides() throws Exception {
        Sandbox project = Sandbox.at(folder).write("a", "1");
        String first = project.commit("one").substring(0, 7);
        project.write("budgets.yaml", file(SOUND + suite("printing", PrintingSuite.class)))
                .commit("two");
        Files.delete(folder.resolve("budgets.yaml"));

        try (Sides sides = compare("HEAD~1", "HEAD")) {
            assertThat(suites(sides.base())).containsExactly("sound", "printing");
            assertThat(sides.notes().get(0))
                    .startsWith("HEAD~1 (" + first + ") has no budgets.yaml, so it is measured with that of HEAD (");
        }
    }

    @Test
    void a_suite_that_comes_with_the_file_is_new_and_the_others_are_not() throws Exception {
        Sandbox project = Sandbox.at(folder).write("a", "1");
        project.commit("one");
        Path fresh = Path.of("libs", "fresh.jar");
        Files.createDirectories(folder.resolve("libs"));
        Files.copy(FaultyJar.path(), folder.resolve(fresh));
        project.write(
                        "budgets.yaml",
                        file(
                                SOUND
                                        + suite("printing", PrintingSuite.class)
                                                .replace(FaultyJar.path().toString(), fresh.toString()),
                                "budgets: {\"printing/*\": 1 s}"))
                .commit("two");

        try (Sides sides = compare("HEAD~1", "HEAD")) {
            assertThat(suites(sides.base())).containsExactly("sound");
            assertThat(suites(sides.head())).containsExactly("sound", "printing");
            assertThat(sides.notes().get(1))
                    .endsWith(" is measured without a suite: the suite `printing` cannot be loaded:"
                            + " `libs/fresh.jar` does not exist");
        }
    }

    @Test
    void a_base_with_none_of_the_suites_has_no_cases() throws Exception {
        Sandbox project = Sandbox.at(folder).write("a", "1");
        project.commit("one");
        Files.copy(FaultyJar.path(), folder.resolve("fresh.jar"));
        project.write("budgets.yaml", file(SOUND.replace(FaultyJar.path().toString(), "fresh.jar")))
                .commit("two");

        try (Sides sides = compare("HEAD~1", "HEAD")) {
            assertThat(suites(sides.base())).isEmpty();
            assertThat(suites(sides.head())).containsExactly("sound");
        }
    }

    @Test
    void budgets_of_cases_that_an_old_head_lacks_are_said_to_be_left_out() throws Exception {
        Sandbox project = Sandbox.at(folder).write("a", "1");
        project.commit("one");
        project.commit("two");
        project.write("budgets.yaml", file(SOUND, "budgets: {sound/later: 1 s}"));

        try (Sides sides = compare("HEAD~1", "HEAD")) {
            assertThat(suites(sides.head())).containsExactly("sound");
            assertThat(sides.notes().get(3)).startsWith("the budgets and laws of budgets.yaml are not applied: ");
        }
    }

    @Test
    void the_file_of_the_base_serves_if_nobody_else_has_one() throws Exception {
        Sandbox project = Sandbox.at(folder).write("budgets.yaml", file(SOUND));
        project.commit("one");
        Files.delete(folder.resolve("budgets.yaml"));
        project.commit("two");

        try (Sides sides = compare("HEAD~1", "HEAD")) {
            assertThat(suites(sides.head())).containsExactly("sound");
            assertThat(sides.base().ownFile()).isTrue();
            assertThat(sides.notes().get(0)).contains("has no budgets.yaml, so it is measured with that of HEAD~1 (");
        }
    }

    @Test
    void without_any_file_it_is_said() throws Exception {
        Sandbox project = Sandbox.at(folder).write("a", "1");
        project.commit("one");

        assertThat(assertThrows(DeclarationException.class, () -> compare("HEAD", "HEAD")))
                .hasMessageThat()
                .contains("there is no such file");
    }

    @Test
    void a_build_finds_the_jdk_asked_for() throws Exception {
        String own = Jvm.own().home().toString();
        Sandbox project = Sandbox.at(folder)
                .write("budgets.yaml", file(SOUND, "measure: {java: /none}", "build: echo $JAVA_HOME"));
        project.commit("one");
        project.write("budgets.yaml", file(SOUND, "measure: {java: " + own + "}", "build: echo $JAVA_HOME"))
                .commit("two");

        Asked onOwn = asked(Measure.OPEN.withJava(own));
        try (Sides sides = Sides.ofRevisions(onOwn, "HEAD~1", Optional.of("HEAD"), false, Check.Unchanged.CONTROL)) {
            assertThat(suites(sides.head())).containsExactly("sound");
            assertThat(log("base")).isEqualTo(own + "\n");
            assertThat(log("head")).isEqualTo(own + "\n");
        }
        assertThat(assertThrows(UserException.class, () -> compare("HEAD~1", "HEAD")))
                .hasMessageThat()
                .isEqualTo("no JDK at `/none`");
    }

    /** A project whose wrapper does what Maven would do. */
    private Sandbox maven(String script) throws IOException {
        Sandbox project = Sandbox.at(folder)
                .write("pom.xml", "<project/>")
                .write("mvnw", "#!/bin/sh\n" + script + "\n")
                .write(".gitignore", "target\n.clnrm-bench\n");
        assertThat(folder.resolve("mvnw").toFile().setExecutable(true)).isTrue();
        return project;
    }

    private static final String PACKAGED = SOUND.replace(FaultyJar.path().toString(), "target/benchmarks.jar");
    private static final String PACKAGE = "mkdir -p target && cp " + FaultyJar.path() + " target/benchmarks.jar";

    @Test
    void what_is_not_built_is_built_by_its_wrapper_on_both_sides_which_is_said() throws Exception {
        Sandbox project = maven(PACKAGE + " && echo \"$@\"").write("budgets.yaml", file(PACKAGED));
        String first = project.commit("one").substring(0, 7);
        project.write("target/benchmarks.jar", "stale");

        try (Sides sides = Sides.ofRevisions(asked(), "HEAD", Optional.empty(), false, Check.Unchanged.CONTROL)) {
            assertThat(suites(sides.base())).containsExactly("sound");
            assertThat(suites(sides.head())).containsExactly("sound");
            assertThat(sides.notes())
                    .containsAtLeast(
                            "HEAD (" + first + ") is built by a guess, because budgets.yaml has no `build:`:"
                                    + " `./mvnw -q -B -DskipTests package`",
                            "work tree (" + first + ") is built by a guess, because budgets.yaml has no `build:`:"
                                    + " `./mvnw -q -B -DskipTests package`");
            assertThat(log("head")).isEqualTo("-q -B -DskipTests package\n");
        }
    }

    @Test
    void budgets_of_the_base_judge_unless_it_is_a_release() throws Exception {
        Sandbox project = Sandbox.at(folder).write("budgets.yaml", file(SOUND, "budgets: {sound/average: 1 s}"));
        project.commit("old");
        project.git("tag", "v1.0");
        String now = file(SOUND, "budgets: {sound/average: 2 s}");
        project.write("budgets.yaml", now).commit("new");

        try (Sides sides = compare("HEAD~1", "HEAD")) {
            assertThat(sides.judging().text().lines()).contains("budgets: {sound/average: 1 s}");
            assertThat(String.join("\n", sides.notes())).contains("budgets.yaml differs between the sides");
        }
        try (Sides sides = compare("latest-release", "HEAD")) {
            assertThat(sides.judging().text().lines()).contains("budgets: {sound/average: 2 s}");
            assertThat(String.join("\n", sides.notes())).doesNotContain("differs between the sides");
        }
    }

    @Test
    void a_waiver_that_expired_on_the_base_alone_blocks_nothing() throws Exception {
        String waived = file(SOUND, "waivers: [{case: sound/average, until: %s, because: a reason}]");
        Sandbox project = Sandbox.at(folder).write("budgets.yaml", waived.formatted("2020-01-01"));
        project.commit("waived");
        project.write("budgets.yaml", waived.formatted("2999-01-01")).commit("waived longer");

        try (Sides sides = compare("HEAD~1", "HEAD")) {
            assertThat(sides.judging().waivers()).isEmpty();
            assertThat(sides.head().declared().file().waivers()).hasSize(1);
        }
        assertThat(assertThrows(DeclarationException.class, () -> compare("HEAD", "HEAD~1")))
                .hasMessageThat()
                .contains("has expired");
    }

    @Test
    void a_release_that_the_jdk_does_not_compile_is_said_with_what_to_do() throws Exception {
        Sandbox project = Sandbox.at(folder)
                .write(
                        "budgets.yaml",
                        file(SOUND, "build: echo Source option 6 is no longer supported. Use 7 or later. && false"));
        project.commit("old");
        project.git("tag", "v1.0");
        project.write("budgets.yaml", file(SOUND, "build: 'true'")).commit("new");

        UserException fault = assertThrows(UserException.class, () -> compare("latest-release", "HEAD"));

        assertThat(fault).hasMessageThat().contains("the base v1.0 (");
        assertThat(fault).hasMessageThat().contains("Source option 6 is no longer supported");
        assertThat(fault.help()).contains("use --java VERSION");
    }

    @Test
    void a_base_from_before_the_file_that_does_not_build_has_no_cases() throws Exception {
        Sandbox project = maven("echo no such module && false");
        project.commit("one");
        project.write("mvnw", "#!/bin/sh\n" + PACKAGE + "\n").write("budgets.yaml", file(PACKAGED));
        project.commit("two");

        try (Sides sides = compare("HEAD~1", "HEAD")) {
            assertThat(sides.base().declared().suites()).isEmpty();
            assertThat(suites(sides.head())).containsExactly("sound");
            assertThat(String.join("\n", sides.notes()))
                    .contains(
                            " does not build, so what it lacks counts as new: the guessed build command"
                                    + " `./mvnw -q -B -DskipTests package` ended with status 1: no such module; its full output is in ");
            assertThat(sides.uncompared()).isEqualTo(Optional.of("the base does not build"));
        }
    }

    @Test
    void a_guess_that_fails_is_named_with_the_end_of_its_output() throws Exception {
        Sandbox project = maven("echo no such goal && false").write("budgets.yaml", file(PACKAGED));
        project.commit("one");

        UserException failed = assertThrows(UserException.class, () -> compare("HEAD", "HEAD"));
        assertThat(failed)
                .hasMessageThat()
                .endsWith("the guessed build command `./mvnw -q -B -DskipTests package` ended with status 1\n"
                        + "  no such goal");
        assertThat(failed.help()).endsWith("; name the right command with `build:` in budgets.yaml");
    }

    @Test
    void what_cannot_be_built_by_any_guess_is_said() throws Exception {
        Sandbox project = Sandbox.at(folder).write("budgets.yaml", file(PACKAGED));
        project.commit("one");

        assertThat(assertThrows(UserException.class, () -> compare("HEAD", "HEAD")))
                .hasMessageThat()
                .endsWith("its budgets.yaml has no `build:`, and it has no build file of Maven, Gradle or sbt");
    }

    @Test
    void a_command_prints_the_class_path_of_a_side_once_it_is_built() throws Exception {
        environment.put("JAVA_HOME", "/elsewhere");
        Path seen = temp.resolve("seen");
        String suite = "  sound:\n    classpath: src\n    classpath-command: 'echo $JAVA_HOME >> " + seen
                + "; cat deps'\n    suite: " + SoundSuite.class.getName() + "\n";
        String home = Jvm.own().home().toString();
        Sandbox project = Sandbox.at(folder)
                .write("src/a", "1")
                .write(
                        "budgets.yaml",
                        file(suite, "build: echo " + FaultyJar.path() + " > deps", "measure: {java: " + home + "}"));
        project.commit("one");
        project.write("src/a", "2").commit("two");

        try (Sides sides = compare("HEAD~1", "HEAD")) {
            assertThat(suites(sides.base())).containsExactly("sound");
            assertThat(suites(sides.head())).containsExactly("sound");
            assertThat(Files.readAllLines(seen)).containsExactly(home, home);
        }
    }

    @Test
    void what_is_there_is_not_built() throws Exception {
        Sandbox project = maven("false").write("budgets.yaml", file(SOUND));
        project.commit("one");

        try (Sides sides = compare("HEAD", "HEAD")) {
            assertThat(suites(sides.base())).containsExactly("sound");
        }
    }

    @Test
    void a_commit_is_built_once_unless_a_job_of_somebody_else_might_have_built_it() throws Exception {
        Path builds = temp.resolve("builds");
        Sandbox project = maven(PACKAGE + " && echo built >> " + builds).write("budgets.yaml", file(PACKAGED));
        String first = project.commit("one").substring(0, 7);
        project.write("a", "2").commit("two");

        compare("HEAD~1", "HEAD").close();
        assertThat(Files.readAllLines(builds)).hasSize(2);
        try (Sides sides = compare("HEAD~1", "HEAD")) {
            assertThat(suites(sides.base())).containsExactly("sound");
            assertThat(sides.notes())
                    .contains("the build of HEAD~1 (" + first + ") is a stored one, by the same command and JDK");
        }
        assertThat(Files.readAllLines(builds)).hasSize(2);

        environment.put("CI", "true");
        compare("HEAD~1", "HEAD").close();
        assertThat(Files.readAllLines(builds)).hasSize(4);
    }

    @Test
    void two_commits_with_the_same_files_are_neither_checked_out_nor_built() throws Exception {
        Sandbox project = Sandbox.at(folder).write("budgets.yaml", file(SOUND, "build: 'false'"));
        String first = project.commit("one").substring(0, 7);
        String second = project.commit("two").substring(0, 7);

        try (Sides sides = auto("HEAD~1", Optional.of("HEAD"))) {
            assertThat(sides.same().orElse(""))
                    .startsWith("HEAD~1 (" + first + ") and HEAD (" + second + ") have the same files;");
        }
        project.write("untracked", "");
        assertThrows(UserException.class, () -> auto("HEAD~1", Optional.empty()));
    }

    @Test
    void documents_are_told_from_other_files() throws Exception {
        Sandbox project = Sandbox.at(folder).write("budgets.yaml", file(SOUND));
        project.commit("one");
        project.write("README.md", "1").write("docs/a.png", "1").write(".github/workflows/a.yml", "1");
        project.commit("two");
        project.write("data.txt", "1").commit("three");

        try (Sides sides = auto("HEAD~2", Optional.of("HEAD~1"))) {
            assertThat(sides.onlyDocuments()).isTrue();
        }
        try (Sides sides = auto("HEAD~2", Optional.of("HEAD"))) {
            assertThat(sides.onlyDocuments()).isFalse();
        }
    }

    private Sides auto(String base, Optional<String> head) throws DeclarationException {
        return Sides.ofRevisions(asked(), base, head, false, Check.Unchanged.AUTO);
    }

    private String log(String side) throws IOException {
        return Files.readString(folder.resolve(".clnrm-bench/build-" + side + ".log"));
    }
}
