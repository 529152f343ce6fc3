package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.report.json.JsonReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    private static JsonNode read(Report view) throws IOException {
        return new ObjectMapper().readTree(new JsonReport().render(view));
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void the_interface_is_stable() throws IOException {
        JsonNode root = read(Runs.everything().view());
        assertThat(keys(root))
                .containsExactly(
                        "format",
                        "status",
                        "exit",
                        "judged",
                        "promises",
                        "measured",
                        "cases",
                        "confidence",
                        "run",
                        "measurements",
                        "budgets",
                        "laws",
                        "failed",
                        "memory")
                .inOrder();
        assertThat(keys(root.get("budgets").get(0)))
                .containsAtLeast(
                        "benchmark",
                        "params",
                        "metric",
                        "limit",
                        "estimate",
                        "low",
                        "high",
                        "headroom",
                        "status",
                        "critical",
                        "rule",
                        "reason")
                .inOrder();
    }

    @Test
    void numbers_are_in_base_units() throws IOException {
        JsonNode budget = read(Runs.everything().view()).get("budgets").get(0);
        assertThat(budget.get("benchmark").textValue()).isEqualTo("cleanroom/cleanroom_creation");
        assertThat(budget.get("limit").doubleValue()).isEqualTo(200e-6);
        assertThat(budget.get("estimate").doubleValue()).isEqualTo(612.4e-6);
        assertThat(budget.get("status").textValue()).isEqualTo("fail");
    }

    @Test
    void what_has_no_number_is_null() throws IOException {
        JsonNode root = read(Runs.allFailed(1).view());
        assertThat(root.get("budgets").get(0).get("estimate").isNull()).isTrue();
        assertThat(root.get("measurements").get(0).get("time").get("low").isNull())
                .isTrue();
    }

    @Test
    void the_exit_status_is_that_of_the_verdict() throws IOException {
        assertThat(read(Runs.everything().view()).get("exit").intValue()).isEqualTo(1);
        assertThat(read(Runs.allFailed(1).view()).get("exit").intValue()).isEqualTo(3);
        assertThat(read(Runs.many(1).view()).get("exit").intValue()).isEqualTo(0);
    }

    @Test
    void hostile_texts_come_back_whole() throws IOException {
        JsonNode measurements = read(Hostile.view()).get("measurements");
        for (int i = 0; i < Hostile.TEXTS.size(); i++) {
            String text = Hostile.TEXTS.get(i);
            assertThat(measurements.get(i).get("params").get("p" + text).textValue())
                    .isEqualTo(text);
        }
    }

    @Test
    void nothing_but_ascii_reaches_a_terminal() {
        String text = new JsonReport().render(Hostile.view());
        assertThat(text.chars().allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7f)))
                .isTrue();
    }
}
