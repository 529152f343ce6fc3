package dev.clnrm.bench.terminal;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.CaseName;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final CaseName CREATION = new CaseName("cleanroom", "cleanroom_creation", Map.of());
    private static final CaseName STEPS = new CaseName("scenario", "multi_step_scenario", Map.of("steps", "10"));
    private static final CaseName HOSTILE = new CaseName("s", "a\u001b[2J\r\nb" + "x".repeat(9_000), Map.of());

    private static void play(Recorded recorded) {
        Progress progress = recorded.terminal().progress();
        progress.planned(2, 4, 0, 8);
        for (int fork = 1; fork <= 2; fork++) {
            for (CaseName name : List.of(CREATION, STEPS)) {
                progress.forkStarted(name, fork, 2);
                for (int i = 0; i < 4; i++) {
                    recorded.pass(0.5);
                    progress.iteration(name, i > 1, 128e-6);
                }
                if (fork == 2 && name.equals(STEPS)) {
                    progress.forkFailed(name, fork, 2, "java.lang.IllegalStateException: no\nsuch key");
                } else {
                    progress.forkEnded(name, fork, 2, OptionalDouble.of(128e-6 * fork));
                }
            }
        }
        progress.note("the processor's governor is `powersave`");
        progress.done();
    }

    @Test
    void a_log_gets_a_line_for_each_finished_case() {
        Recorded recorded = new Recorded(false, Color.AUTO, Map.of());
        play(recorded);
        assertThat(recorded.err()).isEqualTo("""
                measuring 2 cases in 4 forks, about 8 s
                ·   192 µs/op   2 forks  cleanroom/cleanroom_creation
                ✗      failed    fork 2  scenario/multi_step_scenario{steps=10}: java.lang.IllegalStateException: no␊such key
                note: the processor's governor is `powersave`
                """);
        assertThat(recorded.out()).isEmpty();
    }

    @Test
    void a_terminal_shows_the_same_lines_in_the_end() {
        Recorded log = new Recorded(false, Color.AUTO, Map.of());
        Recorded live = new Recorded(true, Color.NEVER, Map.of());
        play(log);
        play(live);
        assertThat(live.seen()).isEqualTo(log.err());
    }

    @Test
    void the_live_line_says_which_case_which_fork_and_how_long_it_takes() {
        Recorded recorded = new Recorded(true, Color.NEVER, Map.of("COLUMNS", "100"));
        Progress progress = recorded.terminal().progress();
        progress.planned(2, 10, 2, 80);
        progress.forkStarted(STEPS, 1, 5);
        assertThat(recorded.seen())
                .endsWith("\n[ 3/10] scenario/multi_step_scenario{steps=10}  fork 1 of 5  starting  1 min 20 s left");
        recorded.pass(4);
        progress.iteration(STEPS, false, 1e-3);
        assertThat(recorded.seen()).endsWith("  fork 1 of 5  warm-up 1  1 min 16 s left");
        recorded.pass(1);
        progress.iteration(STEPS, true, 1.234e-3);
        assertThat(recorded.seen()).endsWith("  fork 1 of 5  1.23 ms  1 min 15 s left");
    }

    @Test
    void a_run_of_two_sides_names_the_side_and_counts_its_forks_once() {
        Recorded log = new Recorded(false, Color.AUTO, Map.of());
        Recorded live = new Recorded(true, Color.NEVER, Map.of());
        for (Recorded recorded : List.of(log, live)) {
            Progress progress = recorded.terminal().progress();
            progress.planned(1, 4, 0, 4);
            for (int fork : new int[] {1, 2, 2}) {
                progress.forkStarted(CREATION, fork, 2);
                progress.turn("base");
                recorded.pass(1);
                progress.iteration(CREATION, true, 100e-6);
                progress.forkEnded(CREATION, fork, Integer.MAX_VALUE, OptionalDouble.empty());
                progress.forkStarted(CREATION, fork, 2);
                progress.turn("head");
                progress.forkEnded(CREATION, fork, 2, OptionalDouble.of(128e-6));
            }
        }
        assertThat(log.err()).isEqualTo("""
                measuring 1 case in 4 forks, about 4 s
                ·   128 µs/op   2 forks  head  cleanroom/cleanroom_creation
                """);
        assertThat(live.err()).contains("  base fork 1 of 2  100 µs");
    }

    @Test
    void a_build_shows_for_how_long_it_runs_on_a_terminal_alone() {
        Recorded log = new Recorded(false, Color.AUTO, Map.of());
        Recorded live = new Recorded(true, Color.NEVER, Map.of());
        for (Recorded recorded : List.of(log, live)) {
            Progress progress = recorded.terminal().progress();
            progress.waiting("building the base main (3f2c1ab): make\nall", 0);
            progress.waiting("building the base main (3f2c1ab): make\nall", 75);
        }
        assertThat(log.err()).isEqualTo("building the base main (3f2c1ab): make␊all\n");
        assertThat(live.seen()).isEqualTo(log.err() + "  1 min 15 s");
    }

    @Test
    void the_live_line_is_not_drawn_for_every_iteration() {
        Recorded recorded = new Recorded(true, Color.NEVER, Map.of());
        Progress progress = recorded.terminal().progress();
        progress.planned(1, 1, 0, 1);
        progress.forkStarted(STEPS, 1, 1);
        int before = recorded.err().length();
        for (int i = 0; i < 1000; i++) {
            recorded.pass(0.0001);
            progress.iteration(STEPS, true, 1e-9);
        }
        assertThat(recorded.err()).hasLength(before);
    }

    @Test
    void the_live_line_never_wraps() {
        for (int columns : new int[] {20, 40, 80, 200}) {
            Recorded recorded = new Recorded(true, Color.NEVER, Map.of("COLUMNS", String.valueOf(columns)));
            Progress progress = recorded.terminal().progress();
            progress.planned(1, 1000, 0, 100_000);
            progress.forkStarted(HOSTILE, 1, 1000);
            recorded.pass(1);
            progress.iteration(HOSTILE, true, 1e-9);
            recorded.seen().lines().skip(1).forEach(line -> assertThat(line.length())
                    .isLessThan(columns));
        }
    }

    @Test
    void a_log_never_gets_a_control_character() {
        Recorded recorded = new Recorded(false, Color.AUTO, Map.of());
        Progress progress = recorded.terminal().progress();
        progress.planned(1, 2, 0, 2);
        progress.forkStarted(HOSTILE, 1, 1);
        progress.forkEnded(HOSTILE, 1, 1, OptionalDouble.empty());
        progress.forkFailed(HOSTILE, 1, 1, "\u001b]0;x\u0007\r\n\u202e");
        progress.note("\u001b[2J");
        progress.done();
        assertThat(recorded.err().chars().noneMatch(c -> c != '\n' && Character.isISOControl(c)))
                .isTrue();
        assertThat(recorded.err().lines().count()).isEqualTo(4);
        recorded.err().lines().forEach(line -> assertThat(line.length()).isLessThan(700));
    }

    @Test
    void a_long_silence_is_broken() {
        Recorded recorded = new Recorded(false, Color.AUTO, Map.of());
        Progress progress = recorded.terminal().progress();
        progress.planned(10, 30, 0, 300);
        for (int i = 0; i < 8; i++) {
            progress.forkStarted(STEPS, 1, 3);
            recorded.pass(10);
            progress.forkEnded(STEPS, 1, 3, OptionalDouble.of(1e-3));
        }
        assertThat(recorded.err()).isEqualTo("""
                measuring 10 cases in 30 forks, about 5 min
                  3 of 30 forks, 4 min 30 s left
                  6 of 30 forks, 4 min left
                """);
    }

    @Test
    void forks_that_take_longer_than_estimated_are_told_once() {
        Recorded recorded = new Recorded(false, Color.AUTO, Map.of());
        Progress progress = recorded.terminal().progress();
        progress.planned(10, 30, 0, 60);
        for (int i = 0; i < 8; i++) {
            progress.forkStarted(STEPS, 1, 3);
            recorded.pass(3);
            progress.forkEnded(STEPS, 1, 3, OptionalDouble.of(1e-3));
        }
        assertThat(recorded.err()).isEqualTo("""
                measuring 10 cases in 30 forks, about 1 min
                  5 of 30 forks, 1 min 8 s left: forks take longer than estimated
                """);
    }

    @Test
    void colours_are_used_on_a_terminal() {
        Recorded recorded = new Recorded(true, Color.AUTO, Map.of());
        recorded.terminal().progress().note("x");
        assertThat(recorded.err()).isEqualTo("\u001b[36mnote:\u001b[0m x\n");
    }
}
