package dev.clnrm.bench.config;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ToleranceTest {
    private static final Tolerance CLASSES =
            new Tolerance(List.of(new Tolerance.Step(1e-4, 0.05), new Tolerance.Step(1e-5, 0.1)), 0.03);

    @Test
    void depends_on_how_long_an_operation_takes() {
        assertThat(CLASSES.at(9.9e-6)).isEqualTo(0.1);
        assertThat(CLASSES.at(1e-5)).isEqualTo(0.05);
        assertThat(CLASSES.at(1e-4)).isEqualTo(0.03);
    }

    @Test
    void refuses_a_time_twice() {
        List<Tolerance.Step> steps = List.of(new Tolerance.Step(1, 0.1), new Tolerance.Step(1, 0.2));
        assertThrows(IllegalArgumentException.class, () -> new Tolerance(steps, 0.03));
    }

    @Test
    void thresholds_rise() {
        assertThrows(IllegalArgumentException.class, () -> new Thresholds(0.2, 0.1, 0.3));
        assertThrows(IllegalArgumentException.class, () -> new Thresholds(0.1, 0.2, Double.NaN));
    }
}
