package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two commits of a project whose benchmarks are in a jar: what the second reaches. */
@Tag("slow")
class AffectedEndToEndTest {
    private static final String TEXT = """
            package acme;
            public class Text {
             public static int length(String text) { return text.length(); }
             public static int twice(String text) { return 2 * text.length(); }
            }
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void commits() throws Exception {
        git("init", "-q", "-b", "main");
        Files.writeString(folder.resolve("budgets.yaml"), """
                version: 1
                suites:
                  acme:
                    jar: b.jar
                build: 'true'
                measure: {iterations: 5 x 20 ms, warmup: 5 x 20 ms}
                """);
        Files.writeString(folder.resolve(".gitignore"), ".clnrm-bench/\n");
        commit(TEXT);
        commit(TEXT.replace("return text.length()", "return text.length() + 1").replace("2 * ", "3 * "));
    }

    private void commit(String text) throws Exception {
        Path source = folder.resolve("src/main/java/acme/Text.java");
        Files.createDirectories(source.resolveSibling(""));
        Files.writeString(source, text);
        Files.deleteIfExists(folder.resolve("b.jar"));
        new JmhJar()
                .benchmarks("Lengths", "@Benchmark public int length() { return acme.Text.length(\"abc\"); }")
                .benchmarks("Others", "@Benchmark public int hash() { return hashCode(); }")
                .source("acme.Text", text)
                .write(folder.resolve("b.jar"));
        git("add", "-A");
        git("commit", "-q", "-m", "state");
    }

    private void git(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.org"));
        line.addAll(List.of(words));
        Process git = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(git.waitFor()).isEqualTo(0);
    }

    private CommandLineRun run(String command, String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(words));
        all.addAll(List.of("--file", folder.resolve("budgets.yaml").toString()));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    @Test
    void a_changed_method_is_named_with_its_place_and_the_cases_that_reach_it() throws Exception {
        CommandLineRun run = run("affected", "HEAD~1", "HEAD", "-q");

        assertWithMessage(run.err()).that(run.status()).isEqualTo(0);
        assertThat(run.out()).contains("""
                        cases of acme/p

                        changed code and the cases that reach it
                          Text.length(String)
                            changed, src/main/java/acme/Text.java:3, 5 instructions
                            1 case: Lengths.length

