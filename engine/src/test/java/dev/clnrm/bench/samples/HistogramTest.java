package dev.clnrm.bench.samples;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramTest {
    private static final Histogram HUNDRED = new Histogram(Values.of(1, 2, 3, 10), Values.of(50, 30, 15, 5));

    /** NumPy 2.4.6: {@code numpy.percentile(numpy.repeat([1, 2, 3, 10], [50, 30, 15, 5]), p, method='weibull')}. */
    @Test
    void percentiles_are_those_numpy_gives() {
        assertThat(HUNDRED.percentile(50)).isWithin(1e-12).of(1.5);
        assertThat(HUNDRED.percentile(90)).isWithin(1e-12).of(3.0);
        assertThat(HUNDRED.percentile(95)).isWithin(1e-12).of(9.65000000000002);
        assertThat(HUNDRED.percentile(99)).isWithin(1e-12).of(10.0);
        assertThat(HUNDRED.percentile(100)).isEqualTo(10.0);
        assertThat(HUNDRED.percentile(0)).isEqualTo(1.0);
    }

    @Test
    void merging_adds_counts() {
        Histogram other = new Histogram(Values.of(2, 5), Values.of(1, 1));

        assertThat(Histogram.merged(List.of(HUNDRED, other)))
                .isEqualTo(new Histogram(Values.of(1, 2, 3, 5, 10), Values.of(50, 31, 15, 1, 5)));
    }

    @Test
    void nothing_has_no_percentile() {
        assertThat(Histogram.merged(List.of()).count()).isEqualTo(0);
        assertThat(Histogram.merged(List.of()).percentile(50)).isNaN();
    }

    @Test
    void values_are_counted() {
        assertThat(Histogram.of(Values.of(2, 1, 2))).isEqualTo(new Histogram(Values.of(1, 2), Values.of(1, 2)));
    }
}
