package dev.clnrm.bench.terminal;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.CaseName;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final CaseName NAME = new CaseName("suite", "benchmark", Map.of());

    private final AtomicLong nanos = new AtomicLong();
    private int forks;
    private final Tally tally = new Tally(nanos::get);

    private void pass(double seconds) {
        nanos.addAndGet((long) (seconds * 1e9));
    }

    private void fork(double seconds) {
        tally.started();
        pass(seconds);
        tally.ended(NAME, ++forks, 1e-6);
    }

    @Test
    void a_fork_that_was_measured_again_counts_once() {
        tally.planned(3, 0, 3);
        assertThat(tally.ended(NAME, 1, 1e-6)).isTrue();
        assertThat(tally.ended(NAME, 2, 9e-6)).isTrue();
        assertThat(tally.ended(NAME, 2, 3e-6)).isFalse();

        assertThat(tally.forksOf(NAME)).isEqualTo(2);
        assertThat(tally.meanOf(NAME)).isWithin(1e-12).of(2e-6);
    }

    @Test
    void at_first_the_plan_is_believed() {
        tally.planned(10, 0, 100);
        tally.started();
        assertThat(tally.left()).isWithin(1e-9).of(100);
    }

    @Test
    void the_pace_seen_takes_over() {
        tally.planned(100, 0, 1000);
        for (int i = 0; i < 50; i++) {
            fork(2);
        }
        tally.started();
        assertThat(tally.left()).isWithin(20).of(100);
    }

    @Test
    void forks_that_were_kept_take_no_time() {
        tally.planned(10, 4, 60);
        tally.started();
        assertThat(tally.left()).isWithin(1e-9).of(60);
        assertThat(tally.current()).isEqualTo(5);
    }

    @Test
    void the_time_left_is_never_negative() {
        tally.planned(1, 0, 1);
        tally.started();
        pass(1000);
        assertThat(tally.left()).isEqualTo(0.0);
    }

    @Test
    void forks_beyond_the_plan_make_it_longer() {
        tally.planned(1, 0, 1);
        fork(1);
        fork(1);
        tally.started();
        assertThat(tally.planned()).isEqualTo(3);
        assertThat(tally.current()).isEqualTo(3);
    }

    @Test
    void forks_a_failed_case_no_longer_gets_are_not_waited_for() {
        tally.planned(6, 0, 6);
        tally.started();
        tally.failed(2);
        assertThat(tally.planned()).isEqualTo(4);
        assertThat(tally.finished()).isEqualTo(1);
    }

    @Test
    void a_plan_of_nothing_does_no_harm() {
        tally.planned(0, 0, 0);
        assertThat(tally.left()).isEqualTo(0.0);
    }
}
