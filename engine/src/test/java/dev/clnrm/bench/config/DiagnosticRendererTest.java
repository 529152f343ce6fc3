package dev.clnrm.bench.config;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.Place;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DiagnosticRendererTest {
    private static Diagnostic at(int line, int column, int width, String source) {
        return new Diagnostic(
                false,
                new Place("b.yaml", line, column),
                width,
                "wrong",
                Optional.of(source),
                List.of(),
                Optional.empty());
    }

    private static String render(Diagnostic diagnostic) {
        return DiagnosticRenderer.render(diagnostic);
    }

    @Test
    void renders_as_compilers_do() {
        Diagnostic diagnostic = at(11, 22, 4, "    time: at most 40 usec")
                .note("one")
                .note("two")
                .help("units of time are ns, us, ms, s, min");
        assertThat(render(diagnostic)).isEqualTo("""
                        b.yaml:11:22: error: wrong
                           11 |     time: at most 40 usec
                              |                      ^^^^
                              note: one
                              note: two
                              help: units of time are ns, us, ms, s, min
                        """);
    }

    @Test
    void a_place_without_a_column_has_no_caret() {
        assertThat(render(at(3, 0, 0, "x"))).isEqualTo("b.yaml:3: error: wrong\n    3 | x\n");
    }

    @Test
    void a_large_line_number_shifts_the_margin() {
        assertThat(render(at(1234567, 2, 1, "xy").asWarning()))
                .isEqualTo("b.yaml:1234567:2: warning: wrong\n1234567 | xy\n        |  ^\n");
    }

    @Test
    void a_caret_stays_within_what_is_shown() {
        String[] lines = render(at(1, 10, 5000, "x".repeat(5000))).split("\n", -1);
        assertThat(lines[1]).isEqualTo("    1 | " + "x".repeat(100) + "…");
        assertThat(lines[2]).isEqualTo("      | " + " ".repeat(9) + "^".repeat(91));
    }

    @Test
    void a_caret_at_the_end_of_a_long_line_is_shown_with_what_is_before() {
        String[] lines = render(at(1, 5001, 1, "x".repeat(5000))).split("\n", -1);
        assertThat(lines[1]).isEqualTo("    1 | …" + "x".repeat(100));
        assertThat(lines[2]).isEqualTo("      |  " + " ".repeat(100) + "^");
    }

    @Test
    void every_text_is_inert() {
        Diagnostic evil = new Diagnostic(
                false,
                new Place("b\u001b.yaml", 1, 1),
                1,
                "a\n::error::b",
                Optional.of("\u001b]0;x\u0007 \u202e \u2066"),
                List.of("\u0000"),
                Optional.of("\u009b"));
        assertThat(render(evil)).isEqualTo("""
                        b␛.yaml:1:1: error: a␊::error::b
                            1 | ␛]0;x␇ � �
                              | ^
                              note: ␀
                              help: �
                        """);
    }

    @Test
    void an_exception_holds_them_sorted_and_once() {
        Diagnostic second = at(2, 1, 1, "y");
        Diagnostic first = at(1, 5, 1, "x");
        DeclarationException exception = new DeclarationException(List.of(second, first, second));
        assertThat(exception.diagnostics()).containsExactly(first, second).inOrder();
        assertThat(exception).hasMessageThat().startsWith("b.yaml:1:5: error: wrong\n");
    }
}
