package dev.clnrm.bench.action;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both descriptions of the action, the workflows, and what is written of them, name the same inputs. */
class WorkflowsTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path ROOT = Path.of("").toAbsolutePath().resolveSibling("");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    private static JsonNode yaml(Path file) throws IOException {
        return YAML.readTree(file.toFile());
    }

    private static Set<String> names(JsonNode map) {
        Set<String> names = new TreeSet<>();
        map.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> rows(String section) {
        Set<String> rows = new TreeSet<>();
        Matcher row = ROW.matcher(section);
        while (row.find()) {
            rows.add(row.group(1));
        }
        return rows;
    }

    private static List<Path> workflows() throws IOException {
        try (Stream<Path> own = Files.list(ROOT.resolve(".github/workflows"));
                Stream<Path> examples = Files.list(ROOT.resolve("docs/examples"))) {
            return Stream.concat(own, examples)
                    .filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void both_descriptions_have_the_same_inputs_and_outputs() throws IOException {
        JsonNode container = yaml(ROOT.resolve("action.yml"));
        JsonNode host = yaml(ROOT.resolve("host/action.yml"));
        assertThat(host.path("inputs")).isEqualTo(container.path("inputs"));
        assertThat(names(host.path("outputs"))).isEqualTo(names(container.path("outputs")));
    }

    @Test
    void the_host_hands_every_input_over() throws IOException {
        JsonNode host = yaml(ROOT.resolve("host/action.yml"));
        JsonNode step = host.path("runs").path("steps").get(1).path("env");
        for (String input : names(host.path("inputs"))) {
            assertThat(step.path("INPUT_" + input.toUpperCase(java.util.Locale.ROOT))
                            .asText())
                    .isEqualTo("${{ inputs." + input + " }}");
        }
    }

    @Test
    void what_is_written_names_every_input_and_output() throws IOException {
        JsonNode action = yaml(ROOT.resolve("action.yml"));
        String[] sections = Files.readString(ROOT.resolve("docs/ACTION.md")).split("(?m)^## ", -1);
        assertThat(rows(sections[1])).isEqualTo(names(action.path("inputs")));
        assertThat(rows(sections[2])).isEqualTo(names(action.path("outputs")));
    }

    @Test
    void every_step_gives_inputs_there_are() throws IOException {
        Set<String> inputs = names(yaml(ROOT.resolve("action.yml")).path("inputs"));
        int seen = 0;
        for (Path file : workflows()) {
            for (JsonNode job : yaml(file).path("jobs")) {
                for (JsonNode step : job.path("steps")) {
                    String uses = step.path("uses").asText();
                    if (uses.equals("./") || uses.startsWith("clnrm/bench-action@")) {
                        seen++;
                        assertWithMessage("%s", file).that(inputs).containsAtLeastElementsIn(names(step.path("with")));
                    }
                }
            }
        }
        assertThat(seen).isAtLeast(10);
    }

    @Test
    void no_workflow_measures_beside_a_token_of_a_stranger() throws IOException {
        for (Path file : workflows()) {
            assertWithMessage("%s", file).that(Files.readString(file)).doesNotContain("pull_request_target");
        }
    }
}
