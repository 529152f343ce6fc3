package dev.clnrm.bench.samples;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
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

    @Test
    void merged_histograms_hold_what_a_map_of_all_their_times_holds() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 200; round++) {
            List<Histogram> parts = new ArrayList<>();
            TreeMap<Double, Double> all = new TreeMap<>();
            for (int part = random.nextInt(6); part > 0; part--) {
                double[] times = random.ints(random.nextInt(9), 0, 12)
                        .mapToDouble(time -> time == 11 ? Double.NaN : time)
                        .toArray();
                double[] counts = random.ints(times.length, 1, 9)
                        .mapToDouble(count -> count)
                        .toArray();
                parts.add(new Histogram(Values.of(times), Values.of(counts)));
                for (int i = 0; i < times.length; i++) {
                    all.merge(times[i], counts[i], Double::sum);
                }
            }

            Histogram merged = Histogram.merged(parts);

            assertThat(merged.seconds())
                    .isEqualTo(Values.of(all.keySet().stream().mapToDouble(time -> time)));
            assertThat(merged.counts())
                    .isEqualTo(Values.of(all.values().stream().mapToDouble(count -> count)));
        }
    }
}
