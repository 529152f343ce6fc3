package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;
import static dev.clnrm.bench.judge.RunParts.OPEN;
import static dev.clnrm.bench.judge.RunParts.forks;
import static dev.clnrm.bench.judge.RunParts.inTurns;
import static dev.clnrm.bench.judge.RunParts.planned;
import static dev.clnrm.bench.judge.RunParts.side;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.DeclaredForks;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunSamplesTest {
    private static final CaseName SHUT = DeclaredForks.name("core/shut");
    private static final CaseName GONE = DeclaredForks.name("core/gone");

    @Test
    void some_cases_of_a_run_are_what_it_planned_measured_and_removed_of_them() {
        RunSamples run = inTurns(
                side(forks("core/open"), forks("core/shut")),
                side(forks("core/open"), forks("core/shut")),
                planned(OPEN, SHUT),
                Set.of(OPEN),
                GONE,
                DeclaredForks.name("core/removed"));
        RunSamples some = run.only(name -> !name.equals(SHUT) && !name.equals(GONE));

        assertThat(some.code()).isEqualTo(planned(OPEN));
        assertThat(RunSamples.names(some.base().orElseThrow())).containsExactly(OPEN);
        assertThat(RunSamples.names(some.head())).containsExactly(OPEN);
        assertThat(some.turns().orElseThrow().removed())
                .containsExactly(new CaseKey(DeclaredForks.name("core/removed"), Mode.AVERAGE));
    }

    @Test
    void a_stranger_is_not_believed_that_code_is_the_same_or_that_a_known_case_was_removed() {
        RunSamples run = inTurns(side(forks("core/open")), side(), planned(SHUT), Set.of(OPEN), OPEN, SHUT, GONE);
        RunSamples.Turns turns = run.ofStranger().turns().orElseThrow();

        assertThat(turns.sameCode()).isEmpty();
        assertThat(turns.removed()).containsExactly(new CaseKey(GONE, Mode.AVERAGE));
    }

    @Test
    void variants_stand_for_the_case_that_was_planned() {
        CaseName variant = OPEN.variant("8 threads");
        CaseSamples samples = forks("core/open");
        CaseSamples ofVariant = new CaseSamples(
                variant,
                samples.side(),
                samples.mode(),
                samples.forks().stream()
                        .map(fork -> JournalEntry.finished(variant, fork.side(), fork.fork(), fork.samples()))
                        .toList());

        assertThat(RunSamples.of(side(ofVariant), planned(OPEN, SHUT)).ofHead())
                .containsExactly(SHUT, variant)
                .inOrder();
    }

    @Test
    void the_cases_of_the_head_come_before_those_of_the_base_alone() {
        RunSamples run = RunSamples.of(side(forks("core/gone")), side(forks("core/open")), planned(SHUT, OPEN));

        assertThat(run.known()).containsExactly(SHUT, OPEN, GONE).inOrder();
    }
}
