package dev.clnrm.bench.research;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final Window WINDOW = new Window(0.1, 10, 20);
    private static final String STUDENT = "Student, each case by itself";
    private static final String OURS = "clnrm-bench";

    /** Benchmarks whose forks are drawn from a log-normal distribution; their spreads are drawn from another distribution. */
    private static List<SameCode> normal() {
        SplittableRandom random = new SplittableRandom(3);
        List<SameCode> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double spread = 0.1 * Math.exp(0.3 * gaussian(random));
            List<Values> forks = new ArrayList<>();
            for (int fork = 0; fork < 10; fork++) {
                double level = Math.exp(spread * gaussian(random));
                forks.add(Values.of(random.doubles(30).map(u -> level * (1 + 1e-6 * u))));
            }
            all.add(new SameCode("project" + i % 10, "benchmark" + i, forks));
        }
        return all;
    }

    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private static Coverage.Row row(Coverage coverage, String interval, int forks) {
        return coverage.rows().stream()
                .filter(row -> row.interval().equals(interval) && row.forks() == forks)
                .findFirst()
                .orElseThrow();
    }

    /** The finite population correction is right if Student's interval, which is exact for normal forks, has its nominal coverage. */
    @Test
    void students_interval_holds_95_of_100_where_forks_are_normal() {
        Coverage coverage = Coverage.of(normal(), WINDOW, 40, 1);

        for (int forks : new int[] {3, 5, 8}) {
            assertWithMessage("%s forks", forks)
                    .that(row(coverage, STUDENT, forks).held().value())
                    .isWithin(0.015)
                    .of(0.95);
        }
        assertThat(row(coverage, STUDENT, 3).held().of()).isEqualTo(200 * 40);
        assertThat(row(coverage, OURS, 3).rootMeanSquare())
                .isLessThan(0.75 * row(coverage, STUDENT, 3).rootMeanSquare());
    }

    @Test
    void the_same_seed_gives_the_same() {
        List<SameCode> benchmarks = SameCodes.of(1, 8, 0.05);

        assertThat(Coverage.of(benchmarks, WINDOW, 4, 9)).isEqualTo(Coverage.of(benchmarks, WINDOW, 4, 9));
    }

    @Test
    void a_table_has_a_line_for_each_interval_and_number_of_forks() {
        String text = TableText.of("here", Coverage.of(SameCodes.of(1, 8, 0.05), WINDOW, 4, 9));

        assertThat(text)
                .startsWith("here: 95 % intervals of one side, 1.00 + 2.00 s in iterations of 100 ms, 1 suites");
        assertThat(text.lines().filter(line -> line.startsWith("| ")).toList()).hasSize(10);
    }

    @Test
    void on_real_forks_of_the_same_code_95_of_100_hold_give_or_take_two() {
        List<SameCode> benchmarks = ForksFile.read(SharedData.file("same-code/forks-100ms.csv.gz"));
        for (Window window : List.of(WINDOW, new Window(0.1, 5, 5))) {
            Coverage coverage = Coverage.of(benchmarks, window, 10, 7);
            for (int forks : new int[] {3, 5, 8}) {
                assertWithMessage("%s forks, %s", forks, window)
                        .that(row(coverage, OURS, forks).held().value())
                        .isWithin(0.025)
                        .of(0.95);
                assertThat(row(coverage, OURS, forks).rootMeanSquare())
                        .isLessThan(row(coverage, STUDENT, forks).rootMeanSquare());
            }
        }
    }
}
