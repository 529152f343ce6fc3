package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.report.csv.CsvReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReportTest {
    /** A reader that follows RFC 4180 strictly. */
    private static List<List<String>> read(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == ',') {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && c == '\r') {
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(row);
                row = new ArrayList<>();
                i++;
            } else {
                cell.append(c);
            }
        }
        return rows;
    }

    @Test
    void every_row_has_every_column() {
        for (Report view : List.of(Runs.everything().view(), Hostile.view())) {
            List<List<String>> rows = read(new CsvReport().render(view));
            rows.forEach(row -> assertThat(row).hasSize(rows.get(0).size()));
        }
    }

    @Test
    void no_text_is_a_formula() {
        for (List<String> row : read(new CsvReport().render(Hostile.view()))) {
            for (String cell : row) {
                boolean number = cell.matches("[-+]?[0-9.]+(E[-+]?[0-9]+)?");
                assertWithMessage(cell)
                        .that(number || cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0)
                        .isTrue();
            }
        }
    }

    @Test
    void every_line_ends_as_the_standard_says() {
        String text = new CsvReport().render(Hostile.view());
        assertThat(text.replace("\r\n", "").chars().noneMatch(c -> c == '\r' || c == '\n'))
                .isTrue();
    }

    @Test
    void both_limits_and_the_percentile_of_a_case_have_rows() {
        List<List<String>> rows = read(new CsvReport().render(Runs.everything().view()));
        int metric = rows.get(0).indexOf("metric");
        int limit = rows.get(0).indexOf("limit");
        List<String> limits = rows.stream()
                .filter(row -> row.contains("container_reuse/reuse_existing"))
                .map(row -> row.get(metric) + " " + row.get(limit))
                .toList();
        assertThat(limits)
                .containsExactly("time 5.0E-6", "time p99 4.8E-6", "allocation 432.0")
                .inOrder();
    }
}
