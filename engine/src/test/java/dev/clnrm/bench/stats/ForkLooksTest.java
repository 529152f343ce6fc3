package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.samples.DeclaredForks;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForkLooksTest {
    @Test
    void twenty_iterations_have_two_at_either_end_and_eight_in_the_slower_half_between() {
        ForkLooks looks =
                of(IntStream.rangeClosed(1, 20).mapToDouble(i -> 21 - i).toArray());

        assertThat(looks.iterations()).isEqualTo(20);
        assertThat(looks.floor()).isEqualTo(1.5);
        assertThat(looks.mean()).isEqualTo(10.5);
        assertThat(looks.body()).isEqualTo((11 + 12 + 13 + 14 + 15 + 16 + 17 + 18) / 8.0);
        assertThat(looks.tail()).isEqualTo(19.5);
    }

    @Test
    void five_iterations_have_their_third_and_fourth_as_slower_half() {
        assertThat(of(50, 10, 20, 30, 40).body()).isEqualTo(35.0);
    }

    @Test
    void three_iterations_have_their_median() {
        assertThat(of(1, 100, 7).body()).isEqualTo(7.0);
    }

    @Test
    void two_iterations_and_one_have_their_mean() {
        assertThat(of(1, 3).body()).isEqualTo(2.0);
        assertThat(of(4).body()).isEqualTo(4.0);
    }

    @Test
    void every_look_is_at_its_place() {
        ForkLooks looks = of(1, 2, 3, 4, 50);

        assertThat(looks.at(ForkStatistic.FLOOR)).isEqualTo(1.0);
        assertThat(looks.at(ForkStatistic.MEAN)).isEqualTo(12.0);
        assertThat(looks.at(ForkStatistic.BODY)).isEqualTo(3.5);
        assertThat(looks.at(ForkStatistic.TAIL)).isEqualTo(50.0);
    }

    @Test
    void what_is_not_finite_has_no_looks() {
        assertThat(of(1, Double.POSITIVE_INFINITY).body()).isNaN();
        assertThat(of(1, Double.NaN).floor()).isNaN();
    }

    private static ForkLooks of(double... values) {
        return ForkLooks.of(DeclaredForks.of("core/a").fork(values).records().get(0));
    }
}
