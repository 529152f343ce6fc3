package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;

import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrigammaTest {
    /** By SciPy's polygamma(2, x); at 1 it is −2 ζ(3), at ½ −14 ζ(3). */
    @ParameterizedTest
    @CsvSource({
        "0.5, -16.828796644234316",
        "1, -2.404113806319188",
        "20, -0.0026281224023146543",
        "37.5, -0.0007303268536904835"
    })
    void the_second_derivative_of_digamma(double x, double expected) {
        assertThat(Trigamma.tetragamma(x) / expected).isWithin(1e-10).of(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-3, 0.1, 1, 10, 1e3, 1e6})
    void the_inverse_gives_back_the_trigamma(double y) {
        assertThat(Gamma.trigamma(Trigamma.inverse(y)) / y).isWithin(1e-6).of(1);
    }
}
