package dev.clnrm.bench.app;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.git.Sandbox;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.plan.Shard;
import dev.clnrm.bench.runs.LaidOver;
import dev.clnrm.bench.terminal.Color;
import dev.clnrm.bench.terminal.Terminal;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Benchmarks of a head laid over a base, built in a real repository; nothing is measured. */
class OverlaidBaseTest {
    private static final String BENCH = "src/bench/java/demo/";
    private static final String CODE = "package demo; public final class Code { public long work() { return 1; } ";

    @TempDir
    Path temp = Path.of("");

    private Path folder = Path.of("");
    private final Map<String, String> environment = new HashMap<>(System.getenv());

    @BeforeEach
    void resolve() throws Exception {
        folder = temp.toRealPath().resolve("project");
        environment.remove("CI");
    }

    /** What a comparison of HEAD~1 with HEAD measures on the base. */
    private record Measured(Map<String, PlannedCase> base, Optional<LaidOver> laidOver, List<String> notes) {
        /** The folder of the work tree whose classes are measured. */
        String classes(String name) {
            return Optional.ofNullable(base.get(name))
                    .map(one -> String.valueOf(one.launch().directory().getFileName()))
                    .orElse("not there");
        }

        List<String> cases() {
            return laidOver.map(LaidOver::cases).orElse(List.of());
        }

        List<String> files() {
            return laidOver.map(LaidOver::files).orElse(List.of());
        }

        String problems() {
            return String.join("\n", laidOver.map(LaidOver::problems).orElse(List.of()));
        }
    }

    private Measured measured() throws Exception {
        Request request = new Request(
                List.of(),
                List.of(),
                Request.Depth.CHECK,
                Measure.OPEN,
                OptionalInt.empty(),
                1,
                false,
                Shard.WHOLE,
                Optional.empty(),
                false);
        Asked asked = new Asked(
                folder.resolve("budgets.yaml"),
                environment,
                request,
                60,
                Keeping.USUAL,
                "compare",
                List.of(),
                Terminal.ofThisProcess(Color.NEVER, System.getenv()),
                true);
        try (Sides sides = Sides.ofRevisions(asked, "HEAD~1", Optional.of("HEAD"), false, Check.Unchanged.CONTROL)) {
            Plan head = sides.head().project().plan(sides.head().declared(), request);
            Plan base = sides.base().project().planOrNothing(sides.base().declared(), request);
            Plan overlaid = sides.overlaid(base, head);
            return new Measured(
                    overlaid.cases().stream().collect(Collectors.toMap(one -> name(one.name()), one -> one)),
                    sides.laidOver(),
                    sides.notes());
        }
    }

    private static String name(CaseName name) {
        return name.toString();
    }

