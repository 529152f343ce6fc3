package dev.clnrm.bench.terminal;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.report.Palette;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    @ParameterizedTest
    @CsvSource({
        "AUTO, true, '', '', ANSI",
        "AUTO, false, '', '', NONE",
        "AUTO, true, 1, '', NONE",
        "AUTO, true, '', dumb, NONE",
        "AUTO, true, '', xterm-256color, ANSI",
        "ALWAYS, false, 1, dumb, ANSI",
        "NEVER, true, '', xterm, NONE"
    })
    void colours_are_used_where_they_are_wanted_and_seen(
            Color color, boolean isTerminal, String noColor, String term, Palette palette) {
        Terminal terminal = new Recorded(isTerminal, color, Map.of("NO_COLOR", noColor, "TERM", term)).terminal();
        assertThat(terminal.style().palette()).isEqualTo(palette);
        assertThat(terminal.messages()).isEqualTo(palette);
    }

    @Test
    void text_is_utf_8_whatever_the_machine_speaks() {
        Recorded recorded = new Recorded(false, Color.AUTO, Map.of());
        recorded.terminal().print("128 µs ✓\n");
        assertThat(recorded.outBytes()).isEqualTo("128 µs ✓\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void messages_do_not_mix_with_results() {
        Recorded recorded = new Recorded(false, Color.AUTO, Map.of());
        recorded.terminal().print("result\n");
        recorded.terminal().say("message\n");
        assertThat(recorded.out()).isEqualTo("result\n");
        assertThat(recorded.err()).isEqualTo("message\n");
    }

    @ParameterizedTest
    @CsvSource({"132, 132", "'', 120", "40, 80", "9999, 160", "x, 120", "-3, 120", "0, 120", "99999999999, 120"})
    void the_width_is_that_of_the_terminal_where_it_says_so(String columns, int width) {
        Terminal terminal = new Recorded(true, Color.AUTO, Map.of("COLUMNS", columns)).terminal();
        assertThat(terminal.style().width()).isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({
        "true, '', '', LiveProgress",
        "true, '', true, Progress",
        "true, dumb, '', Progress",
        "false, xterm, '', Progress"
    })
    void progress_is_live_only_where_it_can_be(boolean isTerminal, String term, String ci, String kind) {
        Terminal terminal = new Recorded(isTerminal, Color.AUTO, Map.of("TERM", term, "CI", ci)).terminal();
        assertThat(terminal.progress().getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void the_streams_of_this_process_are_found() {
        Terminal terminal = Terminal.ofThisProcess(Color.NEVER, Map.of());
        assertThat(terminal.style().palette()).isEqualTo(Palette.NONE);
    }
}
