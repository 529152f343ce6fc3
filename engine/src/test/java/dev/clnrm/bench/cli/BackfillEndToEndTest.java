package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.git.Sandbox;
import dev.clnrm.bench.runs.RunFolder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits of the past, measured beside the release by real forks. */
@Tag("slow")
class BackfillEndToEndTest {
    @TempDir
    Path folder = Path.of("");

    private CommandLineRun history(String... words) throws Exception {
        CommandLineRun run = CommandLineRun.of(Stream.of(
                        Stream.of("history"),
                        Stream.of(words),
                        Stream.of("-f", folder.resolve("budgets.yaml").toString()))
                .flatMap(all -> all)
                .toArray(String[]::new));
        assertWithMessage(run.err()).that(run.stackTrace()).isFalse();
        return run;
    }

    private Sandbox project() throws Exception {
        List<String> libraries = Stream.concat(
                        Stream.of(Path.of(BenchmarkSuite.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())),
                        JmhJar.libraries().stream())
                .map(Path::toString)
                .toList();
        return Sandbox.at(folder)
                .write(".gitignore", "target/\n.clnrm-bench/\n")
                .write(
                        "budgets.yaml",
                        "version: 1\nbuild: mkdir -p target && javac -proc:none -cp '"
                                + String.join(File.pathSeparator, libraries)
                                + "' -d target/classes $(find src -name '*.java')\n"
                                + "hooks: {before-run: [touch told], after-run: [touch told], on-regression: [touch told]}\n"
                                + "measure: {iterations: 3 x 20 ms, warmup: 1 x 20 ms}\n"
                                + "suites:\n  a: {classpath: [target/classes, "
                                + String.join(", ", libraries)
                                + "], suite: demo.A}\n")
                .write(
                        "src/demo/A.java",
                        "package demo; import static dev.clnrm.bench.dsl.Bench.*;\n"
                                + "public final class A implements dev.clnrm.bench.dsl.BenchmarkSuite {\n"
                                + "public dev.clnrm.bench.dsl.Suite declare() { return suite(\"a\").benchmarks("
                                + "benchmark(\"work\").given(Code::new).measureLong(Code::work)); } }");
    }

    private static String code(int rounds) {
        return "package demo; public final class Code { private long n = 7; public long work() {"
                + " for (int i = 0; i < " + rounds
                + "; i++) { n ^= n << 13; n ^= n >>> 7; n ^= n << 17; } return n; } }";
    }

    private long finished() throws Exception {
        Path runs = folder.resolve(".clnrm-bench/runs");
        if (Files.notExists(runs)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(runs)) {
            return all.filter(run -> RunFolder.read(run).finished()).count();
        }
    }

    @Test
    void commits_are_measured_once_however_often_it_is_asked_for() throws Exception {
        Sandbox project = project().write("src/demo/Code.java", code(1000));
        project.commit("release");
        project.git("tag", "v1.0");
        project.write("src/demo/Broken.java", "class Broken {");
        String broken = project.commit("broken").substring(0, 7);
        Files.delete(folder.resolve("src/demo/Broken.java"));
        project.write("src/demo/Code.java", code(3000));
        String slow = project.commit("slow").substring(0, 7);

        CommandLineRun first = history("backfill", "v1.0..HEAD", "--quiet", "--budget", "1 ms");
        assertThat(first.status()).isEqualTo(0);
        assertThat(first.err()).contains("3 commits from v1.0 to HEAD, beside v1.0");
        assertThat(first.err()).contains("1 of 3  " + slow + "  work +");
        assertThat(first.err()).contains("the time budget is spent, and 2 commits are left");
        assertThat(finished()).isEqualTo(1);

        CommandLineRun second = history("backfill", "v1.0..HEAD", "--quiet");
        assertThat(second.status()).isEqualTo(0);
        assertThat(second.err()).contains("stored already: 1");
        assertThat(second.err()).contains("3 of 3  " + broken + "  skipped: the head " + broken + " does not build");
        assertThat(second.err()).contains("nothing is left to measure; skipped: " + broken);
        assertThat(finished()).isEqualTo(2);

        history("backfill", "v1.0..HEAD", "--quiet");
        assertThat(finished()).isEqualTo(2);

        assertWithMessage("a hook ran")
                .that(Files.exists(folder.resolve("told")))
                .isFalse();

        CommandLineRun affected = CommandLineRun.of(
                "affected",
                "v1.0",
                "HEAD",
                "--history",
                "-q",
                "-f",
                folder.resolve("budgets.yaml").toString());
        assertWithMessage(affected.err()).that(affected.status()).isEqualTo(0);
        assertThat(affected.out())
                .contains("cannot tell which cases will move: 1 stored change reached a case, at least 8");

        String table = history("*").out();
        assertThat(table).containsMatch("against v1.0 \\([0-9a-f]{7}\\), 2 runs, by commits");
        List<String> commits = table.lines()
                .dropWhile(line -> !line.startsWith("against v1.0"))
                .skip(2)
                .limit(2)
                .map(line -> line.strip().split(" ", -1)[0])
                .toList();
        assertThat(commits)
                .containsExactly(project.git("rev-parse", "--short=7", "v1.0"), slow)
                .inOrder();
    }

