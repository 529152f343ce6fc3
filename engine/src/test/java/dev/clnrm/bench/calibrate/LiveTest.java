package dev.clnrm.bench.calibrate;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.Comparing;
import dev.clnrm.bench.stats.Limits;
import dev.clnrm.bench.stats.Spending;
import dev.clnrm.bench.stats.Stopping;
import dev.clnrm.bench.stats.TwoSides;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LiveTest {
    private static final Live.How HOW =
            new Live.How(Comparing.DEFAULT, Spending.each(3, 5), new Stopping(one -> new Limits(0.03, 0.05)));

    /** Eight cases whose forks vary by one per cent and whose head is slower by a factor. */
    private static List<TwoSides> cases(double factor) {
        SplittableRandom random = new SplittableRandom(3);
        List<TwoSides> cases = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            List<Values> base = new ArrayList<>();
            List<Values> head = new ArrayList<>();
            for (int fork = 0; fork < 5; fork++) {
                base.add(Values.of(1 + 0.01 * random.nextDouble()));
                head.add(Values.of(factor + 0.01 * random.nextDouble()));
            }
            cases.add(new TwoSides(samples(i, JournalEntry.BASE, base), samples(i, JournalEntry.HEAD, head)));
        }
        return cases;
    }

    private static CaseSamples samples(int number, String side, List<Values> forks) {
        CaseName name = new CaseName("core", "case" + number, Map.of());
        List<JournalEntry> records = new ArrayList<>();
        for (Values values : forks) {
            int fork = records.size();
            records.add(new JournalEntry(
                    name,
                    side,
                    fork,
                    fork,
                    Instant.EPOCH,
                    0,
                    1,
                    new ForkSamples(Mode.AVERAGE, 1, 0, Values.NONE, true, values, List.of(), Map.of(), Map.of()),
                    new Outcome.Finished(),
                    Optional.empty()));
        }
        return new CaseSamples(name, side, Mode.AVERAGE, records);
    }

    @Test
    void same_code_is_not_called_and_a_slowdown_put_in_is_found() {
        Calibration calibration = new Live(cases(1), HOW, 20, 1).judge(List.of(1.001, 1.2));

        assertThat(calibration.slower()).isEmpty();
        assertThat(calibration.same().suites().of()).isEqualTo(20);
        assertThat(calibration.found().get(0).asMeasured()).isEqualTo(new Share(0, 8));
        assertThat(calibration.found().get(1).asMeasured()).isEqualTo(new Share(8, 8));
        assertThat(calibration.found().get(1).dealt()).isEqualTo(new Share(20, 20));
    }

    @Test
    void what_is_called_slower_as_measured_is_named() {
        Calibration calibration = new Live(cases(1.2), HOW, 1, 1).judge(List.of());

        assertThat(calibration.slower()).hasSize(8);
        assertThat(calibration.slower().get(0).toString()).isEqualTo("core/case0");
        assertThat(calibration.forks()).isAtMost(5.0);
    }

    @Test
    void the_same_seed_deals_the_same() {
        assertThat(new Live(cases(1), HOW, 10, 7).judge(List.of(1.05)))
                .isEqualTo(new Live(cases(1), HOW, 10, 7).judge(List.of(1.05)));
    }
}
