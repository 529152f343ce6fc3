package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.report.format.Format;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownReportTest {
    private static String markdown(Report view) {
        return Format.MARKDOWN.renderer(Style.PLAIN).render(view);
    }

    @Test
    void every_row_of_a_table_has_as_many_cells_as_its_header() {
        for (Report view : List.of(Runs.everything().view(), Hostile.view())) {
            int pipes = -1;
            for (String line : markdown(view).lines().toList()) {
                if (!line.startsWith("|")) {
                    pipes = -1;
                    continue;
                }
                int here = (int) line.chars().filter(c -> c == '|').count();
                assertWithMessage(line).that(pipes < 0 || here == pipes).isTrue();
                pipes = here;
            }
        }
    }

    @Test
    void outside_code_nothing_hostile_is_left() {
        String text = markdown(Hostile.view());
        String fenced = text.replaceAll("(?s) *(`{3,})text\n.*?\n *\\1\n", "").replaceAll("(?s)<pre>.*?</pre>", "");
        String open = fenced.replaceAll("`[^`\n]*`", "").replaceAll("<code>[^<\n]*</code>", "");
        assertThat(open).doesNotContain("@");
        assertThat(open).doesNotContain("<!--");
        assertThat(open).doesNotContain("<script");
        assertThat(open).doesNotContain("https:");
        assertThat(open).doesNotContain("`");
        assertThat(open.replaceAll("(?m)^#+ ", "")).doesNotContain("#");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "plain_name{a=1}→ `plain_name{a=1}`",
                "a|b→ <code>a&#124;b</code>",
                "a`b→ <code>a&#96;b</code>",
                "a\\→ <code>a&#92;</code>",
                "<!-- x→ <code>&#60;&#33;&#45;&#45; x</code>",
                "''→<code></code>"
            })
    void a_name_is_code_that_no_character_of_it_ends(String name, String code) {
        assertThat(MarkdownText.name(name)).isEqualTo(code);
    }

    @Test
    void a_fence_is_longer_than_any_run_of_backticks_in_it() {
        assertThat(MarkdownText.fenced(List.of("a", "`````"))).isEqualTo("``````text\na\n`````\n``````\n");
    }
}