    private static Path location(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static List<Path> libraries() throws Exception {
        return List.of(
                location(BenchmarkSuite.class),
                location(org.openjdk.jmh.annotations.Benchmark.class),
                location(joptsimple.OptionParser.class),
                location(org.apache.commons.math3.util.FastMath.class));
    }

    private static String budgets(String suites, String... further) throws Exception {
        String path = libraries().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return "version: 1\nbuild: mkdir -p target/classes && javac -proc:none -cp '" + path
                + "' -d target/classes $(find . -name '*.java') && touch target/built\n" + String.join("\n", further)
                + "\nsuites:\n" + suites;
    }

    private static String suite(String name, String type) throws Exception {
        return "  " + name + ":\n    classpath: ["
                + Stream.concat(
                                Stream.of("target/classes"),
                                libraries().stream().map(Path::toString))
                        .collect(Collectors.joining(", "))
                + "]\n    suite: " + type + "\n";
    }

    private static String source(String type, String name, String... benchmarks) {
        return "package demo;\nimport static dev.clnrm.bench.dsl.Bench.benchmark;\n"
                + "import static dev.clnrm.bench.dsl.Bench.suite;\n"
                + "public final class " + type + " implements dev.clnrm.bench.dsl.BenchmarkSuite {\n"
                + "public dev.clnrm.bench.dsl.Suite declare() { return suite(\"" + name + "\").benchmarks(\n"
                + String.join(",\n", benchmarks) + "); }\n}\n";
    }

    private static String benchmark(String name, String code) {
        return "benchmark(\"" + name + "\").given(Code::new).measureLong(code -> " + code + ")";
    }

    private Sandbox project(String... further) throws Exception {
        return Sandbox.at(folder)
                .write(".gitignore", "target/\n.clnrm-bench/\n")
                .write("budgets.yaml", budgets(suite("a", "demo.A"), further))
                .write("src/main/java/demo/Code.java", CODE + "}")
                .write(BENCH + "A.java", source("A", "a", benchmark("old", "code.work()"), benchmark("same", "1")));
    }

    @Test
    void new_and_edited_benchmarks_are_the_heads_on_both_sides_and_others_stay_the_bases() throws Exception {
        Sandbox project = project();
        String base = project.commit("base").substring(0, 7);
        project.write("src/main/java/demo/Code.java", CODE + "public long head() { return 2; } }")
                .write(
                        BENCH + "A.java",
                        source(
                                "A",
                                "a",
                                benchmark("same", "1"),
                                benchmark("old", "2 + code.work()"),
                                benchmark("new", "3")));
        project.commit("head");

        Measured measured = measured();

        assertThat(measured.cases()).containsExactly("a/old", "a/new");
        assertThat(measured.files()).containsExactly(BENCH + "A.java");
        assertThat(measured.problems()).isEmpty();
        assertThat(measured.classes("a/same")).isEqualTo(base);
        assertThat(measured.classes("a/old")).isEqualTo(base + "-overlay-1");
        assertThat(measured.classes("a/new")).isEqualTo(base + "-overlay-1");
        assertThat(String.join("\n", measured.notes()))
                .contains("measured with the head's benchmark on both sides, because it is new or edited: a/");
        assertWithMessage("the user's work tree")
                .that(project.git("status", "--porcelain"))
                .isEmpty();
        assertThat(Files.exists(folder.resolve("target"))).isFalse();

        assertThat(String.join("\n", measured().notes()))
                .contains("the build of HEAD~1 (" + base + ") with the head's benchmarks is a stored one");
    }

    @Test
    void what_needs_the_heads_code_is_said_with_the_compilers_line_and_the_rest_is_laid_over() throws Exception {
        Sandbox project = project();
        project.commit("base");
        project.write("budgets.yaml", budgets(suite("a", "demo.A") + suite("b", "demo.B")))
                .write("src/main/java/demo/Code.java", CODE + "public long head() { return 2; } }")
                .write(BENCH + "A.java", source("A", "a", benchmark("old", "2"), benchmark("same", "1")))
                .write(BENCH + "B.java", source("B", "b", benchmark("api", "code.head()")));
        project.commit("head");

        Measured measured = measured();

        assertThat(measured.cases()).containsExactly("a/old");
        assertThat(measured.base()).doesNotContainKey("b/api");
        assertThat(measured.problems())
                .isEqualTo(BENCH + "B.java does not compile on the base, so its cases are measured with each side's own"
                        + " benchmark (1 case): " + BENCH + "B.java:6: error: cannot find symbol;"
                        + " symbol:   method head()");
    }

    @Test
    void code_beside_a_benchmark_stays_the_bases() throws Exception {
        Sandbox project = project()
                .write("budgets.yaml", budgets(suite("a", "demo.A")))
                .write("src/main/java/demo/A.java", source("A", "a", benchmark("old", "code.work()")));
        project.git("rm", "-q", "-r", "--cached", "--ignore-unmatch", "src/bench");
        Files.delete(folder.resolve(BENCH + "A.java"));
        project.commit("base");
        project.write("src/main/java/demo/Code.java", CODE.replace("return 1", "return 7") + "}")
                .write(
                        "src/main/java/demo/A.java",
                        source("A", "a", benchmark("old", "code.work()"), benchmark("new", "code.work()")));
        project.commit("head");

        Measured measured = measured();

        assertThat(measured.cases()).containsExactly("a/new");
        assertThat(measured.files()).containsExactly("src/main/java/demo/A.java");
    }

    @Test
    void a_renamed_benchmark_is_measured_under_its_new_name_and_a_helper_that_moved_is_no_clash() throws Exception {
        Sandbox project = project()
                .write(
                        BENCH + "Old.java",
                        "package demo; final class Old {} final class Helper { static long n = 1; }");
        project.commit("base");
        Files.delete(folder.resolve(BENCH + "Old.java"));
        project.write(BENCH + "Helper.java", "package demo; final class Helper { static long n = 2; }")
                .write(BENCH + "A.java", source("A", "a", benchmark("renamed", "Helper.n"), benchmark("same", "1")));
        project.commit("head");

        Measured measured = measured();

        assertThat(measured.cases()).containsExactly("a/renamed");
        assertThat(measured.files()).containsExactly(BENCH + "A.java", BENCH + "Helper.java", BENCH + "Old.java");
        assertThat(measured.base()).containsKey("a/old");
    }

    @Test
    void the_bases_file_says_what_is_laid_over() throws Exception {
        Sandbox project = project("overlay: off");
        project.commit("base");
        project.write("budgets.yaml", budgets(suite("a", "demo.A"), "overlay: src/main"))
                .write("src/main/java/demo/Code.java", CODE.replace("return 1", "return 7") + "}")
                .write(BENCH + "A.java", source("A", "a", benchmark("old", "2"), benchmark("same", "1")));
        project.commit("head");
        assertThat(measured().laidOver()).isEmpty();

        project.write("budgets.yaml", budgets(suite("a", "demo.A"), "overlay: [tools]"))
                .write("tools/demo/Input.java", "package demo; final class Input { static final long[] N = {1}; }")
                .write(BENCH + "A.java", source("A", "a", benchmark("old", "Input.N[0]"), benchmark("same", "1")));
        project.commit("base");
        project.write("tools/demo/Input.java", "package demo; final class Input { static final long[] N = {2, 3}; }");
        project.commit("head");
        Measured measured = measured();
        assertThat(measured.cases()).containsExactly("a/old");
        assertThat(measured.files()).containsExactly("tools/demo/Input.java");
    }

    @Test
    void a_base_with_a_link_in_the_way_is_said_and_nothing_is_written_through_it() throws Exception {
        Path outside = Files.createDirectories(temp.resolve("outside"));
        Sandbox project = project();
        project.write("src/jmh/java/demo/A.java", source("A", "a", benchmark("old", "1")));
        Files.delete(folder.resolve(BENCH + "A.java"));
        Files.delete(folder.resolve("src/bench/java/demo"));
        Files.delete(folder.resolve("src/bench/java"));
        Files.delete(folder.resolve("src/bench"));
        Files.createSymbolicLink(folder.resolve("src/bench"), outside);
        project.commit("base");
        Files.delete(folder.resolve("src/bench"));
        Files.delete(folder.resolve("src/jmh/java/demo/A.java"));
        project.write(BENCH + "A.java", source("A", "a", benchmark("old", "2")));
        project.commit("head");

        Measured measured = measured();

        assertThat(measured.cases()).isEmpty();
        assertThat(measured.problems()).contains("on the base `src/bench` is a link or a file");
        assertThat(measured.problems()).contains("`overlay: off`");
        try (Stream<Path> written = Files.list(outside)) {
            assertThat(written.toList()).isEmpty();
        }
    }

    @Test
    void two_modules_with_the_same_benchmark_are_not_told_apart_without_a_name() throws Exception {
        String build = budgets(suite("a", "demo.A")).replace("find . -name", "find one/src src/main -name");
        Sandbox project = project()
                .write("budgets.yaml", build)
                .write("one/" + BENCH + "A.java", source("A", "a", benchmark("old", "1")))
                .write("two/" + BENCH + "A.java", source("A", "a", benchmark("old", "1")));
        Files.delete(folder.resolve(BENCH + "A.java"));
        project.commit("base");
        project.write("one/" + BENCH + "A.java", source("A", "a", benchmark("old", "2"), benchmark("new", "3")));
        project.commit("head");

        Measured measured = measured();

        assertThat(measured.cases()).isEmpty();
        assertThat(measured.problems())
                .isEqualTo("`demo/A.java` is in `one/src/bench/java` and `two/src/bench/java`, so it is not laid over"
                        + " the base: name the right folder with `overlay:`");
        project.write("budgets.yaml", build.replace("suites:", "overlay: one/src/bench\nsuites:"));
        project.commit("base");
        project.write("one/" + BENCH + "A.java", source("A", "a", benchmark("old", "4")));
        project.commit("head");
        assertThat(measured().cases()).containsExactly("a/old");
    }
}
