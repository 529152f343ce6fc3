package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.samples.DeclaredForks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The looks, the prior with its trend, the shares and Holm together, checked against a program that shares no code with this one. */
class WholeRuleTest {
    private static final int FORKS = 5;
    private static final int ITERATIONS = 20;

    /** {@code scripts/reference-suite.py}, NumPy and SciPy: p of each case alone, and after Holm. */
    private static final double[][] SLOWER = {
        {5.216793985739e-01, 1.000000000000e+00},
        {2.981428086475e-01, 1.000000000000e+00},
        {9.552909840548e-01, 1.000000000000e+00},
        {7.023347265440e-06, 8.428016718528e-05},
        {6.846182790620e-01, 1.000000000000e+00},
        {2.097646111407e-01, 1.000000000000e+00},
        {4.753724935895e-01, 1.000000000000e+00},
        {3.510604077456e-01, 1.000000000000e+00},
        {8.663346530446e-01, 1.000000000000e+00},
        {6.750745535445e-01, 1.000000000000e+00},
        {6.928567137125e-01, 1.000000000000e+00},
        {3.794543477103e-01, 1.000000000000e+00}
    };

    @Test
    void the_evidence_of_a_suite_is_that_of_the_second_program() {
        List<TwoSides> suite = new ArrayList<>();
        for (int i = 0; i < SLOWER.length; i++) {
            suite.add(new TwoSides(
                    side("base", 0, i).samples(), side("head", 1, i).samples()));
        }
        Comparisons compared = Comparisons.of(suite, Comparing.DEFAULT);

        assertThat(compared.family()).isEqualTo(SLOWER.length);
        for (int i = 0; i < SLOWER.length; i++) {
            Evidence slower = compared.all().get(i).slower().orElseThrow();
            assertWithMessage("case %s alone", i)
                    .that(slower.p())
                    .isWithin(1e-8 * SLOWER[i][0])
                    .of(SLOWER[i][0]);
            assertWithMessage("case %s after Holm", i)
                    .that(slower.adjusted())
                    .isWithin(1e-8 * SLOWER[i][1])
                    .of(SLOWER[i][1]);
        }
    }

    private static DeclaredForks side(String name, int side, int number) {
        DeclaredForks forks = DeclaredForks.of("core/a" + number).side(name);
        for (int fork = 0; fork < FORKS; fork++) {
            double ofFork = 0.004 * (1 + number % 5) * Math.sin(7.3 * number + 3.1 * fork + 1.9 * side);
            double slower = side == 1 && number == 3 ? 1.05 : 1;
            double phase = 3.7 * number + 1.1 * fork + 0.5 * side;
            forks.fork(IntStream.range(0, ITERATIONS)
                    .mapToDouble(i -> 0.02 * (1 + number % 3) * Math.abs(Math.sin(phase + 0.3 * i * i)))
                    .map(ofIteration -> 1e-6 * Math.exp(ofFork + ofIteration) * slower)
                    .toArray());
        }
        return forks;
    }
}
