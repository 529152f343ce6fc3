package dev.clnrm.bench.research;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.calibrate.Share;
import dev.clnrm.bench.stats.Spending;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Window WINDOW = new Window(0.1, 10, 20);

    @Test
    void quiet_benchmarks_give_no_alarm_and_every_change_is_found() {
        Rates rates =
                new Experiment(SameCodes.of(2, 8, 0.002), WINDOW, 5, 8, 1).rates(new OurRule(Spending.each(5, 5), -1));

        assertThat(rates.suites()).isEqualTo(16);
        assertThat(rates.cases()).isEqualTo(128);
        assertThat(rates.alarms()).isEqualTo(0);
        assertThat(rates.found(Change.FIVE_PERCENT)).isEqualTo(new Share(12, 12));
        assertThat(rates.found(Change.EVERY_TENTH_DOUBLED)).isEqualTo(new Share(12, 12));
        assertThat(rates.forksUsed()).isEqualTo(5.0);
    }

    @Test
    void quiet_cases_are_measured_three_times_and_no_more() {
        Rates rates =
                new Experiment(SameCodes.of(2, 8, 0.002), WINDOW, 5, 8, 1).rates(new OurRule(Spending.each(3, 5), -1));

        assertThat(rates.forksUsed()).isLessThan(3.5);
    }

    @Test
    void more_forks_than_there_are_are_drawn_again() {
        Rates rates = new Experiment(SameCodes.of(2, 8, 0.002), WINDOW, 20, 8, 1)
                .rates(new OurRule(Spending.each(3, 20), -1));

        assertThat(rates.alarms()).isEqualTo(0);
        assertThat(rates.found(Change.FIVE_PERCENT)).isEqualTo(new Share(12, 12));
        assertThat(rates.forksUsed()).isLessThan(4.0);
    }

    @Test
    void iterations_taken_for_independent_give_alarms() {
        Rates rates = new Experiment(SameCodes.of(2, 8, 0.05), WINDOW, 5, 8, 1).rates(PeerRule.POOLED_WELCH);

        assertThat(rates.perSuite().value()).isGreaterThan(0.5);
    }

    /**
     * There are 252 deals of five and five. The smallest probability is one of them, 0.004; with eight cases, one has to be below
     * 0.00625.
     */
    @Test
    void exact_permutations_find_what_is_apart_in_few_cases_and_nothing_among_many() {
        Rates few = new Experiment(SameCodes.of(2, 8, 0.002), WINDOW, 5, 8, 1).rates(ForkRule.PERMUTATION_OF_FAMILY);
        Rates many = new Experiment(SameCodes.of(1, 13, 0.002), WINDOW, 5, 8, 1).rates(ForkRule.PERMUTATION_OF_FAMILY);

        assertThat(few.found(Change.FIVE_PERCENT)).isEqualTo(new Share(12, 12));
        assertThat(many.found(Change.TWENTY_PERCENT)).isEqualTo(new Share(0, 6));
    }

    @Test
    void tests_of_single_cases_are_wrong_in_many_suites() {
        Experiment experiment = new Experiment(SameCodes.of(2, 20, 0.05), WINDOW, 5, 40, 1);

        Rates permutation = experiment.rates(ForkRule.PERMUTATION);
        Rates bootstrap = experiment.rates(ForkRule.BOOTSTRAP);

        assertThat(permutation.perCase().value()).isWithin(0.02).of(0.05);
        assertThat(bootstrap.perCase().value())
                .isGreaterThan(permutation.perCase().value());
        assertThat(permutation.perSuite().value()).isGreaterThan(0.4);
        assertThat(bootstrap.perSuite().value()).isGreaterThan(0.4);
    }

    @Test
    void the_same_seed_gives_the_same() {
        List<SameCode> benchmarks = SameCodes.of(1, 8, 0.05);

        assertThat(Table.of(benchmarks, WINDOW, 4, 9, true)).isEqualTo(Table.of(benchmarks, WINDOW, 4, 9, true));
    }

    @Test
    void a_table_has_a_line_a_rule() {
        String text = TableText.of("here", Table.of(SameCodes.of(1, 8, 0.05), WINDOW, 4, 9, true));

        assertThat(text).startsWith("here: 1.00 + 2.00 s in iterations of 100 ms, 1 suites of 8 cases in all");
        assertThat(text.lines().filter(line -> line.startsWith("| ")).toList()).hasSize(14);
    }

    @Test
    void real_forks_of_the_same_code_are_read_and_keep_the_promise() {
        List<SameCode> benchmarks = ForksFile.read(SharedData.file("same-code/forks-100ms.csv.gz"));
        Rates rates = new Experiment(benchmarks, WINDOW, 5, 10, 4).rates(new OurRule(Spending.each(5, 5), -1));

        assertThat(benchmarks).hasSize(294);
        assertThat(benchmarks.stream().mapToInt(one -> one.forks().size()).sum())
                .isEqualTo(2940);
        assertThat(rates.perSuite().value()).isLessThan(0.08);
        assertThat(rates.found(Change.TWENTY_PERCENT).value()).isGreaterThan(0.8);
    }
}
