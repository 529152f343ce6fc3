package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.judge.HeadJudgement;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.stats.Warning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final List<Warning> ALL = List.of(
            new Warning.NoForks(),
            new Warning.OneFork(),
            new Warning.ForksFailed(2, 6),
            new Warning.NoSpread(),
            new Warning.NotPositive(1, 0),
            new Warning.NotFinite(1),
            new Warning.NoHistogram(),
            new Warning.ThinTail(99, 400),
            new Warning.NotMeasured(),
            new Warning.NotSteady(2, 6),
            new Warning.StillTrending(4, 6),
            new Warning.HarnessBytes(125),
            new Warning.OffTheLine(0.2));

    @Test
    void the_list_of_warnings_here_is_the_closed_list() {
        assertThat(ALL.stream().map(Object::getClass).toList())
                .containsExactlyElementsIn(Warning.class.getPermittedSubclasses());
    }

    @Test
    void every_warning_has_a_stable_short_name() {
        assertThat(String.join(" ", ALL.stream().map(Warning::code).toList()))
                .isEqualTo("no-forks one-fork forks-failed no-spread not-positive not-finite no-histogram thin-tail"
                        + " not-measured not-steady still-trending harness-bytes off-the-line");
    }

    @Test
    void every_warning_has_words_of_its_own() {
        assertThat(ALL.stream().map(Words::general).toList()).containsNoDuplicates();
    }

    @Test
    void a_warning_says_how_many_forks_it_is_about() {
        assertThat(Words.of(new Warning.NotSteady(2, 6))).isEqualTo("not steady when the warm-up ended (2 of 6 forks)");
    }

    @Test
    void bytes_of_jmh_are_told_with_their_amount() {
        assertThat(Words.of(new Warning.HarnessBytes(-125.2)))
                .isEqualTo(
                        "part of the difference may be bytes of JMH itself, shared by fewer operations (up to 125 B/op)");
    }

    @Test
    void where_no_fork_finished_no_other_fork_gives_the_numbers() {
        assertThat(Words.of(new Warning.ForksFailed(1, 3)))
                .isEqualTo("some forks failed; the numbers come from the other forks (1 of 3 forks)");
        assertThat(Words.of(new Warning.ForksFailed(3, 3)))
                .isEqualTo("all forks failed, so there are no numbers (3 of 3 forks)");
    }

    @Test
    void every_cause_of_failure_has_words_of_its_own() {
        List<String> words =
                Arrays.stream(Outcome.Cause.values()).map(Words::of).toList();
        assertThat(words).containsNoDuplicates();
        assertThat(words).doesNotContain("");
    }

    @Test
    void every_status_has_a_symbol_and_a_word_of_its_own() {
        List<StatusLabel> signs = new ArrayList<>();
        Stream.of(Status.values()).map(StatusLabel::of).forEach(signs::add);
        assertThat(signs.stream().map(StatusLabel::symbol).toList()).containsNoDuplicates();
        assertThat(signs.stream().map(StatusLabel::emoji).toList()).containsNoDuplicates();
        assertThat(signs.stream().map(StatusLabel::word).toList()).containsNoDuplicates();
        assertThat(signs.stream()
                        .map(sign -> Display.width(sign.symbol()))
                        .distinct()
                        .toList())
                .containsExactly(1);
    }

    @Test
    void every_result_has_a_symbol_and_a_word_of_its_own() {
        List<StatusLabel> signs = Arrays.stream(HeadJudgement.Result.values())
                .map(StatusLabel::of)
                .toList();
        assertThat(signs.stream().map(StatusLabel::symbol).toList()).containsNoDuplicates();
        assertThat(signs.stream().map(StatusLabel::code).toList())
                .containsExactly("within-budget", "over-budget", "could-not-measure", "inconclusive");
    }

    @Test
    void the_command_to_see_a_case_again_survives_a_shell() {
        CaseName name = new CaseName("s", "it's", Map.of("a", "$(reboot)"));
        assertThat(CommandText.again(List.of(name), Optional.of(24)))
                .isEqualTo("clnrm-bench run 's/it'\\''s{a=$(reboot)}' --forks 24");
    }

    @Test
    void a_plain_name_needs_no_quotes() {
        CaseName name = new CaseName("cleanroom", "container_reuse/reuse_existing", Map.of());
        assertThat(CommandText.again(List.of(name), Optional.empty()))
                .isEqualTo("clnrm-bench run cleanroom/container_reuse/reuse_existing");
    }
}
