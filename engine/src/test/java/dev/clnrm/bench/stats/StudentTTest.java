package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {
    /** SciPy 1.17.1: {@code scipy.stats.t.ppf(p, df)}. */
    @ParameterizedTest
    @CsvSource({
        "0.975, 3, 3.1824463052837078",
        "0.975, 2.7, 3.3921483831737507",
        "0.9, 1, 3.0776835371752544",
        "0.9995, 199, 3.3400865561614634",
        "0.8, 4, 0.9409645772351816"
    })
    void quantiles_are_those_scipy_gives(double p, double df, double t) {
        assertThat(StudentT.quantile(p, df)).isWithin(1e-8).of(t);
        assertThat(StudentT.quantile(1 - p, df)).isWithin(1e-8).of(-t);
    }
}
