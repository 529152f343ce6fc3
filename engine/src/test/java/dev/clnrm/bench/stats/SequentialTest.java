package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.DeclaredForks;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SequentialTest {
    private static final int CASES = 12;
    private static final double SPREAD = 0.01;

    /** Cases; the first is slower by a factor. */
    private static List<TwoSides> suite(double factor, int forks, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TwoSides> cases = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            String name = "core/case" + i;
            cases.add(new TwoSides(
                    DeclaredForks.of(name).means(means(1, forks, random)).samples(),
                    DeclaredForks.of(name)
                            .means(means(i == 0 ? factor : 1, forks, random))
                            .samples()));
        }
        return cases;
    }

    private static double[] means(double centre, int forks, SplittableRandom random) {
        return random.doubles(forks)
                .map(u -> centre * (1 + SPREAD * (2 * u - 1)))
                .toArray();
    }

    private static Sequential looked(List<TwoSides> cases, int first, int most) {
        return Sequential.of(
                cases, Comparing.DEFAULT, Spending.each(first, most), new Stopping(one -> new Limits(0.03, 0.05)));
    }

    @Test
    void one_look_is_the_comparison_itself() {
        List<TwoSides> cases = suite(1.1, 5, 1);

        assertThat(looked(cases, 5, 5).comparisons()).isEqualTo(Comparisons.of(cases, Comparing.DEFAULT));
    }

    @Test
    void a_large_change_is_called_at_the_first_look_and_by_the_forks_it_had() {
        Sequential looked = looked(suite(1.5, 5, 2), 3, 5);
        Comparison slower = looked.comparisons().all().get(0);

        assertThat(looked.decided().get(0)).isTrue();
        assertThat(slower.base().forks()).isEqualTo(3);
        assertThat(slower.slower().orElseThrow().adjusted()).isLessThan(0.05);
    }

    @Test
    void forks_beyond_a_decision_change_nothing() {
        List<TwoSides> whole = suite(1.5, 5, 3);
        Comparison first = looked(whole, 3, 5).comparisons().all().get(0);
        List<TwoSides> cut = new ArrayList<>(whole);
        cut.set(0, new TwoSides(first(whole.get(0).base()), first(whole.get(0).head())));

        assertThat(looked(cut, 3, 5).comparisons().all().get(0)).isEqualTo(first);
    }

    private static CaseSamples first(CaseSamples samples) {
        return new CaseSamples(
                samples.name(), samples.side(), samples.mode(), samples.forks().subList(0, 3));
    }

    /** The evidence that the first case is slower. */
    private static Evidence slower(Sequential looked) {
        return looked.comparisons().all().get(0).slower().orElseThrow();
    }

    @Test
    void an_early_look_must_be_surer_than_the_level() {
        List<TwoSides> three = suite(1.03, 3, 4);
        double atOnce = slower(looked(three, 3, 3)).adjusted();
        double early = slower(looked(three, 3, 5)).adjusted();

        assertThat(early / atOnce).isWithin(1e-6).of(Math.pow(5.0 / 3, 3) / 0.8);
    }

    @Test
    void what_is_faster_and_what_is_not_slower_is_decided_too() {
        assertThat(looked(suite(0.5, 5, 7), 3, 5).decided()).doesNotContain(false);
        assertThat(looked(suite(0.5, 5, 7), 3, 5)
                        .comparisons()
                        .all()
                        .get(0)
                        .base()
                        .forks())
                .isEqualTo(3);
    }

    @Test
    void of_several_looks_the_strongest_counts() {
        List<TwoSides> cases = suite(1.03, 5, 4);
        Evidence all = slower(looked(cases, 3, 5));
        double last = slower(looked(cases, 5, 5)).adjusted();
        double ofLastLook = 0.8 * (1 - Math.pow(4.0 / 5, 3));

        assertThat(all.adjusted()).isAtMost(last / ofLastLook * (1 + 1e-9));
        assertThat(all.p()).isAtMost(all.adjusted());
    }

    @Test
    void before_the_first_look_nothing_is_said() {
        Sequential looked = looked(suite(1.5, 2, 5), 3, 5);

        assertThat(looked.decided()).doesNotContain(true);
        assertThat(looked.comparisons().all().get(0).slower().orElseThrow().adjusted())
                .isEqualTo(1);
    }

    @Test
    void swapped_sides_swap_slower_and_faster() {
        List<TwoSides> cases = suite(1.2, 5, 6);
        List<TwoSides> swapped =
                cases.stream().map(one -> new TwoSides(one.head(), one.base())).toList();
        Comparison there = looked(cases, 5, 5).comparisons().all().get(0);
        Comparison back = looked(swapped, 5, 5).comparisons().all().get(0);

        assertThat(back.faster().orElseThrow().adjusted())
                .isWithin(1e-12)
                .of(there.slower().orElseThrow().adjusted());
    }
}
