package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.report.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From run folders that were kept to a page. */
@Tag("slow")
class ReportEndToEndTest {
    private static final String KEPT = "src/test/resources/dev/clnrm/bench/cli/";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path page;
    private final Path history;

    ReportEndToEndTest(@TempDir Path folder) {
        page = folder.resolve("page.html");
        history = folder.resolve("history");
    }

    /** Runs of other times, where their summaries may be left beside them. */
    private String history() throws Exception {
        for (String run : List.of("first", "second")) {
            Files.createDirectories(history.resolve(run));
            for (String file : List.of("run.json", "samples.ndjson")) {
                Files.copy(
                        Path.of(KEPT, "history", run, file),
                        history.resolve(run).resolve(file));
            }
        }
        return history.toString();
    }

    private String report(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of("report"));
        all.addAll(List.of(words));
        all.addAll(List.of("--out", page.toString()));
        CommandLineRun run = CommandLineRun.of(all.toArray(String[]::new));
        assertWithMessage(run.err()).that(run.status()).isEqualTo(0);
        assertThat(run.out()).isEqualTo(page + "\n");
        return Files.readString(page);
    }

    private static JsonNode data(String html, String id) throws Exception {
        Matcher block = Pattern.compile("(?s)<script type=\"application/json\" id=\"" + id + "\">(.*?)</script>")
                .matcher(html);
        assertThat(block.find()).isTrue();
        return MAPPER.readTree(block.group(1));
    }

    private static String readable(JsonNode node) throws Exception {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }

    private static List<String> texts(JsonNode nodes, String key) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.path(key).asText()));
        return texts;
    }

    @Test
    void a_run_of_two_sides_is_held_against_each_other_as_it_was_measured() throws Exception {
        String html = report(KEPT + "two-sides", "-f", KEPT + "report-budgets.yaml");

        JsonNode data = data(html, "data");
        assertThat(texts(data.path("cases"), "name")).contains("removed{size=10}");
        assertThat(html).contains("main (3f2c1ab) → faster-parsing (9d0e77c)");
        assertThat(html).contains("was removed");
        assertThat(html).contains("seed 11");
        Golden.check("report/two-sides.json", readable(data));
        JsonNode samples = data(html, "samples");
        assertThat(samples).hasSize(data.path("cases").size());
        assertThat(samples.path(0).path(0).path("base")).hasSize(6);
        assertThat(samples.path(0).path(0).path("head")).hasSize(6);
    }

    @Test
    void a_run_of_one_side_is_held_to_its_budgets_among_the_runs_before_it() throws Exception {
        String html = report(KEPT + "one-side", "-f", KEPT + "report-budgets.yaml", "--history", history());

        JsonNode data = data(html, "data");
        assertThat(data.path("compared").asBoolean()).isFalse();
        assertThat(texts(data.path("laws"), "name")).containsExactly("parsing grows like its input", "four at once");
        Golden.check("report/one-side.json", readable(data));
        assertThat(data(html, "samples").path(0).path(1).path("points")).hasSize(3);
    }

    @Test
    void cases_are_chosen_by_parts_of_their_names_also_those_that_vanished() throws Exception {
        assertThat(texts(
                        data(report(KEPT + "two-sides", "--only", "growing"), "data")
                                .path("cases"),
                        "name"))
                .hasSize(5);
        assertThat(texts(
                        data(report(KEPT + "two-sides", "--only", "removed", "--only", "at_once"), "data")
                                .path("cases"),
                        "name"))
                .contains("removed{size=10}");
    }
}
