package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.faulty.SoundSuite;
import dev.clnrm.bench.git.Sandbox;
import dev.clnrm.bench.samples.JmhEntry;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, from two measurements to an exit status. */
@Tag("slow")
class CompareEndToEndTest {
    private final Path folder;
    private CommandLineRun last = new CommandLineRun(0, "", "");

    CompareEndToEndTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void a_users_fault_never_prints_a_stack_trace() {
        assertWithMessage(last.err()).that(last.stackTrace()).isFalse();
    }

    private String base() throws Exception {
        return ResultFile.of("small", 1)
                .and("large", 100)
                .write(folder.resolve("old.json"))
                .toString();
    }

    private String slower() throws Exception {
        return ResultFile.of("small", 1.2)
                .and("large", 100)
                .write(folder.resolve("new.json"))
                .toString();
    }

    private String budgets(String... lines) throws Exception {
        Path file = folder.resolve("budgets.yaml");
        Files.writeString(file, "version: 1\n" + String.join("\n", lines) + "\n");
        return file.toString();
    }

    private void compare(String... words) throws Exception {
        String[] all = new String[words.length + 1];
        all[0] = "compare";
        System.arraycopy(words, 0, all, 1, words.length);
        last = CommandLineRun.of(all);
    }

    @Test
    void a_regression_is_status_1_and_says_how_to_see_it_again() throws Exception {
        compare(base(), slower());

        assertWithMessage(last.err()).that(last.status()).isEqualTo(1);
        assertThat(last.out()).contains("✗ REGRESSED  org.acme.Parsing/small  time");
        assertThat(last.out()).contains("change    : +20.0 %   95 % interval +19.");
        assertThat(last.out()).contains(" --only org.acme.Parsing/small\n");
        assertThat(last.out()).contains("warning: host unknown");
        assertThat(last.out()).contains("1 of 2 cases regressed (warning); 1 ok; judged 2 of 2 cases");
        assertThat(last.err()).isEmpty();
    }

    @Test
    void what_stands_beside_a_time_is_shown_and_what_the_collector_did_is_for_programs() throws Exception {
        String old = ResultFile.of("small", 1)
                .beside("\u00b7hits", "#/op")
                .beside("gc.time", "ms")
                .write(folder.resolve("old.json"))
                .toString();
        String now = ResultFile.of("small", 1.2)
                .beside("hits", "#/op")
                .beside("gc.time", "ms")
                .write(folder.resolve("new.json"))
                .toString();
        compare(old, now);
        assertThat(last.out()).containsMatch("hits +10[.]00 #/op +12[.]00 #/op +[+]20[.]0 % .* moved, not judged\n");
        assertThat(last.out()).doesNotContain("gc.time");

        compare(old, now, "--format", "csv");
        assertThat(last.out()).contains("\nsecondary,org.acme.Parsing,small,,avgt,hits,#/op,");
        assertThat(last.out()).doesNotContain("gc.time");

        compare(old, now, "--format", "json");
        assertThat(last.out()).contains("\"hits\"");
        assertThat(last.out()).contains("\"gc.time\"");
    }

    @Test
    void a_file_against_itself_is_unchanged_also_when_zipped() throws Exception {
        String base = base();
        Path zipped = folder.resolve("old.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            Files.copy(Path.of(base), out);
        }
        compare(base, zipped.toString());

        assertWithMessage(last.out()).that(last.status()).isEqualTo(0);
        assertThat(last.out()).contains("✓ ok: none of 2 cases regressed; 2 ok");
    }

    @Test
    void markdown_is_the_comment_of_a_pull_request_by_our_templates_or_ones_own() throws Exception {
        compare(base(), slower(), "--format", "markdown");

        assertThat(last.status()).isEqualTo(1);
        assertThat(last.out()).startsWith("<!-- clnrm-bench:default -->\n### ❌ Regressed\n");

        Path own = Files.createDirectory(folder.resolve("own"));
        Files.writeString(own.resolve("comment.md.ftl"), "${sign.word}: ${rows[0].case}\n");
        compare(base(), slower(), "--format", "markdown", "--templates", own.toString());

        assertThat(last.out()).isEqualTo("regressed: `org.acme.Parsing/small`\n");
        assertThat(last.status()).isEqualTo(1);
    }

