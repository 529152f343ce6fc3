package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;
import static dev.clnrm.bench.judge.RunParts.TODAY;
import static dev.clnrm.bench.judge.RunParts.file;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How sure a case has to be, and who says it. */
class ConfidencesTest {
    private static final CaseName GET = new CaseName("maps", "get", Map.of("size", "10"));
    private static final CaseName PUT = new CaseName("maps", "put", Map.of());
    private static final CaseName SORT = new CaseName("lists", "sort", Map.of());

    private static DeclaredRules code(Map<String, Double> confidence) {
        return new DeclaredRules(List.of(GET, PUT, SORT), Set.of(), Map.of(), List.of(), confidence);
    }

    private static BudgetsFile ofAllAndOneSuite() throws Exception {
        return file(
                "measure:",
                "  confidence: 90 %",
                "suites:",
                "  maps:",
                "    classpath: maps.jar",
                "    measure:",
                "      confidence: 99 %");
    }

    @Test
    void where_nobody_says_anything_it_is_95_percent() throws Exception {
        assertThat(Confidences.of(file(), DeclaredRules.NONE).of(GET)).isEqualTo(0.95);
        assertThat(Confidences.of(file(), DeclaredRules.NONE).ofAll()).isEqualTo(0.95);
    }

    @Test
    void the_file_says_it_of_all_and_of_a_suite() throws Exception {
        Confidences all = Confidences.of(ofAllAndOneSuite(), DeclaredRules.NONE);
        assertThat(List.of(all.of(GET), all.of(PUT), all.of(SORT)))
                .containsExactly(0.99, 0.99, 0.9)
                .inOrder();
        assertThat(all.ofAll()).isEqualTo(0.9);
    }

    @Test
    void a_benchmark_comes_before_the_file_and_the_file_before_a_suites_own_code() throws Exception {
        Confidences all = Confidences.of(ofAllAndOneSuite(), code(Map.of("maps/get", 0.8, "maps", 0.7, "lists", 0.6)));
        assertThat(List.of(all.of(GET), all.of(PUT), all.of(SORT)))
                .containsExactly(0.8, 0.99, 0.6)
                .inOrder();
        assertThat(all.ofAll()).isEqualTo(0.9);
    }

    @Test
    void a_stranger_says_nothing_of_it() throws Exception {
        DeclaredRules claimed = new DeclaredRules(
                List.of(GET, SORT), Set.of(), Map.of(), List.of(), Map.of("maps/get", 0.8, "lists", 0.6));
        RunSamples run = RunSamples.of(new Side("", Optional.empty(), List.of()), claimed);
        Rules rules = Rules.ofStranger(ofAllAndOneSuite(), run, Selection.ALL, false, TODAY);
        assertThat(rules.confidence(GET)).isEqualTo(0.99);
        assertThat(rules.confidence(SORT)).isEqualTo(0.9);
        assertThat(rules.confidence()).isEqualTo(0.9);
        assertThat(rules.confidence(List.of(GET, SORT))).isEqualTo(0.99);
    }
}
