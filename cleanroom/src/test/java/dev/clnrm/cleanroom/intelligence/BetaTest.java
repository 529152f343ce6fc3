package dev.clnrm.cleanroom.intelligence;

import static com.google.common.truth.Truth.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaTest {
    @ParameterizedTest
    @CsvSource({
        // SciPy 1.17.1: scipy.stats.beta.cdf(x, a, b)
        "0.5, 0.5, 0.1, 0.20483276469913345",
        "2, 3, 0.4, 0.5248",
        "200.5, 0.5, 0.999, 0.5267275885768902",
        "5000.5, 5000.5, 0.5, 0.5",
        "0.5, 10000.5, 1e-4, 0.8427163596646358"
    })
    void the_cumulative_probability_agrees_with_scipy(double a, double b, double x, double expected) {
        assertThat(new Beta(a, b).cumulative(x)).isWithin(1e-10).of(expected);
    }

    @Test
    void nothing_lies_outside_the_unit_interval() {
        assertThat(new Beta(2, 3).cumulative(0)).isEqualTo(0.0);
        assertThat(new Beta(2, 3).cumulative(-1)).isEqualTo(0.0);
        assertThat(new Beta(2, 3).cumulative(1)).isEqualTo(1.0);
    }

    @Test
    void a_quantile_has_its_probability_below_it() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 500; i++) {
            Beta beta = new Beta(0.5 + random.nextInt(300), 0.5 + random.nextInt(300));
            double probability = random.nextDouble(0.001, 0.999);
            assertThat(beta.cumulative(beta.quantile(probability)))
                    .isWithin(1e-8)
                    .of(probability);
        }
    }
}
