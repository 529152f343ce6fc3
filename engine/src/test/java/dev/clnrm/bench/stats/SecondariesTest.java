package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.DeclaredForks;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.Histogram;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecondariesTest {
    private static final CaseName NAME = DeclaredForks.name("suite/case");

    private static DeclaredForks forks() {
        return DeclaredForks.of("suite/case");
    }

    /** Five forks of a counter, half a per cent apart. */
    private static CaseSamples counting(String name, double value, String unit) {
        DeclaredForks forks = forks();
        for (double share : new double[] {0.99, 0.995, 1, 1.005, 1.01}) {
            Values counted = Values.of(share * value, share * value);
            forks.beside(Values.of(1e-6, 1e-6), Map.of(name, counted), Map.of(name, unit));
        }
        return forks.samples();
    }

    private static CaseSamples sampled(double slowest) {
        DeclaredForks forks = forks();
        for (int fork = 0; fork < 5; fork++) {
            forks.sampled(new Histogram(
                    Values.of(1e-6 * (1 + 0.002 * fork), slowest * (1 + 0.002 * fork)), Values.of(960, 40)));
        }
        return forks.samples();
    }

    private static Secondaries compared(CaseSamples base, CaseSamples head) {
        return Secondaries.compared(List.of(base), List.of(head), Comparing.DEFAULT)
                .getOrDefault(CaseKey.of(head), Secondaries.NONE);
    }

    private static Secondary only(Secondaries all) {
        assertThat(all.all()).hasSize(1);
        return all.all().get(0);
    }

    private static double value(Optional<Estimate> estimate) {
        return estimate.orElseThrow().value().orElseThrow();
    }

    @Test
    void a_plain_time_has_nothing_beside_it() {
        assertThat(compared(forks().means(1, 1).samples(), forks().means(1, 1).samples()))
                .isEqualTo(Secondaries.NONE);
        assertThat(Secondaries.of(forks().means(1, 1).samples(), Spreads.ALONE, 0.95))
                .isEqualTo(Secondaries.NONE);
    }

    @Test
    void bytes_are_compared_elsewhere() {
        CaseSamples samples = forks().allocating(24, 24, 24).samples();
        assertThat(compared(samples, samples)).isEqualTo(Secondaries.NONE);
    }

    @Test
    void percentiles_of_both_sides_are_compared_though_the_middle_stays() {
        List<Secondary> all = compared(sampled(5e-6), sampled(15e-6)).all();

        assertThat(all.stream().map(Secondary::name))
                .containsExactly("p50", "p90", "p99", "p99.9")
                .inOrder();
        assertThat(all.get(0).moved()).isFalse();
        assertThat(all.get(0).ratio().orElseThrow().estimate()).isWithin(1e-9).of(1);
        Secondary p99 = all.get(2);
        assertThat(p99.moved()).isTrue();
        assertThat(p99.ratio().orElseThrow().estimate()).isWithin(1e-9).of(3);
        assertThat(value(p99.base())).isWithin(1e-8).of(5.02e-6);
        assertThat(p99.isTime()).isTrue();
    }

    @Test
    void percentiles_of_single_iterations_are_for_programs_where_a_histogram_is_there() {
        for (String name : List.of("p0.50", "get·p0.999", "get\ufffdp1.00")) {
            DeclaredForks forks = forks();
            for (JournalEntry one : sampled(5e-6).forks()) {
                forks.sampled(one.samples().histograms().get(0), Map.of(name, Values.of(5e-6)), Map.of(name, "s/op"));
            }
            List<Secondary> all =
                    Secondaries.of(forks.samples(), Spreads.ALONE, 0.95).all();
            assertThat(all).hasSize(5);
            assertThat(all.get(4).kind()).isEqualTo(Secondary.Kind.DETAIL);

            Secondary without = only(compared(counting(name, 5, "us/op"), counting(name, 5, "us/op")));
            assertThat(without.kind()).isEqualTo(Secondary.Kind.RESULT);
        }
    }

    @Test
    void one_side_has_percentiles_and_counters_by_itself() {
        List<Secondary> all = Secondaries.of(sampled(5e-6), Spreads.ALONE, 0.95).all();
        assertThat(all).hasSize(4);
        assertThat(all.get(0).base()).isEmpty();
        assertThat(value(all.get(3).head())).isWithin(1e-8).of(5.02e-6);

        Secondary counter = only(Secondaries.of(counting("hits", 7, "#"), Spreads.ALONE, 0.95));
        assertThat(counter.unit()).isEqualTo("#");
        assertThat(counter.head().orElseThrow().interval()).isPresent();
    }

    @Test
    void a_counter_keeps_its_unit_and_moves_by_its_forks() {
        Secondary same = only(compared(counting("hits", 7, "ops/us"), counting("hits", 7, "ops/us")));
        Secondary more = only(compared(counting("hits", 7, "ops/us"), counting("hits", 10.5, "ops/us")));

        assertThat(same.unit()).isEqualTo("ops/us");
        assertThat(same.moved()).isFalse();
        assertThat(more.moved()).isTrue();
        assertThat(more.ratio().orElseThrow().estimate()).isWithin(1e-9).of(1.5);
    }

    @Test
    void times_are_seconds_in_whatever_unit_they_are_written() {
        Secondary one = only(compared(counting("get", 2000, "ns/op"), counting("get", 2, "us/op")));

        assertThat(one.unit()).isEqualTo("s/op");
        assertThat(value(one.base())).isWithin(1e-9).of(2e-6);
        assertThat(one.ratio().orElseThrow().estimate()).isWithin(1e-9).of(1);
    }

    @Test
    void rates_in_two_units_meet_in_operations_per_second() {
        Secondary one = only(compared(counting("get", 2, "ops/us"), counting("get", 2000, "ops/ms")));

        assertThat(one.unit()).isEqualTo("ops/s");
        assertThat(value(one.head())).isWithin(100).of(2e6);
        assertThat(one.ratio().orElseThrow().estimate()).isWithin(1e-9).of(1);
    }

    @Test
    void units_that_do_not_meet_are_two_results() {
        List<Secondary> all =
                compared(counting("load", 2, "ms"), counting("load", 2, "#")).all();

        assertThat(all.stream().map(Secondary::unit)).containsExactly("ms", "#").inOrder();
        assertThat(all.get(0).head()).isEmpty();
        assertThat(all.get(1).base()).isEmpty();
        assertThat(all.stream().noneMatch(one -> one.ratio().isPresent())).isTrue();
    }

    @Test
    void what_one_side_alone_measured_is_not_dropped() {
        Secondary one = only(
                compared(counting("hits", 7, "#"), forks().means(1e-6, 1e-6).samples()));

        assertThat(value(one.base())).isWithin(1e-3).of(7);
        assertThat(one.head()).isEmpty();
    }

    @Test
    void a_case_of_one_side_has_its_own() {
        Map<CaseKey, Secondaries> all =
                Secondaries.compared(List.of(), List.of(counting("hits", 7, "#")), Comparing.DEFAULT);

        assertThat(only(all.getOrDefault(new CaseKey(NAME, Mode.AVERAGE), Secondaries.NONE))
                        .head())
                .isPresent();
    }

    @Test
    void nothing_is_no_ratio() {
        Secondary one = only(compared(counting("misses", 0, "#"), counting("misses", 4, "#")));

        assertThat(value(one.base())).isEqualTo(0.0);
        assertThat(one.ratio()).isEmpty();
        assertThat(one.change()).isEmpty();
        assertThat(one.moved()).isFalse();
    }

    @Test
    void one_fork_shows_a_change_and_proves_none() {
        CaseSamples base = forks().beside(Values.of(1, 1), Map.of("hits", Values.of(2, 2)), Map.of("hits", "#"))
                .samples();
        CaseSamples head = forks().beside(Values.of(1, 1), Map.of("hits", Values.of(3, 3)), Map.of("hits", "#"))
                .samples();
        Secondary one = only(compared(base, head));

        assertThat(one.ratio()).isEmpty();
        assertThat(one.change()).hasValue(1.5);
    }

    @Test
    void sides_that_cannot_be_compared_move_in_nothing() {
        Comparing unlike = new Comparing(0.95, 0.05, Set.of(NAME));
        Secondary one =
                only(Secondaries.compared(List.of(counting("hits", 7, "#")), List.of(counting("hits", 70, "#")), unlike)
                        .getOrDefault(new CaseKey(NAME, Mode.AVERAGE), Secondaries.NONE));

        assertThat(one.ratio()).isPresent();
        assertThat(one.moved()).isFalse();
    }

    @Test
    void what_the_collector_did_is_kept_and_never_moves() {
        Secondary one = only(compared(counting("gc.time", 7, "ms"), counting("gc.time", 70, "ms")));

        assertThat(one.kind()).isEqualTo(Secondary.Kind.DETAIL);
        assertThat(one.moved()).isFalse();
        assertThat(compared(counting("gc.time", 7, "ms"), counting("gc.time", 70, "ms"))
                        .isShown())
                .isFalse();
    }

    @Test
    void rates_that_add_up_are_a_sum_of_group() {
        assertThat(grouped(Mode.THROUGHPUT, "ops/us", 5e6, 2, 3).subject()).isEqualTo(Secondaries.Subject.SUM_OF_GROUP);
        assertThat(grouped(Mode.THROUGHPUT, "ops/us", 5e6, 2, 4).subject()).isEqualTo(Secondaries.Subject.MEAN);
        assertThat(grouped(Mode.AVERAGE, "us/op", 2.5e-6, 2, 3).subject()).isEqualTo(Secondaries.Subject.MEAN_OF_GROUP);
        assertThat(grouped(Mode.AVERAGE, "us/op", 1e-6, 2, 3).subject()).isEqualTo(Secondaries.Subject.MEAN);
    }

    private static Secondaries grouped(Mode mode, String unit, double whole, double put, double get) {
        DeclaredForks forks = forks().mode(mode).threads(2);
        for (int fork = 0; fork < 2; fork++) {
            forks.beside(
                    Values.of(whole),
                    Map.of("put", Values.of(put), "get", Values.of(get), ForkSamples.ALLOCATION, Values.of(8.0)),
                    Map.of("put", unit, "get", unit));
        }
        return Secondaries.of(forks.samples(), Spreads.ALONE, 0.95);
    }
}