    @Test
    void a_fault_in_a_template_is_a_message_with_its_place() throws Exception {
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.writeString(own.resolve("comment.md.ftl"), "\n${nothing}\n");
        compare(base(), slower(), "--format", "markdown", "--templates", own.toString());

        assertThat(last.status()).isEqualTo(2);
        assertThat(last.out()).isEmpty();
        assertThat(last.err()).startsWith(own.resolve("comment.md.ftl") + ":2:3: error: ");
        assertThat(last.stackTrace()).isFalse();

        compare(base(), slower(), "--format", "markdown", "--templates", "gone");

        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).startsWith("gone: error: there is no such folder\n");
    }

    @Test
    void json_is_all_that_is_printed_where_it_is_asked_for() throws Exception {
        compare(base(), slower(), "--format", "json", "--fail-on", "critical");

        assertThat(last.status()).isEqualTo(0);
        JsonNode json = new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(last.out());
        assertThat(json.path("status").textValue()).isEqualTo("warning");
        assertThat(json.path("exit").intValue()).isEqualTo(0);
        JsonNode verdict = json.path("verdicts").path(0);
        assertThat(verdict.path("benchmark").textValue()).isEqualTo("org.acme.Parsing/small");
        assertThat(verdict.path("ratio").doubleValue()).isWithin(1e-9).of(1.2);
        assertThat(verdict.path("severity").textValue()).isEqualTo("warning");
        assertThat(verdict.path("fails").booleanValue()).isFalse();
        assertThat(verdict.path("warnings").path(0).path("code").textValue()).isEqualTo("host-unknown");
    }

    @Test
    void sides_that_were_not_measured_alike_are_incomparable_unless_allowed() throws Exception {
        String base = base();
        String slower = slower();
        compare(base, slower, "--base-host", "EPYC", "--head-host", "Xeon", "--fail-on-inconclusive");
        assertThat(last.status()).isEqualTo(4);
        assertThat(last.out()).contains("note: the hosts differ: EPYC against Xeon");
        assertThat(last.out()).doesNotContain("REGRESSED");

        compare(base, slower, "--base-host", "EPYC", "--head-host", "Xeon", "--allow-different-hosts");
        assertThat(last.status()).isEqualTo(1);
        assertThat(last.out())
                .contains("the hosts differ: EPYC against Xeon; judged anyway because of --allow-different-hosts");

        String newer = ResultFile.of("small", 9)
                .jdk("21.0.1")
                .write(folder.resolve("new.json"))
                .toString();
        compare(base, newer);
        assertThat(last.status()).isEqualTo(0);
        assertThat(last.out()).contains("note: the JDKs differ: 17.0.15 against 21.0.1");
    }

    @Test
    void beside_a_revision_the_other_word_is_the_wrong_one() throws Exception {
        Sandbox.at(folder).write("a", "1").commit("one");
        String file = folder.resolve("budgets.yaml").toString();

        compare("main", "HAED", "-f", file);
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).isEqualTo("""
                clnrm-bench: error: unknown revision `HAED`
                      help: did you mean `HEAD`?
                """);

        compare("mian", "HEAD", "-f", file);
        assertThat(last.err()).isEqualTo("""
                clnrm-bench: error: unknown revision `mian`
                      help: did you mean `main`?
                """);
    }

    @Test
    void a_filter_without_its_option_is_told_the_option() throws Exception {
        String base = base();
        compare(base, base, "Parsing", "--quick");
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).isEqualTo("""
                clnrm-bench: error: unexpected argument `Parsing`
                      help: to take only some cases, use `--only FILTER`
                      help: `clnrm-bench compare --help` shows all options
                """);

        compare(base, base, "--fliter", "x");
        assertThat(last.err()).startsWith("clnrm-bench: error: unknown option `--fliter`\n");
    }

    @Test
    void a_wrong_command_or_option_names_the_nearest() throws Exception {
        assertThat(CommandLineRun.of("chekc", "--quick").err()).isEqualTo("""
                clnrm-bench: error: unexpected argument `chekc`
                      help: did you mean `check`?
                      help: `clnrm-bench --help` shows all options
                """);
        assertThat(CommandLineRun.of("budgets", "suggest").err()).isEqualTo("""
                clnrm-bench: error: unexpected arguments `budgets`, `suggest`
                      help: `clnrm-bench --help` shows all options
                """);
        assertThat(CommandLineRun.of("run", "--frks=3").err()).isEqualTo("""
                clnrm-bench: error: unknown option `--frks`
                      help: did you mean `--forks`?
                      help: `clnrm-bench run --help` shows all options
                """);
        assertThat(CommandLineRun.of("run", "--for", "3").err()).contains("did you mean `--forks` or `--format`?");
        assertThat(CommandLineRun.of("run", "-x").err()).doesNotContain("did you mean");
        for (String word : List.of("-", "-5")) {
            assertThat(CommandLineRun.of("schema", word, "more").err())
                    .startsWith("clnrm-bench: error: unexpected arguments `" + word + "`, `more`\n");
        }
    }

    @Test
    void a_word_that_is_nothing_names_the_nearest() throws Exception {
        String base = base();
        compare(base, folder.resolve("odl.json").toString());
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("odl.json` is not a baseline, a run or a JMH result file");
        assertThat(last.err()).contains("did you mean `" + base + "`?");

        compare(base, folder.toString());
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("is a folder without run.json, so it is not a run");

        compare(base, base, "--only", "smal_");
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("did you mean `small`?");

        compare(base);
        assertThat(last.status()).isEqualTo(2);
    }

    @Test
    void a_file_that_is_no_result_is_status_2_with_its_place() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.json"), "[\n  {\"benchmark\": 7}\n]");
        compare(base(), broken.toString());

        assertThat(last.status()).isEqualTo(2);
        assertThat(last.out()).isEmpty();
        assertThat(last.err()).startsWith(broken + ":2:17: error: expected a text");
    }

    @Test
    void the_file_decides_what_counts_and_what_fails() throws Exception {
        String base = base();
        String slower = slower();
        compare(base, slower, "-f", budgets("fail-on: alert"));
        assertWithMessage(last.out()).that(last.status()).isEqualTo(0);
        assertThat(last.out()).contains("! REGRESSED");

        compare(
                base,
                slower,
                "-f",
                budgets("fail-on: alert", "thresholds: {warning: 5 %, critical: 10 %, alert: 20 %}"));
        assertThat(last.status()).isEqualTo(1);
        assertThat(last.out()).containsMatch("threshold : alert at \\+20 % +.*budgets.yaml:3\n");

        compare(base, slower, "-f", budgets("budgets:", "  small: {change: {tolerance: 25 %}}"));
        assertThat(last.status()).isEqualTo(0);
        assertThat(last.out()).contains("2 ok");

        compare(base, slower, "-f", budgets("tolerance: {below 10 us: 25 %, else: 3 %}"));
        assertThat(last.status()).isEqualTo(0);
    }

    @Test
    void the_head_is_held_to_budgets_and_laws_in_the_same_census() throws Exception {
        String base = base();
        String file = budgets(
                "budgets:",
                "  org.acme.Parsing.large: 50 us",
                "laws:",
                "  large is not much larger:",
                "    overhead of: org.acme.Parsing/large",
                "    over: org.acme.Parsing/small",
                "    at most: 20000 %");
        compare(base, base, "-f", file);

        assertWithMessage(last.out()).that(last.status()).isEqualTo(1);
        assertThat(last.out()).contains("✗ over budget: none of 2 cases regressed");
        assertThat(last.out()).contains("budgets and laws: 1 broken, 1 kept");
        assertThat(last.out()).contains("budgets.yaml:3");
    }

    @Test
    void a_broken_law_fails_also_if_it_names_its_cases_by_patterns() throws Exception {
        String base = base();
        String law = "laws: {bulk: {ratio: [org.acme.*/sm*, '*/large'], at least: 10 x}}";
        compare(base, base, "-f", budgets(law));

        assertWithMessage(last.out()).that(last.status()).isEqualTo(1);
        assertThat(last.out()).contains("budgets and laws: 1 broken");
    }

    @Test
    void a_waiver_is_shown_and_an_expired_one_is_an_error_of_its_own() throws Exception {
        String base = base();
        String slower = slower();
        String waivers = "waivers: [{case: org.acme.Parsing/small, until: %s, because: known}]";
        compare(base, slower, "-f", budgets(waivers.formatted("9999-01-01")));
        assertWithMessage(last.out()).that(last.status()).isEqualTo(0);
        assertThat(last.out()).contains("! WAIVED  org.acme.Parsing/small  time");
        assertThat(last.out()).contains("until 9999-01-01: known");

        compare(base, slower, "-f", budgets(waivers.formatted("2025-01-01")));
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("budgets.yaml:2:49: error: the waiver of `org.acme.Parsing/small` has expired");
        assertThat(last.err()).contains("2 | waivers:");
    }

    @Test
    void a_run_is_kept_under_a_name_and_compared_with() throws Exception {
        ProjectFolder project = new ProjectFolder(folder);
        project.declare(SoundSuite.class, "budgets:", "  sound/average: 100 ms");
        String file = project.file().toString();
        last = project.measure("sound/average", "--baseline", "mian");
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("there is no baseline `mian`");

        last = project.measure("sound/average", "--save-baseline", "main");
        assertWithMessage(last.err()).that(last.status()).isEqualTo(0);
        assertThat(last.err()).endsWith("saved as the baseline `main`\n");

        last = CommandLineRun.of("compare", "main", project.run().toString(), "-f", file);
        assertWithMessage(last.err()).that(last.status()).isEqualTo(0);
        assertThat(last.out()).contains("none of 1 case regressed; ");
        assertThat(last.out()).doesNotContain("host unknown");

        Path second = folder.resolve("second");
        last = CommandLineRun.of(
                "run",
                "-f",
                file,
                "--out",
                second.toString(),
                "sound/average",
                "--baseline",
                "main",
                "--fail-on",
                "never",
                "--format",
                "json");
        assertWithMessage(last.out() + last.err()).that(last.status()).isEqualTo(0);
        JsonNode json = new ObjectMapper().readTree(last.out());
        assertThat(json.path("cases").intValue()).isEqualTo(1);
        assertThat(json.path("budgets").path(0).path("status").textValue()).isEqualTo("pass");
        assertThat(json.path("warnings").path(0).path("code").textValue()).isEqualTo("other-time");

        compare("man", second.toString(), "-f", file);
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("did you mean `main`?");
    }

    @Test
    void words_about_a_change_need_something_to_compare_with() throws Exception {
        ProjectFolder project = new ProjectFolder(folder);
        project.declare(SoundSuite.class);
        last = project.measure("--fail-on", "alert");
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("--baseline NAME");

        last = project.measure("--save-baseline", "../up");
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("`../up` cannot be the name of a baseline");
    }

    @Test
    void what_is_to_be_proven_is_measured_and_what_is_to_be_decided_is_not_a_claim() throws Exception {
        compare(base(), slower(), "--prove", "improved");
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("measuring options do not apply to them");

        last = CommandLineRun.of("check", "--until", "improved");
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("use `check` or `compare` with --prove improved");

        last = CommandLineRun.of("check", "--prove", "decided");
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("use --until decided");

        last = CommandLineRun.of("check", "--prove", "faster");
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("`faster` is not one of decided, improved, not-slower");

        last = CommandLineRun.of("run", "--until", "decided", "--quick");
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("--quick ends after a minute");
    }

    @Test
    void help_shows_examples() throws Exception {
        for (List<String> words : List.of(List.of("compare", "--help"), List.of("--help"))) {
            last = CommandLineRun.of(words.toArray(String[]::new));

            assertThat(last.status()).isEqualTo(0);
            assertThat(last.out()).contains("clnrm-bench compare old.json new.json");
        }
    }

    private String file(String name, JmhEntry... entries) throws Exception {
        return Files.writeString(folder.resolve(name), JmhEntry.file(entries)).toString();
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(last.out());
    }

    @Test
    void entries_of_other_threads_are_compared_each_with_its_own() throws Exception {
        JmhEntry get = JmhEntry.of("org.acme.Map.get", 100);
        String base =
                file("base.json", get, JmhEntry.of("org.acme.Map.get", 400).threads(8));
        String head =
                file("head.json", get, JmhEntry.of("org.acme.Map.get", 600).threads(8));
        compare(base, head, "--format", "json");

        assertWithMessage(last.err()).that(last.status()).isEqualTo(1);
        assertThat(json().get("verdicts").findValuesAsText("variant")).containsExactly("1 thread", "8 threads");
        assertThat(json().get("verdicts").findValuesAsText("verdict")).containsExactly("ok", "regressed");
    }

    @Test
    void one_case_of_other_threads_is_not_comparable_and_neither_gone_nor_new() throws Exception {
        JmhEntry get = JmhEntry.of("org.acme.Map.get", 100);
        compare(file("base.json", get), file("head.json", get.threads(8)), "--format", "json");

        assertWithMessage(last.err()).that(last.status()).isEqualTo(0);
        assertThat(json().get("verdicts")).hasSize(1);
        assertThat(json().get("warnings").findValuesAsText("code")).contains("other-threads");
    }

    @Test
    void another_warm_up_is_said_in_words() throws Exception {
        JmhEntry get = JmhEntry.of("org.acme.Map.get", 100);
        compare(file("base.json", get), file("head.json", get.warmup(0).length("10 ms")));

        assertThat(last.out()).contains("warning: the warm-ups differ: 5 x 1 s against none");
        assertThat(last.out()).contains("warning: the lengths of an iteration differ: 1 s against 10 ms");
    }

    @Test
    void a_budget_under_the_name_of_a_run_holds_for_a_result_file() throws Exception {
        String base = file("base.json", JmhEntry.of("org.acme.Map.get", 100));
        String rules = budgets("suites:", "  legacy: {jar: a.jar}", "budgets:", "  legacy/org.acme.Map.get: 1 ns");
        compare(base, base, "-f", rules);

        assertWithMessage(last.out()).that(last.status()).isEqualTo(1);
        assertThat(last.out()).contains("over budget");
    }

    @Test
    void a_rule_that_matches_nothing_is_named_with_its_place() throws Exception {
        String base = file("base.json", JmhEntry.of("org.acme.Map.get", 100));
        String rules = budgets("budgets:", "  org.acme.Map/gett: 1 ns", "  org.acme.Map/get: 1 us");
        compare(base, base, "-f", rules, "--format", "json");

        assertThat(json().get("warnings").findValuesAsText("code")).containsExactly("host-unknown", "no-such-case");
        assertThat(json().get("warnings").get(1).get("message").asText())
                .isEqualTo(rules + ":3:3: no case matches the budget `org.acme.Map/gett`, so it has no effect;"
                        + " did you mean `org.acme.Map/get`?");
        compare(base, base, "-f", rules, "--only", "get");
        assertThat(last.out()).contains("budgets.yaml:3:3: no case matches the budget");
    }

    @Test
    void equal_scores_of_throughput_are_no_change() throws Exception {
        String even = throughput("even.json", 100, 100, 100, 100);
        String uneven = throughput("uneven.json", 190, 10, 190, 10);
        compare(even, uneven, "--format", "json");

        assertWithMessage(last.err()).that(last.status()).isEqualTo(0);
        assertThat(json().get("verdicts").get(0).get("ratio").asDouble())
                .isWithin(0.001)
                .of(1);
    }

    private String throughput(String name, double... rates) throws Exception {
        StringBuilder forks = new StringBuilder();
        for (double share : new double[] {0.999, 1, 1.0005, 0.9995, 1.001}) {
            forks.append(forks.isEmpty() ? "[" : ", [");
            for (int i = 0; i < rates.length; i++) {
                forks.append(i == 0 ? "" : ", ").append(share * rates[i]);
            }
            forks.append(']');
        }
        String text = "[{\"benchmark\": \"org.acme.Map.get\", \"mode\": \"thrpt\", \"threads\": 1, \"forks\": 5,"
                + " \"primaryMetric\": {\"score\": 100, \"scoreUnit\": \"ops/ms\", \"rawData\": [" + forks + "]}}]";
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
