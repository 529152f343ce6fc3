package dev.clnrm.bench.profile;

import static com.google.common.truth.Truth.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests what grew between two profiles. */
final class GrowthTest {
    private static final Frame REGISTER = new Frame("demo.Registry", "register", 40);
    private static final Frame RESIZE = new Frame("java.util.HashMap", "resize", 702);
    private static final Frame LOOKUP = new Frame("demo.Registry", "lookup", 12);

    private static Stacks stacks(int samples, double register, double resize, double lookup) {
        return new Stacks(
                Map.of(
                        List.of(REGISTER), register,
                        List.of(REGISTER, RESIZE), resize,
                        List.of(LOOKUP), lookup),
                samples);
    }

    @Test
    void growth_is_a_share_of_what_an_operation_costs_more() {
        // 1.5 times as long: register with resize has 0.65 of 1.5, which is 0.975. It had 0.5 of 1, so it is 0.475 of
        // the additional 0.5
        List<Growth> grown = Growth.between(stacks(10_000, 0.4, 0.1, 0.5), stacks(10_000, 0.35, 0.3, 0.35), 1.5);

        assertThat(grown).hasSize(1);
        assertThat(grown.get(0).frame()).isEqualTo(REGISTER);
        assertThat(grown.get(0).share()).isWithin(1e-9).of(0.95);
        assertThat(grown.get(0).parts()).hasSize(1);
        assertThat(grown.get(0).parts().get(0).method()).isEqualTo("java.util.HashMap.resize");
        assertThat(grown.get(0).parts().get(0).share()).isWithin(1e-9).of(0.7);
    }

    @Test
    void growth_within_chance_is_not_named() {
        // with 100 samples a share of 0.5 has a deviation of 0.05
        assertThat(Growth.between(stacks(100, 0.5, 0, 0.5), stacks(100, 0.6, 0, 0.4), 1.001))
                .isEmpty();
        assertThat(Growth.between(stacks(10_000, 0.5, 0, 0.5), stacks(10_000, 0.6, 0, 0.4), 1.001))
                .hasSize(1);
    }

    @Test
    void without_samples_of_the_head_nothing_is_known() {
        assertThat(Growth.between(stacks(100, 1, 0, 0), Stacks.NONE, 2)).isEmpty();
    }

    @Test
    void of_what_cost_nothing_before_everything_grew() {
        List<Growth> grown = Growth.between(Stacks.NONE, stacks(1_000, 0.5, 0.25, 0.25), Double.POSITIVE_INFINITY);

        assertThat(grown.stream().map(Growth::share))
                .containsExactly(0.75, 0.25)
                .inOrder();
    }

    /** Fifteen times 0.1 add up to a little more than 1.5, so the share of the method is a little larger than 1. */
    @Test
    void a_share_that_rounding_makes_larger_than_1_is_all() {
        Map<List<Frame>, Double> lines = new LinkedHashMap<>();
        for (int line = 1; line <= 15; line++) {
            lines.put(List.of(new Frame("demo.Sum", "total", line)), 0.1);
        }
        Stacks side = new Stacks(lines, 1_500);

        List<Growth> grown = Growth.between(side, side, 2);

        assertThat(grown).hasSize(1);
        assertThat(grown.get(0).share()).isWithin(1e-9).of(1);
    }

    /** A lambda before it gives it another number. */
    @Test
    void a_lambda_with_another_number_is_the_same() {
        Frame parse = new Frame("demo.Parser", "parse", 30);
        Frame before = new Frame("demo.Suite", "lambda$run$0", 12);
        Frame now = new Frame("demo.Suite", "lambda$run$1", 14);
        Stacks base = new Stacks(Map.of(List.of(before), 0.6, List.of(parse), 0.4), 10_000);
        Stacks head = new Stacks(Map.of(List.of(now), 0.46, List.of(parse), 0.54), 10_000);

        assertThat(Growth.between(base, head, 1.3).stream().map(Growth::frame)).containsExactly(parse);
        assertThat(Growth.between(head, base, 1.3).stream().map(Growth::frame)).containsExactly(before);
    }

    @Test
    void lines_do_not_tell_methods_apart() {
        Stacks base = new Stacks(Map.of(List.of(REGISTER), 1.0), 1_000);
        Stacks head = new Stacks(
                Map.of(List.of(REGISTER), 0.25, List.of(new Frame("demo.Registry", "register", 44)), 0.75), 1_000);

        List<Growth> grown = Growth.between(base, head, 1.2);

        assertThat(grown).hasSize(1);
        assertThat(grown.get(0).frame()).isEqualTo(new Frame("demo.Registry", "register", 44));
        assertThat(grown.get(0).parts()).isEmpty();
        assertThat(grown.get(0).share()).isWithin(1e-9).of(1);
    }
}
