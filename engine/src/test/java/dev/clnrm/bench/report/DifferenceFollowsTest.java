package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeRule;
import dev.clnrm.bench.judge.SomeRules;
import dev.clnrm.bench.report.format.Format;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.DeclaredForks;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The verdict on a difference in bytes follows from the numbers that programs read. */
class DifferenceFollowsTest {
    private static final double[] BASES = {0, 0.001, 0.5};
    private static final double[][] HEADS = {
        {24, 24.1, 23.9, 24, 24},
        {0.1, 1, 2, 24, 60},
        {6.1, 11, 12, 14, 20},
        {1, 1, 1.1, 1, 1},
        {8, 8, 8, 8, 8},
        {8.6, 8.6, 8.6, 8.6, 8.6},
        {0, 0, 0, 0, 0}
    };

    /** The last heads are the same as the bases: bytes below one are none. */
    private final Report view = view(8);

    private static Report view(double least) {
        List<Measured> base = new ArrayList<>();
        List<Measured> head = new ArrayList<>();
        for (double bytes : BASES) {
            for (double[] heads : HEADS) {
                base.add(measured("base", base.size(), bytes, bytes, bytes, bytes, bytes));
                head.add(measured("head", head.size(), heads));
            }
        }
        ChangeJudgement judgement = RandomSides.judge(
                new Side("base", Optional.empty(), base),
                new Side("head", Optional.empty(), head),
                Optional.empty(),
                SomeRules.of((name, metric, of) ->
                        new ChangeRule(0.03, least, 0.05, 0.15, 0.30, 0.50, Optional.of(Runs.line(6)))));
        return new Report(judgement.promises(), Optional.of(judgement), Map.of(), new Comparisons().facts, List.of());
    }

    private static Measured measured(String side, int number, double... bytes) {
        return new Measured(
                DeclaredForks.of("s/c" + number).side(side).allocating(bytes).samples(), Conditions.UNKNOWN);
    }

    private static String verdict(double bytes, double low, double high, double adjusted, double least) {
        boolean proven = adjusted < 0.05;
        return proven && low > 0 && bytes > least
                ? "regressed"
                : proven && high < 0 && -bytes > least ? "improved" : high <= least ? "ok" : "inconclusive";
    }

    @Test
    void in_json() throws Exception {
        TreeSet<String> seen = new TreeSet<>();
        for (JsonNode one : new ObjectMapper()
                .readTree(Format.JSON.renderer(Style.PLAIN).render(view))
                .path("verdicts")) {
            JsonNode difference = one.path("difference");
            if (difference.isObject()) {
                String verdict = one.path("verdict").asText();
                seen.add(verdict);
                assertThat(difference.path("least").asDouble()).isEqualTo(8.0);
                assertWithMessage(one.toString())
                        .that(verdict(
                                difference.path("bytes").asDouble(),
                                difference.path("low").asDouble(),
                                difference.path("high").asDouble(),
                                one.path("adjusted").asDouble(),
                                difference.path("least").asDouble()))
                        .isEqualTo(verdict);
            }
        }
        assertThat(seen).containsExactly("inconclusive", "ok", "regressed");
    }

    @Test
    void in_csv() {
        List<String> rows =
                Format.CSV.renderer(Style.PLAIN).render(view).lines().toList();
        List<String> head = Arrays.asList(rows.get(0).split(",", -1));
        int found = 0;
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            if (!cells[head.indexOf("least")].isEmpty()) {
                found++;
                double[] numbers = IntStream.of(
                                head.indexOf("difference"),
                                head.indexOf("difference_low"),
                                head.indexOf("difference_high"),
                                head.indexOf("adjusted"),
                                head.indexOf("least"))
                        .mapToDouble(column -> Double.parseDouble(cells[column]))
                        .toArray();
                assertWithMessage(row)
                        .that(verdict(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]))
                        .isEqualTo(cells[head.indexOf("verdict")]);
            }
        }
        assertThat(found).isEqualTo(BASES.length * (HEADS.length - 1));
    }

    @Test
    void people_see_the_amount_that_decided() {
        for (Format format : List.of(Format.TABLE, Format.MARKDOWN)) {
            assertThat(format.renderer(Style.PLAIN).render(view)).contains("more than 8 B");
            assertThat(format.renderer(Style.PLAIN).render(view(0))).doesNotContain("more than 8 B");
        }
    }
}
