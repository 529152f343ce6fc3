package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpendingTest {
    @Test
    void one_look_spends_everything() {
        assertThat(Spending.each(5, 5).level(5, 0.05)).isEqualTo(0.05);
    }

    /** Of 0.04: (3/5)³, then the increments to (4/5)³ and 1. */
    @Test
    void early_looks_spend_little() {
        Spending spending = Spending.each(3, 5);

        assertThat(spending.level(3, 0.05)).isWithin(1e-15).of(0.04 * 27 / 125);
        assertThat(spending.level(4, 0.05)).isWithin(1e-15).of(0.04 * 37 / 125);
        assertThat(spending.level(5, 0.05)).isWithin(1e-15).of(0.04 * 61 / 125);
    }

    @Test
    void several_looks_add_up_to_four_fifths() {
        Spending spending = new Spending(List.of(3, 5, 10));

        assertThat(spending.level(3, 0.05) + spending.level(5, 0.05) + spending.level(10, 0.05))
                .isWithin(1e-15)
                .of(0.04);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 0, -1})
    void there_is_no_look_before_three_forks(int first) {
        Assertions.assertThrows(IllegalArgumentException.class, () -> new Spending(List.of(first, 5)));
    }

    @Test
    void looks_ascend() {
        Assertions.assertThrows(IllegalArgumentException.class, () -> new Spending(List.of(5, 4)));
        Assertions.assertThrows(IllegalArgumentException.class, () -> new Spending(List.of()));
        Assertions.assertThrows(
                IllegalArgumentException.class, () -> Spending.each(3, 5).level(6, 0.05));
    }

    @Test
    void three_forks_and_cases_of_their_own_spend_less() {
        assertThat(Shares.of(ForkStatistic.FLOOR, 3, false, true))
                .isWithin(1e-15)
                .of(0.39);
        assertThat(Shares.of(ForkStatistic.BODY, 4, false, true))
                .isWithin(1e-15)
                .of(0.25);
        assertThat(Shares.of(ForkStatistic.TAIL, 5, false, true))
                .isWithin(1e-15)
                .of(0.15);
        assertThat(Shares.of(ForkStatistic.TAIL, 5, false, false))
                .isWithin(1e-15)
                .of(0.1);
        assertThat(Shares.of(ForkStatistic.MEAN, 5, false, true)).isEqualTo(0.0);
        assertThat(Shares.of(ForkStatistic.MEAN, 5, true, false)).isEqualTo(1.0);
        assertThat(Shares.of(ForkStatistic.FLOOR, 5, true, false)).isEqualTo(0.0);
        assertThat(Shares.of(ForkStatistic.MEAN, 1, true, true)).isEqualTo(0.0);
    }
}
