package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.samples.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseFailureTest {
    private static Optional<CaseFailure.OnSide> failed(String log, int failed, int of) {
        Outcome.Failed how =
                new Outcome.Failed(Outcome.Cause.THREW, "boom", List.of(), "clnrm-bench run", Optional.of(log));
        return Optional.of(new CaseFailure.OnSide(how, failed, of));
    }

    private static String sentence(Optional<CaseFailure.OnSide> base, Optional<CaseFailure.OnSide> head) {
        return new CaseFailure(RunParts.OPEN, base, head).sentence();
    }

    @Test
    void a_failure_of_one_side_counts_the_forks_unless_all_failed() {
        assertThat(sentence(Optional.empty(), failed("h.log", 1, 3)))
                .isEqualTo("failed on the head alone in 1 of 3 forks: boom (h.log)");
        assertThat(sentence(failed("b.log", 3, 3), Optional.empty()))
                .isEqualTo("failed on the base alone: boom (b.log)");
    }

    @Test
    void a_cause_that_both_sides_share_has_two_logs() {
        assertThat(sentence(failed("b.log", 3, 3), failed("h.log", 3, 3)))
                .isEqualTo("failed on both sides: boom (h.log) and on the base (b.log)");
    }
}
