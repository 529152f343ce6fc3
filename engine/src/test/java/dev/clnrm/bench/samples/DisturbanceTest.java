package dev.clnrm.bench.samples;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisturbanceTest {
    private static final Values WHOLE = Values.of(1, 1, 1, 1);

    @Test
    void a_quarter_of_low_iterations_is_borne_and_more_is_not() {
        assertThat(new Disturbance(Values.of(0.89, 1, 0.9, 1), 0, 0, 9, false, 1, 0).disturbed())
                .isFalse();
        assertThat(new Disturbance(Values.of(0.89, 1, 0.5, 1), 0, 0, 0, false, 1, 0).disturbed())
                .isTrue();
    }

    @Test
    void steal_over_five_percent_disturbs() {
        assertThat(new Disturbance(WHOLE, 0, 0.05, 0, false, 1, 0).disturbed()).isFalse();
        assertThat(new Disturbance(WHOLE, 0, 0.051, 0, false, 1, 0).disturbed()).isTrue();
    }

    @Test
    void others_that_have_more_than_a_fifth_of_the_machine_disturb() {
        assertThat(new Disturbance(WHOLE, 0.2, 0, 0, false, 1, 0).disturbed()).isFalse();
        assertThat(new Disturbance(WHOLE, 0.21, 0, 0, false, 1, 0).disturbed()).isTrue();
    }

    @Test
    void throttling_disturbs() {
        assertThat(new Disturbance(WHOLE, 0, 0, 0, true, 1, 0).disturbed()).isTrue();
    }

    @Test
    void a_journal_keeps_it_and_forks_without_are_read_too(@TempDir Path folder) {
        JournalEntry plain = DeclaredForks.of("core/open").means(1e-6).records().get(0);
        JournalEntry watched =
                watched(plain, new Disturbance(Values.of(0.79, 1, 1, 0.5), 0.125, 0.25, 1.5, true, 0.75, 12));
        Path file = folder.resolve("samples.ndjson");
        try (Journal journal = Journal.open(file)) {
            journal.append(plain);
            journal.append(watched);
        }
        assertThat(Journal.read(file).records()).containsExactly(plain, watched).inOrder();
        assertThat(List.of(plain.disturbed(), watched.disturbed()))
                .containsExactly(false, true)
                .inOrder();
    }

    private static JournalEntry watched(JournalEntry fork, Disturbance disturbance) {
        return new JournalEntry(
                fork.name(),
                fork.side(),
                fork.fork(),
                fork.order(),
                fork.started(),
                fork.startupSeconds(),
                fork.company(),
                fork.samples(),
                fork.outcome(),
                Optional.of(disturbance));
    }
}
