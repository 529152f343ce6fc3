package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.Severity;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.report.markdown.Links;
import dev.clnrm.bench.report.markdown.Occasion;
import dev.clnrm.bench.report.markdown.Templates;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Evidence;
import dev.clnrm.bench.stats.ForkStatistic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
    private final Path folder;

    TemplatesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<String> names() {
        return Comments.all().keySet().stream();
    }

    private static String rendered(String name) {
        return Comments.all().getOrDefault(name, () -> "").get();
    }

    private String own(String template) throws IOException {
        Files.writeString(folder.resolve("comment.md.ftl"), template);
        return Templates.with(folder)
                .comment(Platforms.of(Comparisons.everything().view()), Comments.OCCASION);
    }

    private String fault(String template) {
        return String.valueOf(
                assertThrows(UnreadableFileException.class, () -> own(template)).getMessage());
    }

    @ParameterizedTest
    @MethodSource("names")
    void what_is_written_for_github_is_kept_in_a_file(String name) {
        Golden.check("github/" + name + ".md", rendered(name));
    }

    @Test
    void the_title_calls_regressions_waived_if_each_of_them_is() {
        Comparisons all = Comments.waived();
        String comment = Templates.own().comment(Platforms.of(all.view()), Comments.OCCASION);
        assertThat(comment).contains(", regressions waived\n");

        all.add(
                time(Runs.name("scenario", "other"), 1.5),
                Finding.REGRESSED,
                Optional.of(Severity.ALERT),
                Optional.empty(),
                true);
        comment = Templates.own().comment(Platforms.of(all.view()), Comments.OCCASION);
        assertThat(comment).contains("### ❌ Regressed\n");
        assertThat(comment).contains("2 of 74 cases regressed (the worst alert), 1 of them waived");
    }

    @Test
    void cases_that_differ_in_the_cut_middle_of_their_names_have_rows_of_their_own_on_several_platforms() {
        String text = Templates.own()
                .comment(
                        new Platforms(
                                List.of(
                                        new Platforms.Platform("x86-64", onePlatform(1.31, 1.52)),
                                        new Platforms.Platform("arm64", onePlatform(1.33, 1.54))),
                                List.of()),
                        Comments.OCCASION);

        List<String> rows =
                text.lines().filter(line -> line.contains("regressed,")).toList();
        assertThat(rows.get(0)).containsMatch("31\\.0.% \\|.*33\\.0.% \\|");
        assertThat(rows.get(1)).containsMatch("52\\.0.% \\|.*54\\.0.% \\|");
    }

    private static Report onePlatform(double... regressed) {
        Comparisons all = new Comparisons();
        for (int i = 0; i < 4; i++) {
            CaseName name = Runs.name("s", "b", "a", "v".repeat(80), "b", String.valueOf(i), "c", "v".repeat(80));
            boolean slower = i > 1;
            all.add(
                    time(name, slower ? regressed[i - 2] : 1),
                    slower ? Finding.REGRESSED : Finding.OK,
                    slower ? Optional.of(Severity.CRITICAL) : Optional.empty(),
                    Optional.empty(),
                    true);
        }
        return all.view();
    }

    private static Comparison time(CaseName name, double ratio) {
        Evidence sure = new Evidence(0.00004, 0.0003, ForkStatistic.FLOOR);
        return Comparisons.time(name, Mode.AVERAGE, 1e-6, ratio, 0.01, sure);
    }

    @ParameterizedTest
    @MethodSource("names")
    void it_fits(String name) {
        int most = name.startsWith("summary") ? Templates.SUMMARY : Templates.COMMENT;
        assertThat(rendered(name).getBytes(StandardCharsets.UTF_8).length).isAtMost(most);
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_row_has_as_many_cells_as_its_header(String name) {
        int pipes = -1;
        for (String line : rendered(name).lines().toList()) {
            int here = line.startsWith("|")
                    ? (int) line.chars().filter(c -> c == '|').count()
                    : -1;
            assertWithMessage(line).that(pipes < 0 || here < 0 || here == pipes).isTrue();
            pipes = here;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hostile",
                "summary-hostile",
                "issue-hostile",
                "steps-hostile",
                "platforms-hostile",
                "summary-platforms-hostile"
            })
    void outside_code_nothing_hostile_is_left(String name) {
        String text = rendered(name).replaceFirst("^<!-- clnrm-bench:[A-Za-z0-9._/-]+ -->\n", "");
        assertThat(text).doesNotContain("<!--");
        String open = text.replaceAll("(?s)(`{3,})text\n.*?\n *\\1\n", "")
                .replaceAll("(?s)<pre>.*?</pre>", "")
                .replaceAll("<code>[^<\n]*</code>", "")
                .replaceAll("`[^`\n]*`", "");
        for (String word : List.of("@", "-->", "<script", "https:", "`", "\u202e", "\u001b", "everyone")) {
            assertWithMessage(word).that(open).doesNotContain(word);
        }
        assertThat(open.replaceAll("(?m)^#+ ", "")).doesNotContain("#");
    }

    @Test
    void a_comment_begins_with_its_hidden_line_and_holds_it_once() {
        for (String name : List.of("all-well", "one-alert", "hostile")) {
            assertThat(rendered(name)).startsWith("<!-- clnrm-bench:");
            assertThat(rendered(name).split("<!--", -1)).hasLength(2);
        }
    }

    @Test
    void a_key_ends_no_comment() {
        assertThat(new Occasion("a --> b\n", Links.NONE, "budgets.yaml", List.of()).marker())
                .isEqualTo("<!-- clnrm-bench:a-b- -->");
    }

    @Test
    void one_line_says_that_nothing_changed_and_what_would_have_been_seen() {
        List<String> lines = rendered("all-well").lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).contains("73 ok");
        assertThat(lines.get(1)).contains("would have been seen");
        assertThat(lines.get(1)).contains("9d0e77c");
        assertThat(lines.get(1)).contains("3f2c1ab");
    }

    @Test
    void what_does_not_fit_goes_whole_and_is_said() {
        String text = rendered("1000-cases");
        assertThat(text).contains("*Omitted because of GitHub's size limit: every case.*");
        assertThat(text).contains("How it was measured");
        assertThat(text).contains("How to repeat it");
    }

    @Test
    void changes_of_the_budgets_that_have_no_room_are_omitted_and_the_verdict_stays() {
        Occasion occasion = new Occasion("main", Links.NONE, "budgets.yaml", Collections.nCopies(20, "|".repeat(500)));
        String text =
                Templates.own().comment(Platforms.of(Comparisons.everything().view()), occasion);
        assertThat(text).contains("**This pull request changes `budgets.yaml`.**");
        assertThat(text).contains("*Omitted because of GitHub's size limit: what it changes there.*");
    }

    @Test
    void budgets_changed_by_the_pull_request_are_said() {
        assertThat(rendered("budgets-changed")).contains("**This pull request changes `budgets.yaml`.**");
    }

    @Test
    void an_address_that_is_none_is_not_linked() {
        assertThat(rendered("hostile")).doesNotContain("](");
    }

    @ParameterizedTest
    @MethodSource("names")
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    void another_locale_and_time_zone_change_no_byte(String name) {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String here = rendered(name);
        try {
            for (String tag : new String[] {"tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "de-DE"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertThat(rendered(name)).isEqualTo(here);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void a_template_of_ones_own_is_used_and_what_is_missing_is_ours() throws IOException {
        assertThat(own("${marker}\n${sign.word}: ${rows[0].case}\n"))
                .isEqualTo("<!-- clnrm-bench:default -->\nregressed: `cleanroom/container_reuse/reuse_existing`\n");
        assertThat(Templates.with(folder)
                        .issue(Platforms.of(Comparisons.everything().view()), Comments.OCCASION))
                .isEqualTo(Templates.own()
                        .issue(Platforms.of(Comparisons.everything().view()), Comments.OCCASION));
    }

    @Test
    void ours_can_be_imported_by_ones_own() throws IOException {
        assertThat(own("<#import \"parts.ftl\" as p>\n<@p.sides/>"))
                .startsWith("[`.clnrm-bench/runs/20260727-135419-3fa2c1` (9d0e77c)](https://");
    }

    @Test
    void a_fault_in_a_template_has_a_place() {
        Path file = folder.resolve("comment.md.ftl");
        assertThat(fault("a\n${rows[0].nothing}\n")).startsWith(file + ":2:3: error: ");
        assertThat(fault("a\nb\n<#if rows>")).startsWith(file + ":3:");
        assertThat(fault("<#include \"gone.ftl\">")).startsWith(file + ":1:1: error: ");
        assertThat(fault("<@section>x</@section>")).contains("a section has a title");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${\"java.lang.Runtime\"?new()}",
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "${rows?api.getClass()}",
                "${base?no_esc}",
                "${rows.getClass()}",
                "${sentence.class}",
                "<#include \"../../../../etc/passwd\">",
                "<#include \"/etc/passwd\">",
                "<#include \"file:///etc/passwd\">"
            })
    void a_template_reaches_no_object_of_java_and_no_other_file(String template) {
        assertThat(fault(template)).contains("comment.md.ftl:1:");
    }

    @Test
    void what_a_template_cannot_leave_out_must_fit() {
        assertThat(fault("<#list 1..9000 as i>0123456789</#list>")).contains("90000 bytes that cannot be omitted");
    }

    @Test
    void templates_are_in_a_folder() {
        Path gone = folder.resolve("gone");
        assertThat(assertThrows(UnreadableFileException.class, () -> Templates.with(gone)))
                .hasMessageThat()
                .isEqualTo(gone + ": error: there is no such folder");
    }

    @Test
    void sizes_are_printed() {
        StringBuilder table = new StringBuilder();
        Comments.all()
                .forEach((name, text) -> table.append(String.format(
                        Locale.ROOT, "%-18s %,9d bytes%n", name, text.get().getBytes(StandardCharsets.UTF_8).length)));
        System.out.print(table);
        assertThat(table.toString()).contains("1000-cases");
    }
}
