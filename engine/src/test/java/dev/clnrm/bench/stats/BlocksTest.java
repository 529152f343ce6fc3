package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlocksTest {
    private static CaseSamples side(CaseName name, String side, int[] orders, double[] times) {
        List<JournalEntry> forks = new ArrayList<>();
        for (int i = 0; i < orders.length; i++) {
            forks.add(new JournalEntry(
                    name,
                    side,
                    i,
                    orders[i],
                    Instant.EPOCH,
                    0,
                    1,
                    new ForkSamples(
                            Mode.AVERAGE,
                            1,
                            0,
                            Values.NONE,
                            true,
                            Values.of(times[i], times[i]),
                            List.of(),
                            Map.of(),
                            Map.of()),
                    new Outcome.Finished(),
                    Optional.empty()));
        }
        return new CaseSamples(name, side, Mode.AVERAGE, forks);
    }

    private static TwoSides sides(int[] base, int[] head) {
        CaseName name = new CaseName("core", "a", Map.of());
        double[] ones = {1, 1, 1, 1};
        return new TwoSides(side(name, "base", base, ones), side(name, "head", head, ones));
    }

    /** Six cases of four blocks A B | B A | A B | B A, in which whole blocks are slower by {@code drift} times a random share. */
    private static List<TwoSides> suite(double drift) {
        SplittableRandom random = new SplittableRandom(11);
        List<TwoSides> suite = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            double[] base = new double[4];
            double[] head = new double[4];
            for (int block = 0; block < 4; block++) {
                double level = 1 + drift * random.nextDouble();
                base[block] = level * (1 + 0.02 * random.nextDouble());
                head[block] = level * (1 + 0.02 * random.nextDouble());
            }
            CaseName name = new CaseName("core", "a" + i, Map.of());
            suite.add(new TwoSides(
                    side(name, "base", new int[] {0, 3, 4, 7}, base),
                    side(name, "head", new int[] {1, 2, 5, 6}, head)));
        }
        return suite;
    }

    private static boolean help(List<TwoSides> suite) {
        return Blocks.help(suite.stream().map(CaseLooks::of).toList());
    }

    @Test
    void blocks_in_turn_are_interleaved() {
        assertThat(Blocks.interleaved(sides(new int[] {0, 3, 4, 7}, new int[] {1, 2, 5, 6})))
                .isTrue();
    }

    @Test
    void one_side_after_the_other_is_not() {
        assertThat(Blocks.interleaved(sides(new int[] {0, 1, 2, 3}, new int[] {4, 5, 6, 7})))
                .isFalse();
        assertThat(Blocks.interleaved(sides(new int[] {0, 1, 2, 3}, new int[] {0, 1, 2, 3})))
                .isFalse();
        assertThat(Blocks.interleaved(sides(new int[] {0, 2, 4}, new int[] {1, 3, 5, 6})))
                .isFalse();
    }

    @Test
    void pairs_help_where_blocks_drift() {
        assertThat(help(suite(0.5))).isTrue();
    }

    @Test
    void pairs_do_not_help_where_blocks_are_alike() {
        assertThat(help(suite(0))).isFalse();
    }

    /**
     * Five cases of four blocks that lie {@code drift} times as far apart as their two forks, around fixed means. Pairs have
     * three degrees of freedom instead of six, and t₀.₉₇₅ + t₀.₈ is 4.16 instead of 3.35. E ln s² of their variances is 0.369 too
     * low instead of 0.176. So the standard deviation must be exp(0.216 + 0.097) = 1.37 times as small.
     */
    private static List<TwoSides> drifting(double drift) {
        double own = 0.02;
        double[] block = {1, 1, -1, -1};
        double[] fork = {1, -1, 1, -1};
        double[] base = new double[4];
        double[] head = new double[4];
        for (int i = 0; i < 4; i++) {
            base[i] = Math.exp(own * (drift * block[i] + fork[i]));
            head[i] = Math.exp(own * (drift * block[i] - fork[i]));
        }
        return IntStream.range(0, 5)
                .mapToObj(i -> new CaseName("core", "a" + i, Map.of()))
                .map(name -> new TwoSides(
                        side(name, "base", new int[] {0, 3, 4, 7}, base),
                        side(name, "head", new int[] {1, 2, 5, 6}, head)))
                .toList();
    }

    @Test
    void pairs_must_make_up_for_their_degrees_of_freedom() {
        // (1 + drift²) / 2 of the variance, plus the smallest spread that is used: 1.29 and 1.42 times the standard
        // deviation
        assertThat(help(drifting(Math.sqrt(2.38)))).isFalse();
        assertThat(help(drifting(Math.sqrt(3.09)))).isTrue();
    }

    @Test
    void few_cases_are_not_paired() {
        assertThat(help(suite(0.5).subList(0, 4))).isFalse();
    }

    @Test
    void pairs_see_through_the_drift() {
        Comparison paired = Comparisons.of(suite(0.5), Comparing.DEFAULT).all().get(0);

        assertThat(paired.precision().orElseThrow().spread()).isLessThan(0.02);
    }
}
