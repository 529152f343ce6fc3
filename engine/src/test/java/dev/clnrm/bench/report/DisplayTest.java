package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTest {
    @ParameterizedTest
    @CsvSource({"abc, 3", "µs, 2", "–, 1", "日本, 4", "é, 1", "🚀, 2", "한, 2", "✓, 1", "✗, 1", "…, 1", "∅, 1", "±, 1"})
    void characters_take_the_columns_a_terminal_gives_them(String text, int columns) {
        assertThat(Display.width(text)).isEqualTo(columns);
    }

    @Test
    void a_combining_mark_takes_no_column() {
        assertThat(Display.width("e\u0301")).isEqualTo(1);
    }

    @Test
    void a_wide_character_is_not_cut_in_half() {
        assertThat(Display.cut("日本語", 4)).isEqualTo("日…");
    }

    @Test
    void a_text_that_fits_is_not_cut() {
        assertThat(Display.cut("abc", 3)).isEqualTo("abc");
    }

    @Test
    void a_shortened_text_keeps_both_ends() {
        assertThat(Display.shortened("abcdefghij{steps=10}", 12)).isEqualTo("abcdef…s=10}");
    }

    @Test
    void lines_are_broken_at_blanks() {
        assertThat(Display.wrap("one two three", 8))
                .containsExactly("one two", "three")
                .inOrder();
    }

    @Test
    void a_word_longer_than_a_line_is_broken() {
        assertThat(Display.wrap("a abcdefgh", 3))
                .containsExactly("a", "abc", "def", "gh")
                .inOrder();
    }

    @Test
    void a_long_name_is_broken_between_its_parameters() {
        assertThat(Display.wrap("Encoding.roundtrip{name=case1,digits=2}", 36))
                .containsExactly("Encoding.roundtrip{name=case1,", "digits=2}")
                .inOrder();
    }

    @Test
    void a_text_that_was_shortened_before_has_one_ellipsis() {
        assertThat(Display.shortened("abcde…vwxyz{steps=10}", 13)).isEqualTo("abcde…ps=10}");
    }

    @Test
    void a_long_command_goes_on_after_a_backslash() {
        assertThat(Display.command(List.of("--only a.B.c", "--only a.B.d", "--only a.B.efgh"), 28))
                .containsExactly("--only a.B.c --only a.B.d \\", "--only a.B.efgh")
                .inOrder();
        assertThat(Display.command(List.of("--only a.B.c"), 5)).containsExactly("--only a.B.c");
    }

    @Test
    void nothing_is_one_empty_line() {
        assertThat(Display.wrap("in com.acme.Text.parse", 16))
                .containsExactly("in", "com.acme.Text.", "parse")
                .inOrder();
        assertThat(Display.wrap("", 3)).containsExactly("");
    }
}
