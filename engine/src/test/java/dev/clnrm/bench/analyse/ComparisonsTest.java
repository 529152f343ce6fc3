package dev.clnrm.bench.analyse;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.DeclaredForks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonsTest {
    private static DeclaredForks forks(double... means) {
        return DeclaredForks.of("core/a").means(means);
    }

    private static Comparison one(DeclaredForks base, DeclaredForks head) {
        return Comparisons.of(List.of(new TwoSides(base.samples(), head.samples())), Comparing.DEFAULT)
                .all()
                .get(0);
    }

    @Test
    void a_single_fork_has_no_change_and_says_why() {
        Comparison one = one(forks(1), forks(2, 2.1, 2.2));

        assertThat(one.change()).isEqualTo(Optional.empty());
        assertThat(one.slower()).isEqualTo(Optional.empty());
        assertThat(one.warnings()).contains(new Warning.OneFork());
        assertThat(one.baseForks()).isEqualTo(1);
        assertThat(one.headForks()).isEqualTo(3);
    }

    @Test
    void what_is_not_a_number_has_no_change_and_says_why() {
        Comparison one = one(forks(1, 2, 3), forks(2, Double.NaN, 2.2));

        assertThat(one.change()).isEqualTo(Optional.empty());
        assertThat(one.faster()).isEqualTo(Optional.empty());
        assertThat(one.warnings()).containsExactly(new Warning.NotFinite(1));
    }

    @Test
    void allocation_is_exact() {
        List<Comparison> both = Comparisons.of(
                        List.of(new TwoSides(
                                forks().allocating(512, 512, 512).samples(),
                                forks().allocating(528, 528, 528).samples())),
                        Comparing.DEFAULT)
                .all();

        assertThat(both).hasSize(2);
        assertThat(both.get(1).metric()).isEqualTo(Metric.ALLOCATION);
        assertThat(both.get(1).change()).isEqualTo(Optional.of(new Interval(1.03125, 1.03125, 1.03125, 0.95)));
        assertThat(both.get(1).slower()).isEqualTo(Optional.of(new Evidence(0, 0, Look.EXACT)));
        assertThat(both.get(1).faster()).isEqualTo(Optional.of(new Evidence(1, 1, Look.EXACT)));
    }

    @Test
    void a_rate_that_falls_is_a_time_that_rises() {
        Comparison time = one(forks(1, 1.01, 1.02), forks(1.25, 1.26, 1.24));
        Comparison rate = one(
                forks().mode(Mode.THROUGHPUT).means(1, 1 / 1.01, 1 / 1.02),
                forks().mode(Mode.THROUGHPUT).means(1 / 1.25, 1 / 1.26, 1 / 1.24));

        assertThat(rate.change().orElseThrow().estimate())
                .isWithin(1e-12)
                .of(time.change().orElseThrow().estimate());
        assertThat(rate.slower().orElseThrow().p())
                .isWithin(1e-12)
                .of(time.slower().orElseThrow().p());
    }

    @Test
    void what_does_not_gate_is_no_part_of_the_family() {
        TwoSides sides =
                new TwoSides(forks(1, 1.1, 1.2).samples(), forks(2, 2.1, 2.2).samples());
        Comparisons with = Comparisons.of(List.of(sides), Comparing.DEFAULT);
        Comparisons without = Comparisons.of(List.of(sides), new Comparing(0.95, 0.05, Set.of(sides.name())));

        assertThat(with.family()).isEqualTo(1);
        assertThat(without.family()).isEqualTo(0);
        assertThat(without.all().get(0).slower()).isEqualTo(with.all().get(0).slower());
    }
}
