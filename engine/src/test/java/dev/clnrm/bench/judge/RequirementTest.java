package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RequirementTest {
    @Test
    void a_range_runs_from_low_to_high_and_may_be_one_number() {
        assertThat(new Requirement(2, 2).high()).isEqualTo(2.0);
        assertThrows(IllegalArgumentException.class, () -> new Requirement(2, 1));
    }
}