                        changed code that no case reaches, the largest first
                          Text.twice(String)
                            changed, src/main/java/acme/Text.java:4, 5 instructions
                        """);
        assertThat(run.out()).contains("check --base 'HEAD~1' --head HEAD --file");
        assertThat(run.out()).contains(" --affected\nor by name:\n  --only Lengths.length\n");
        assertThat(run.out()).containsMatch("the change reaches 1 of 2 cases\n$");
    }

    @Test
    void programs_and_documents_are_told_the_same() throws Exception {
        CommandLineRun run = run("affected", "--base", "HEAD~1", "--head", "HEAD", "-q", "--format", "json");
        assertWithMessage(run.err()).that(run.status()).isEqualTo(0);
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.path("cases").toString())
                .isEqualTo("[{\"case\":\"acme/p.Lengths.length\",\"affected\":true,\"why\":\"code\"},"
                        + "{\"case\":\"acme/p.Others.hash\",\"affected\":false,\"why\":\"nothing\"}]");
        assertThat(json.path("unreached").toString())
                .isEqualTo("[{\"name\":\"acme.Text.twice(String)\",\"what\":\"method\",\"how\":\"changed\","
                        + "\"file\":\"src/main/java/acme/Text.java\",\"line\":4,\"instructions\":5}]");
        assertThat(json.path("filters").toString()).isEqualTo("[\"acme/p.Lengths.length\"]");

        CommandLineRun markdown = run("affected", "HEAD~1", "HEAD", "-q", "--format", "markdown");
        assertThat(markdown.out())
                .contains(
                        "| `acme.Text.length(String)` | `src/main/java/acme/Text.java:3` | 1: `acme/p.Lengths.length` |");
        assertThat(markdown.out()).contains("| `acme.Text.twice(String)` | `src/main/java/acme/Text.java:4` | 5 |");

        CommandLineRun csv = run("affected", "HEAD~1", "HEAD", "--format", "csv");
        assertThat(csv.status()).isEqualTo(2);
        assertThat(csv.err()).contains("`affected` has no format csv");
    }

    @Test
    void a_list_of_affected_cases_ends_with_the_filters_that_find_them() throws Exception {
        CommandLineRun run = run("list", "--affected", "--base", "HEAD~1", "--head", "HEAD");

        assertWithMessage(run.err()).that(run.status()).isEqualTo(0);
        assertThat(run.out()).contains("p.Lengths.length");
        assertThat(run.out()).doesNotContain("p.Others.hash");
        assertThat(run.out()).endsWith("--only acme/p.Lengths.length\n");

        CommandLineRun all = run("list", "--base", "HEAD~1");
        assertThat(all.status()).isEqualTo(2);
        assertThat(all.err()).contains("--base and --head apply only with --affected");
    }

    @Test
    void a_check_of_what_is_affected_omits_the_rest_and_keeps_what_no_case_reaches() throws Exception {
        Path out = folder.resolve("run");
        CommandLineRun run = run(
                "check",
                "--base",
                "HEAD~1",
                "--head",
                "HEAD",
                "--affected",
                "--quick",
                "--format",
                "json",
                "--fail-on",
                "never",
                "--out",
                out.toString());

        assertWithMessage(run.err()).that(run.status()).isEqualTo(0);
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.path("omitted").toString()).isEqualTo("[\"acme/p.Others.hash\"]");
        assertThat(json.path("notes").toString())
                .contains("omitted, because the change does not reach them: 1 case (acme/p.Others.hash)");
        assertThat(json.path("reach").path("changed_methods").asInt()).isEqualTo(2);
        assertThat(json.path("reach").path("unreached_methods").asInt()).isEqualTo(1);
        String table = CommandLineRun.of("show", out.toString()).out();
        assertThat(table).contains("no benchmark reaches 1 of 2 changed methods; `clnrm-bench affected` shows them");
        Path page = folder.resolve("page.html");
        CommandLineRun.of("report", out.toString(), "--out", page.toString());
        assertThat(Files.readString(page)).contains("<code>src/main/java/acme/Text.java:4</code>");

        CommandLineRun nothing =
                run("check", "--base", "HEAD~1", "--head", "HEAD", "--affected", "--only", "Others", "--quick");
        assertWithMessage(nothing.err()).that(nothing.status()).isEqualTo(0);
        assertThat(nothing.err())
                .contains("nothing was measured: omitted, because the change does not reach them: 1 case");

        CommandLineRun both = run("check", "--affected", "--unchanged-code", "measure");
        assertThat(both.status()).isEqualTo(2);
        assertThat(both.err()).contains("leave one of them out");
    }

    /** The benchmarks keep a jar that was not built from the edited source, as those that use a released version of their own project do. */
    @Test
    void a_changed_file_that_no_measured_jar_was_built_from_is_named() throws Exception {
        edit("src/main/java/acme/Text.java", TEXT.replace("return text.length()", "return text.length() + 9"));

        CommandLineRun run = run("affected", "HEAD~1", "HEAD", "-q");
        assertWithMessage(run.err()).that(run.status()).isEqualTo(0);
        assertThat(run.out()).contains("""
                        changed code that no benchmark runs: no measured jar contains the changed class
                          src/main/java/acme/Text.java
                        """);
        assertThat(run.out())
                .endsWith("the change reaches 0 of 2 cases; 1 changed source file is in no measured jar\n");
        CommandLineRun json = run("affected", "HEAD~1", "HEAD", "-q", "--format", "json");
        assertThat(new ObjectMapper().readTree(json.out()).path("unmeasured").toString())
                .isEqualTo("[\"src/main/java/acme/Text.java\"]");
        CommandLineRun markdown = run("affected", "HEAD~1", "HEAD", "-q", "--format", "markdown");
        assertThat(markdown.out()).contains("- `src/main/java/acme/Text.java`");

        Path out = folder.resolve("run");
        CommandLineRun check = run(
                "check",
                "--base",
                "HEAD~1",
                "--head",
                "HEAD",
                "--quick",
                "Lengths",
                "--fail-on",
                "never",
                "--out",
                out.toString());
        assertWithMessage(check.err()).that(check.status()).isEqualTo(0);
        String shown = check.out().replaceAll("\\s+", " ");
        assertThat(shown)
                .contains(
                        "warning: src/main/java/acme/Text.java changed, and no measured jar contains its changed class:"
                                + " this check says nothing about it");
        assertThat(shown).contains("1 changed source file is in no measured jar");
        assertThat(shown).contains("note: each case runs the same code on both sides");
        assertThat(CommandLineRun.of("show", out.toString()).out().replaceAll("\\s+", " "))
                .contains("no measured jar contains its changed class");

        edit(
                "src/main/java/acme/Text.java",
                TEXT.replace("return text.length()", "return text.length() + 9 /* why */"));
        edit("src/test/java/acme/TextTest.java", "package acme; class TextTest {}");
        assertThat(run("affected", "HEAD~2", "HEAD", "-q").out()).doesNotContain("no measured jar");
    }

    private void edit(String file, String text) throws Exception {
        Files.createDirectories(folder.resolve(file).resolveSibling(""));
        Files.writeString(folder.resolve(file), text);
        git("add", "-A");
        git("commit", "-q", "-m", "edit");
    }

    @Test
    void a_filter_without_a_match_is_refused_beside_one_that_matches() throws Exception {
        CommandLineRun list = run("list", "Lengths", "Othrs");
        assertThat(list.status()).isEqualTo(2);
        assertThat(list.err()).contains("no case matches `Othrs`");
        assertThat(list.err()).contains("did you mean `Others`?");

        CommandLineRun check =
                run("check", "--base", "HEAD~1", "--head", "HEAD", "--only", "Lengths", "--only", "hahs", "--quick");
        assertThat(check.status()).isEqualTo(2);
        assertThat(check.err()).contains("no case matches `hahs`");
        assertThat(check.err()).contains("did you mean `hash`?");
    }

    @Test
    void a_filter_without_any_match_is_refused_before_the_base_is_built() throws Exception {
        CommandLineRun check = run("check", "--base", "HEAD~1", "--head", "HEAD", "--only", "Lenghts");
        assertThat(check.status()).isEqualTo(2);
        assertThat(check.err()).contains("did you mean `Lengths`");
        assertThat(check.err()).doesNotContain("building the base");
        assertThat(Files.exists(folder.resolve(".clnrm-bench/build-base.log"))).isFalse();
    }

    @Test
    void what_a_change_reaches_is_unknown_if_the_base_does_not_build() throws Exception {
        git("rm", "-q", "--cached", "budgets.yaml", "b.jar");
        git("commit", "-q", "-m", "before");
        Files.writeString(
                folder.resolve("budgets.yaml"),
                "version: 1\nsuites:\n  acme:\n    jar: b.jar\nbuild: \"test -e b.jar || { echo 'error: no jar';"
                        + " echo end; exit 1; }\"\nmeasure: {iterations: 5 x 20 ms, warmup: 5 x 20 ms}\n");
        git("add", "-A");
        git("commit", "-q", "-m", "after");

        CommandLineRun run = run("affected", "HEAD~1", "HEAD", "-q");
        assertWithMessage(run.err()).that(run.status()).isEqualTo(0);
        assertThat(run.out()).endsWith(": could not tell what the change reaches: the base does not build\n");
        assertThat(run.out()).doesNotContain("measure just these");
        assertThat(run.out().replaceAll("\\s+", " ")).contains("ended with status 1: error: no jar; its full output");

        CommandLineRun check = run("check", "--base", "HEAD~1", "--head", "HEAD", "--quick", "Lengths");
        assertWithMessage(check.err()).that(check.status()).isEqualTo(0);
        assertThat(check.out().replaceAll("\\s+", " "))
                .contains("+ new: nothing compared: the base does not build; measured 1 of 1 case");
    }
}
