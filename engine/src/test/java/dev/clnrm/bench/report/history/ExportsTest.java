package dev.clnrm.bench.report.history;

import static com.google.common.truth.Truth.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.report.csv.HistoryCsv;
import dev.clnrm.bench.report.json.HistoryDataJs;
import dev.clnrm.bench.report.openmetrics.HistoryOpenMetrics;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Histories for other programs, which tell series apart by their names alone. */
class ExportsTest {
    private static final String LONG = "a".repeat(100);

    private final HistoryBuilder history = new HistoryBuilder(0.95);

    private static Conditions flags(String last) {
        return new Conditions(
                Optional.of("host"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of("-Dlong=" + "x".repeat(600), last)),
                Optional.empty());
    }

    private void run(int day, String benchmark, Mode mode, Conditions conditions) {
        int run = history.run(
                new PastRun("run-" + day, Instant.EPOCH.plusSeconds(day), Optional.empty(), false, Optional.empty()));
        history.point(
                new CaseKey(new CaseName("s", benchmark, Map.of()), mode),
                conditions,
                new Point(
                        run, new Estimate.Bounded(new Interval(1, 1, 1, 0.95), 3, List.of()), Optional.empty(), 3, 0));
    }

    private History built() {
        return history.build((key, seconds) -> 0.03, List.of());
    }

    private static JsonNode entries(History history) throws Exception {
        String text = new HistoryDataJs(60).render(history);
        return new ObjectMapper().readTree(text.substring(text.indexOf('{'))).path("entries");
    }

    @Test
    void platforms_that_differ_late_are_apart() throws Exception {
        run(0, "b", Mode.AVERAGE, flags("-Xmx1g"));
        run(1, "b", Mode.AVERAGE, flags("-Xmx2g"));

        assertThat(entries(built())).hasSize(2);
        assertThat(new HistoryOpenMetrics(60).render(built()).lines().filter(line -> line.contains("-Xmx2g")))
                .isNotEmpty();
        assertThat(new HistoryCsv(60).render(built())).contains("-Xmx2g");
    }

    @Test
    void platforms_of_the_same_words_have_letters() throws Exception {
        run(0, "b", Mode.AVERAGE, Conditions.UNKNOWN);
        run(
                1,
                "b",
                Mode.AVERAGE,
                new Conditions(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(List.of()),
                        Optional.empty()));

        assertThat(entries(built()).fieldNames().next()).isEqualTo("an unknown machine · A");
        assertThat(entries(built())).hasSize(2);
    }

    @Test
    void names_are_in_full_and_have_the_mode_if_there_are_two() throws Exception {
        run(0, LONG + "-one-" + LONG, Mode.AVERAGE, Conditions.UNKNOWN);
        run(1, LONG + "-two-" + LONG, Mode.AVERAGE, Conditions.UNKNOWN);
        run(2, "both", Mode.AVERAGE, Conditions.UNKNOWN);
        run(3, "both", Mode.THROUGHPUT, Conditions.UNKNOWN);

        assertThat(entries(built()).findValuesAsText("name").stream().filter(name -> !name.isEmpty()))
                .containsExactly(
                        "s/" + LONG + "-one-" + LONG, "s/" + LONG + "-two-" + LONG, "s/both (avgt)", "s/both (thrpt)");
    }
}