    @Test
    void what_the_store_has_is_not_measured_again_and_what_it_lacks_is_added() throws Exception {
        Sandbox project = project().write("src/demo/Code.java", code(1000));
        project.commit("release");
        project.git("tag", "v1.0");
        project.write("src/demo/Code.java", code(1100));
        project.commit("other");
        Path store = folder.resolve("target/store");
        Files.createDirectories(store.resolveSibling(""));
        Files.createSymbolicLink(store, folder.resolve("missing/store"));
        String[] words = {"backfill", "v1.0..HEAD", "--quiet", "--store", store.toString()};

        assertThat(history(words).err()).contains("the run is not in " + store);
        assertThat(finished()).isEqualTo(2);

        Files.delete(store);
        String second = history(words).err();
        assertThat(second).contains("stored already: 2");
        assertThat(second).contains("added to " + store);
        assertThat(runs(store)).isEqualTo(2);

        Files.move(folder.resolve(".clnrm-bench/runs"), folder.resolve("target/elsewhere"));
        String third = history(words).err();
        assertThat(third).contains("stored already: 2");
        assertThat(third).contains("nothing is left to measure");
        assertThat(finished()).isEqualTo(0);
        assertThat(runs(store)).isEqualTo(2);
    }

    private static long runs(Path store) throws Exception {
        try (Stream<Path> all = Files.list(store)) {
            return all.filter(run -> Files.exists(run.resolve("run.json"))).count();
        }
    }

    @Test
    void a_killed_run_of_another_machine_is_replaced() throws Exception {
        Sandbox project = project().write("src/demo/Code.java", code(1000));
        project.commit("release");
        project.git("tag", "v1.0");
        String[] words = {"backfill", "v1.0..HEAD", "--quiet"};
        assertThat(history(words).status()).isEqualTo(0);
        Path run = RunFolder.folders(folder.resolve(".clnrm-bench/runs")).get(0);
        String killed = Files.readString(run.resolve("run.json"))
                .replace("\"state\" : \"finished\"", "\"state\" : \"running\"")
                .replaceFirst("\"processors\" : \\d+", "\"processors\" : 512");
        Files.writeString(run.resolve("run.json"), killed);

        CommandLineRun again = history(words);

        assertWithMessage(again.err()).that(again.status()).isEqualTo(0);
        assertThat(again.err()).contains("another run replaces ");
        assertThat(finished()).isEqualTo(1);
    }

    @Test
    void an_anchor_that_does_not_build_is_an_error() throws Exception {
        Sandbox project = project().write("src/demo/Code.java", code(1000)).write("src/demo/Broken.java", "class {");
        project.commit("release");
        project.git("tag", "v1.0");
        Files.delete(folder.resolve("src/demo/Broken.java"));
        project.commit("mended");

        CommandLineRun run = history("backfill", "v1.0..HEAD", "--quiet");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("the base v1.0");
        assertThat(run.err()).contains("does not build");
    }

    @Test
    void what_is_no_range_is_wrong_use() throws Exception {
        project().commit("one");

        assertThat(history("backfill", "HEAD").status()).isEqualTo(2);
        assertThat(history("backfill", "HEAD").err()).contains("write it as in `v1.0..HEAD`");
        assertThat(history("backfill", "HEAD..none").err()).contains("unknown revision `none`");
        assertThat(history().err()).contains("no case is named");
    }
}
