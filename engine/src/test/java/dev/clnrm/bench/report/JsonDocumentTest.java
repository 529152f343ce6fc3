package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.report.format.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks that {@code docs/json.md} names exactly the keys that exist. */
class JsonDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/json.md");
    private static final Pattern KEY = Pattern.compile("`([a-z_]+)`");

    private static Set<String> documented(String heading) throws IOException {
        String text = Files.readString(DOCUMENT);
        String section = text.substring(text.indexOf("## " + heading));
        int end = section.indexOf("\n## ", 1);
        return (end < 0 ? section : section.substring(0, end))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1)[1])
                .flatMap(cell -> KEY.matcher(cell).results().map(MatchResult::group))
                .map(key -> key.replace("`", ""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> keys(JsonNode... nodes) {
        Set<String> keys = new LinkedHashSet<>();
        for (JsonNode node : nodes) {
            node.properties().forEach(entry -> keys.add(entry.getKey()));
        }
        return keys;
    }

    @Test
    void every_key_of_a_comparison_is_described() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(Format.JSON
                        .renderer(Style.PLAIN)
                        .render(Comparisons.everything().view()));

        assertWithMessage("a comparison").that(documented("A comparison")).containsExactlyElementsIn(keys(json));
        assertWithMessage("a verdict")
                .that(documented("A verdict"))
                .containsExactlyElementsIn(keys(json.path("verdicts").path(0)));
        Set<String> rest = keys(
                json.path("budgets").path(0),
                json.path("laws").path(0),
                json.path("failed").path(0));
        rest.remove("warnings");
        assertWithMessage("the rest")
                .that(documented("A budget, a law, a failure"))
                .containsExactlyElementsIn(rest);
    }

    @Test
    void every_key_of_a_run_is_described() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(Format.JSON
                        .renderer(Style.PLAIN)
                        .render(Runs.everything().view()));

        assertWithMessage("a run").that(documented("A run")).containsExactlyElementsIn(keys(json));
    }
}
