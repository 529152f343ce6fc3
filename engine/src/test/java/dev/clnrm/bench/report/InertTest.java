package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InertTest {
    @Test
    void what_a_program_printed_has_no_colours() {
        assertThat(Inert.printed("[\u001b[1;31mERROR\u001b[m] failed")).isEqualTo("[ERROR] failed");
        assertThat(Inert.printed("\u001b[2Jcleared")).isEqualTo("␛[2Jcleared");
    }

    @Test
    void an_escape_sequence_is_shown_and_steers_nothing() {
        assertThat(Inert.text("a\u001b[2Jb")).isEqualTo("a␛[2Jb");
    }

    @Test
    void a_line_feed_does_not_break_the_line() {
        assertThat(Inert.text("a\r\nb\u2028c\u0085d")).isEqualTo("a␍␊b\ufffdc\ufffdd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202e", "\u2066", "\u200f", "\u200b", "\ufeff", "\ud800", "\udc00", "\u009b", "\ue000"})
    void what_reorders_hides_or_breaks_text_is_replaced(String mark) {
        assertThat(Inert.text("a" + mark + "b")).isEqualTo("a\ufffdb");
    }

    @Test
    void a_tab_in_what_a_process_printed_is_blanks() {
        assertThat(Inert.printed("\tat a.B\u001b[2J")).isEqualTo("    at a.B␛[2J");
    }

    @Test
    void a_log_of_github_actions_takes_no_text_for_a_command() {
        assertThat(Inert.name("::error::x")).isEqualTo("∷error∷x");
        assertThat(Inert.sentence("##[error]x")).isEqualTo("##［error]x");
        assertThat(Inert.command("java A::b ##[x]")).isEqualTo("java A::b ##［x]");
    }

    @Test
    void letters_of_all_scripts_stay() {
        assertThat(Inert.text("größe 日本 naïve e\u0301 🚀")).isEqualTo("größe 日本 naïve e\u0301 🚀");
    }

    @Test
    void marks_do_not_climb_over_other_lines() {
        assertThat(Inert.text("a" + "\u0301".repeat(6))).isEqualTo("a" + "\u0301".repeat(4) + "\ufffd\ufffd");
    }

    @Test
    void a_long_name_keeps_its_start_and_its_parameters() {
        String name = Inert.name("suite/" + "x".repeat(10_000) + "{steps=10}");
        assertThat(name).hasLength(Inert.LONGEST_NAME);
        assertThat(name).startsWith("suite/xxx");
        assertThat(name).endsWith("xxx{steps=10}");
        assertThat(name).contains("…");
    }

    @Test
    void a_long_sentence_is_cut_at_its_end() {
        assertThat(Inert.sentence("a".repeat(10_000))).isEqualTo("a".repeat(Inert.LONGEST_TEXT - 1) + "…");
    }

    @Test
    void a_cut_does_not_part_the_halves_of_a_character() {
        assertThat(Inert.name("🚀".repeat(500))).doesNotContain("\ufffd");
    }
}
