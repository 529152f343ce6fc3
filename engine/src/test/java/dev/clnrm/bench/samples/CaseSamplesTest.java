package dev.clnrm.bench.samples;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.Mode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseSamplesTest {
    @Test
    void records_are_grouped_by_case_side_and_mode_in_the_order_first_seen() {
        List<JournalEntry> records = new ArrayList<>();
        records.addAll(DeclaredForks.of("core/b").means(1, 2).records());
        records.addAll(DeclaredForks.of("core/a").means(3).records());
        records.addAll(DeclaredForks.of("core/b").side("base").means(4).records());
        records.addAll(DeclaredForks.of("core/a").mode(Mode.THROUGHPUT).means(5).records());

        List<CaseSamples> cases = CaseSamples.group(records);

        assertThat(cases).hasSize(4);
        assertThat(cases.get(0).forks()).isEqualTo(records.subList(0, 2));
        assertThat(cases.stream().map(c -> c.name() + " " + c.side() + " " + c.mode()))
                .containsExactly(
                        "core/b head AVERAGE", "core/a head AVERAGE", "core/b base AVERAGE", "core/a head THROUGHPUT")
                .inOrder();
    }

    @Test
    void a_fork_measured_again_replaces_what_it_gave_before() {
        JournalEntry failed = DeclaredForks.of("core/a")
                .failed(Outcome.Cause.CRASHED, "SIGSEGV")
                .records()
                .get(0);
        JournalEntry again = DeclaredForks.of("core/a").means(1).records().get(0);

        assertThat(CaseSamples.group(List.of(failed, again)))
                .containsExactly(DeclaredForks.of("core/a").means(1).samples());
    }

    @Test
    void failures_are_told_apart_from_finished_forks() {
        CaseSamples samples = DeclaredForks.of("core/a")
                .means(1)
                .failed(Outcome.Cause.THREW, "first")
                .failed(Outcome.Cause.EXITED, "second")
                .samples();

        assertThat(samples.finished()).hasSize(1);
        assertThat(samples.failures().stream().map(Outcome.Failed::message))
                .containsExactly("first", "second")
                .inOrder();
    }
}
