package dev.clnrm.bench.action;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clnrm.bench.app.Judged;
import dev.clnrm.bench.app.Judged.Origin;
import dev.clnrm.bench.config.BudgetsReader;
import dev.clnrm.bench.judge.Selection;
import dev.clnrm.bench.judge.Strictness;
import dev.clnrm.bench.judge.Trust;
import dev.clnrm.bench.report.Platforms;
import dev.clnrm.bench.report.markdown.Links;
import dev.clnrm.bench.report.markdown.Occasion;
import dev.clnrm.bench.report.markdown.Templates;
import dev.clnrm.bench.runs.Bundle;
import dev.clnrm.bench.samples.UnreadableFileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every field of a bundle in turn holds what it never should: it is refused or judged, never good, and never text that means something. */
class StrangersBundleFuzzTest {
    private static final String ACTIVE = "<script>alert(66)</script> @everyone <!-- clnrm-bench:main --> ` | ](x)";

    private static final List<String> WRONG = List.of(
            "null",
            "\"\"",
            "\"NaN\"",
            "-1",
            "1e308",
            "9223372036854775808",
            "true",
            "[]",
            "{}",
            "[".repeat(60) + "]".repeat(60),
            "\"" + ACTIVE + "\"");

    private static final String BUDGETS =
            "version: 1\nbudgets:\n  s/slower:\n    time: at most 2 us\n  s/same:\n    time: at most 2 us\n";

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path temporary = Path.of("");

    private StrangersBundle bundle = new StrangersBundle(Path.of(""));
    private int judged;
    private int refused;

    @BeforeEach
    void write() throws Exception {
        bundle = new StrangersBundle(temporary).write(1.5, 5);
    }

    @Test
    void run_json() throws Exception {
        Path file = bundle.folder().resolve("run.json");
        JsonNode honest = JSON.readTree(Files.readString(file));
        for (List<Object> path : paths(honest)) {
            for (String wrong : WRONG) {
                JsonNode run = honest.deepCopy();
                put(run, path, wrong);
                Files.writeString(file, JSON.writeValueAsString(run));
                never_good(path + " = " + wrong);
            }
        }
        assertThat(judged).isGreaterThan(200);
        assertThat(refused).isGreaterThan(10);
    }

    @Test
    void samples() throws Exception {
        Path file = bundle.folder().resolve("samples.ndjson");
        List<String> honest = Files.readAllLines(file);
        for (List<Object> path : paths(JSON.readTree(honest.get(0)))) {
            for (String wrong : WRONG) {
                StringBuilder lines = new StringBuilder();
                for (String line : honest) {
                    JsonNode fork = JSON.readTree(line);
                    if (StrangersBundle.isSlower(fork) && StrangersBundle.isHead(fork)) {
                        put(fork, path, wrong);
                    }
                    lines.append(JSON.writeValueAsString(fork)).append('\n');
                }
                Files.writeString(file, lines);
                never_good(path + " = " + wrong);
            }
        }
        assertThat(judged).isGreaterThan(20);
        assertThat(refused).isGreaterThan(100);
    }

    private void never_good(String what) throws Exception {
        Path copy = Files.createTempDirectory(temporary, "copy");
        try {
            Bundle.open(bundle.folder(), copy);
        } catch (UnreadableFileException e) {
            refused++;
            return;
        }
        judged++;
        Judged said = Judged.of(
                copy,
                new Judged.Terms(
                        BudgetsReader.read("budgets.yaml", BUDGETS.getBytes(StandardCharsets.UTF_8)),
                        Optional.empty(),
                        Strictness.USUAL,
                        List.of(),
                        new Origin(Trust.FROM_A_STRANGER, Selection.ALL, true)),
                LocalDate.EPOCH);
        assertWithMessage(what).that(said.rank()).isGreaterThan(0);
        Occasion occasion = Occasion.of(Links.NONE);
        for (String text : List.of(
                Templates.own().comment(Platforms.of(said.report()), occasion),
                said.summary(occasion),
                Templates.own().issue(Platforms.of(said.report()), occasion))) {
            String plain = text.replaceAll("(?s)```.*?```|<pre>.*?</pre>|<code>.*?</code>|`[^`\n]*`", "");
            assertWithMessage(what).that(plain).doesNotContain("@everyone");
            assertWithMessage(what).that(text).doesNotContain("<script");
            assertWithMessage(what).that(plain).doesNotContain("clnrm-bench:main");
        }
        if (what.contains(ACTIVE)) {
            assertWithMessage(what).that(said.page()).doesNotContain("<script>alert(66)");
        }
    }

    private static void put(JsonNode in, List<Object> path, String wrong) throws Exception {
        JsonNode at = in;
        for (Object step : path.subList(0, path.size() - 1)) {
            at = step instanceof Integer place ? at.get(place) : at.get(String.valueOf(step));
        }
        Object last = path.get(path.size() - 1);
        JsonNode value = JSON.readTree(wrong);
        if (at instanceof ObjectNode object) {
            object.set(String.valueOf(last), value);
        } else if (at instanceof ArrayNode array && last instanceof Integer place) {
            array.set(place, value);
        }
    }

    /** Where there is something: of lists the first entry alone. */
    private static List<List<Object>> paths(JsonNode root) {
        List<List<Object>> found = new ArrayList<>();
        if (root instanceof ObjectNode object) {
            object.properties().forEach(field -> below(field.getKey(), field.getValue(), found));
        } else if (root instanceof ArrayNode array && !array.isEmpty()) {
            below(0, array.get(0), found);
        }
        return found;
    }

    private static void below(Object step, JsonNode value, List<List<Object>> found) {
        found.add(List.of(step));
        for (List<Object> path : paths(value)) {
            List<Object> whole = new ArrayList<>(List.of(step));
            whole.addAll(path);
            found.add(whole);
        }
    }
}
