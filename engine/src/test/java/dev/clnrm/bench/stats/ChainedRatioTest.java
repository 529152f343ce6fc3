package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.samples.Values;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChainedRatioTest {
    private static final Interval ONE = new Interval(1.05, 1.10, 1.16, 0.95);
    private static final Interval OTHER = new Interval(0.93, 0.95, 0.97, 0.95);

    /** {@code scripts/series-reference.py}, NumPy 2.4.6: "chained". */
    @Test
    void the_product_of_two_has_the_limits_of_zou_and_donner() {
        Interval product = ChainedRatio.times(ONE, OTHER);
        assertThat(product.low()).isWithin(1e-12).of(0.992887247732);
        assertThat(product.estimate()).isWithin(1e-12).of(1.045);
        assertThat(product.high()).isWithin(1e-12).of(1.106350737128);
    }

    @Test
    void there_and_back_is_wider_than_nothing_and_about_one() {
        Interval back = ChainedRatio.times(ONE, ChainedRatio.inverse(ONE));
        assertThat(back.estimate()).isWithin(1e-12).of(1);
        assertThat(back.low()).isLessThan(1 / 1.05);
        assertThat(back.high()).isGreaterThan(1.05);
        assertThat(ChainedRatio.inverse(ChainedRatio.inverse(OTHER)).low())
                .isWithin(1e-12)
                .of(0.93);
    }

    @Test
    void the_order_does_not_matter_and_the_lower_confidence_counts() {
        Interval sure = new Interval(0.9, 1.0, 1.1, 0.99);
        assertThat(ChainedRatio.times(ONE, sure)).isEqualTo(ChainedRatio.times(sure, ONE));
        assertThat(ChainedRatio.times(ONE, sure).confidence()).isEqualTo(0.95);
    }

    /**
     * How often the product of two 95 % intervals of 5 v 5 forks contains the truth; {@code scripts/series-reference.py} finds 96.07 % with SciPy
     * 1.17.1, the spread of the second twice that of the first.
     */
    @Test
    void the_product_holds_the_truth_as_often_as_scipy_says() {
        SplittableRandom random = new SplittableRandom(7);
        int tries = 20_000;
        int held = 0;
        for (int i = 0; i < tries; i++) {
            Interval product = ChainedRatio.times(measured(random, 0.02), measured(random, 0.04));
            held += product.holds(1) ? 1 : 0;
        }
        assertThat((double) held / tries).isWithin(0.005).of(0.9607);
    }

    private static Interval measured(SplittableRandom random, double spread) {
        return Difference.pooled(forks(random, spread), forks(random, spread)).ratio(0.95);
    }

    private static Values forks(SplittableRandom random, double spread) {
        double[] forks = new double[5];
        for (int i = 0; i < forks.length; i++) {
            forks[i] = spread * gaussian(random);
        }
        return Values.of(forks);
    }

    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
