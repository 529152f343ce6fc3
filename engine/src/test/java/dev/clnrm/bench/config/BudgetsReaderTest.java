package dev.clnrm.bench.config;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Bytes;
import dev.clnrm.bench.model.Change;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.model.Warmup;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class BudgetsReaderTest {
    static BudgetsFile read(String yaml) throws DeclarationException {
        return BudgetsReader.read("budgets.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static Place at(int line, int column) {
        return new Place("budgets.yaml", line, column);
    }

    private static Budget budget(BudgetsFile file, String pattern) {
        return file.budgets().stream()
                .filter(rule -> rule.pattern().text().equals(pattern))
                .findFirst()
                .orElseThrow()
                .budget();
    }

    @Test
    void reads_the_documented_file() throws DeclarationException {
        BudgetsFile file = read(Golden.text("full.yaml"));
        assertThat(file.suites())
                .containsExactly(
                        new SuiteSource.Dsl(
                                "cleanroom",
                                WrittenClassPath.of("benches/target/benches.jar"),
                                Optional.of("dev.clnrm.benches.CleanroomSuite"),
                                Measure.OPEN,
                                at(5, 3)),
                        new SuiteSource.Jmh(
                                "legacy",
                                WrittenClassPath.ofJar("target/benchmarks.jar"),
                                List.of("com\\.acme\\..*Benchmark.*"),
                                List.of(),
                                Map.of("size", List.of("10", "1000")),
                                Measure.OPEN,
                                at(8, 3)))
                .inOrder();
        assertThat(file.build().command()).hasValue("./mvnw -q -DskipTests package");
        assertThat(file.measure())
                .isEqualTo(new Measure(
                        Optional.of(new Forks(3, 10)),
                        Optional.of(new Warmup.Adaptive(2)),
                        Optional.of(new Iterations(20, 0.1)),
                        Optional.of(600.0),
                        Optional.of(0.95),
                        List.of("-Xmx1g"),
                        Optional.of("17"),
                        List.of()));
        assertThat(file.changes().thresholds()).isEqualTo(new Thresholds(0.15, 0.3, 0.5));
        assertThat(file.changes().failOn()).isEqualTo(FailOn.REGRESSION);
        assertThat(file.changes().tolerance())
                .isEqualTo(new Tolerance(List.of(new Tolerance.Step(1e-5, 0.1), new Tolerance.Step(1e-4, 0.05)), 0.03));
        assertThat(file.hooks())
                .isEqualTo(new Hooks(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of("notify-send 'slower'"),
                        Optional.of(new Webhook("BENCH_WEBHOOK_URL", NotifyWhen.REGRESSED, Webhook.Shape.JSON)),
                        Optional.empty()));
    }

    @Test
    void reads_the_budgets_of_the_documented_file() throws DeclarationException {
        BudgetsFile file = read(Golden.text("full.yaml"));
        assertThat(file.budgets().stream().map(rule -> rule.pattern().text()))
                .containsExactly(
                        "cleanroom/cleanroom_creation",
                        "cleanroom/container_reuse/reuse_existing",
                        "scenario/multi_step_scenario{steps=10}",
                        "memory/*")
                .inOrder();
        assertThat(budget(file, "cleanroom/cleanroom_creation"))
                .isEqualTo(Budget.NONE.withTime(Limit.atMost(new Time(2e-4), at(29, 3))));
        assertThat(budget(file, "cleanroom/container_reuse/reuse_existing"))
                .isEqualTo(Budget.NONE
                        .withLabel("Container Reuse")
                        .withCategory("Core")
                        .withTime(
                                new Limit<>(new Time(5e-6), Optional.of(new Time(2e-5)), Optional.of(99.0), at(33, 5)))
                        .withAllocation(Limit.atMost(new Bytes(512), at(34, 5)))
                        .withTimeChange(new Change(
                                Optional.of(0.05), Optional.empty(), Optional.empty(), Optional.of(0.2), at(35, 5)))
                        .withBecause("every test after the first pays it")
                        .withOwner("@clnrm/core"));
        assertThat(budget(file, "memory/*"))
                .isEqualTo(Budget.NONE.withAllocationChange(Change.within(0.01, at(39, 16))));
    }

    @Test
    void reads_the_laws_and_waivers_of_the_documented_file() throws DeclarationException {
        BudgetsFile file = read(Golden.text("full.yaml"));
        assertThat(file.laws().stream().map(LawRule::law))
                .containsExactly(
                        new Law.Ratio(
                                "container reuse pays",
                                "cleanroom/container_reuse/first_creation",
                                "cleanroom/container_reuse/reuse_existing",
                                10,
                                at(42, 3)),
                        new Law.Exponent(
                                "steps scale linearly", "scenario/multi_step_scenario", "steps", 0.95, 1.05, at(43, 3)),
                        new Law.Efficiency(
                                "concurrency pays", "cleanroom/concurrent_operations", "tasks", 50, 3, at(44, 3)))
                .inOrder();
        assertThat(file.waivers())
                .containsExactly(new Waiver(
                        CasePatterns.of("scenario/scenario_with_policy{level=high}"),
                        LocalDate.of(2027, 3, 1),
                        "audit records, see",
                        at(47, 11),
                        at(48, 12)));
    }

    @Test
    void warns_of_a_number_that_is_a_comment() throws DeclarationException {
        BudgetsFile file = read("waivers:\n- {case: a, until: 2027-03-01,\n   because: see #41\n  }\n");
        assertThat(DiagnosticRenderer.render(file.warnings())).isEqualTo("""
                        budgets.yaml:3:17: warning: `#41` starts a comment and is not read
                            3 |    because: see #41
                              |                 ^^^
                              help: put the whole text in quotes if it belongs to it
                        """);
    }

    @Test
    void reads_who_is_told_of_a_result() throws DeclarationException {
        BudgetsFile file = read("notify: {webhook: {url-from: URL, as: slack}}\nhooks: {on-regression: say slower}\n");

        assertThat(file.hooks().onRegression()).containsExactly("say slower");
        assertThat(file.hooks().webhook()).hasValue(new Webhook("URL", NotifyWhen.REGRESSED, Webhook.Shape.SLACK));
        assertThat(file.warnings()).isEmpty();
    }

    @Test
    void the_folder_of_a_jdk_is_relative_to_the_file() throws DeclarationException {
        for (List<String> one :
                List.of(List.of("jdks/17", "sub/jdks/17"), List.of("/jdks/17", "/jdks/17"), List.of("17", "17"))) {
            byte[] yaml = ("measure: {java: " + one.get(0) + "}").getBytes(StandardCharsets.UTF_8);

            assertThat(BudgetsReader.read("sub/budgets.yaml", yaml).measure().java())
                    .hasValue(one.get(1));
        }
    }

    @Test
    void reads_the_older_form() throws DeclarationException {
        BudgetsFile file = read("performance_budgets: {cleanroom_creation: 200us}");
        assertThat(budget(file, "cleanroom_creation").time()).hasValue(Limit.atMost(new Time(2e-4), at(1, 23)));
    }

    @Test
    void merges_the_keys_of_an_anchor() throws DeclarationException {
        Budget budget = budget(read(Golden.text("every-key.yaml")), "a/x");
        assertThat(budget.because()).hasValue("shared");
        assertThat(budget.owner()).hasValue("@team");
        assertThat(budget.label()).hasValue("X");
    }

    @ParameterizedTest
    @EnumSource(Section.class)
    void the_example_has_every_known_key(Section section) throws DeclarationException {
        String yaml = Golden.text("every-key.yaml");
        read(yaml);
        for (String key : section.keys()) {
            assertThat(yaml).containsMatch("(?m)(^|[{ ])" + key + ":");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1 ns, 1e-9",
        "1.5us, 1.5e-6",
        "2 \u00b5s, 2e-6",
        "3 \u03bcs, 3e-6",
        "4ms, 0.004",
        "5 s, 5",
        "2 min, 120",
        "at  most 1e3 ns, 1e-6",
        ".5 s, 0.5",
        "+7 s, 7",
        "0.1 us, 1e-7"
    })
    void reads_times_to_the_nearest_double(String text, double seconds) throws DeclarationException {
        Budget budget = budget(read("budgets: {\"a\": \"" + text + "\"}"), "a");
        assertThat(budget.time().orElseThrow().atMost().seconds()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({"1 B, 1", "2KiB, 2048", "1.5 MiB, 1572864", "1 GiB, 1073741824", "3 kB, 3000", "4 MB, 4000000", "0 B, 0"
    })
    void reads_amounts_of_memory(String text, double bytes) throws DeclarationException {
        Budget budget = budget(read("budgets: {a: " + text + "}"), "a");
        assertThat(budget.allocation().orElseThrow().atMost().bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"1.00 +- 0.05, 0.95, 1.05", "1\u00b10.1, 0.9, 1.1", "0.5 to 2, 0.5, 2", "0 +/- 0.1, -0.1, 0.1"})
    void reads_ranges(String text, double low, double high) throws DeclarationException {
        BudgetsFile file = read("laws: {l: {exponent of: a, over: n, within: " + text + "}}");
        assertThat(file.laws().get(0).law()).isEqualTo(new Law.Exponent("l", "a", "n", low, high, at(1, 8)));
    }

    @Test
    void refuses_a_large_file_at_once(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("budgets.yaml");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(10 << 20);
        }
        assertThat(said(path, folder)).isEqualTo("""
                        budgets.yaml: error: the file has 10,485,760 bytes; the limit is 1,048,576
                              help: check that this is the right file
                        """);
    }

    @Test
    void says_what_to_do_about_a_missing_file(@TempDir Path folder) {
        assertThat(said(folder.resolve("budgets.yaml"), folder)).isEqualTo("""
                        budgets.yaml: error: there is no such file
                              help: create it; with the schema that `clnrm-bench schema` prints, an editor completes it
                        """);
    }

    @Test
    void names_a_file_with_a_similar_name(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("budget.yml"));
        assertThat(said(folder.resolve("budgets.yaml"), folder)).contains("help: did you mean `");
        assertThat(said(folder.resolve("budgets.yaml"), folder)).endsWith("budget.yml, or rename it to budgets.yaml\n");
    }

    @Test
    void names_the_file_of_a_folder_above_inside_the_repository(@TempDir Path folder) throws IOException {
        Path deep = Files.createDirectories(folder.resolve("project/module/src"));
        Path outside = Files.createFile(folder.resolve("budgets.yaml"));
        Files.createDirectory(folder.resolve("project/.git"));
        assertThat(said(deep.resolve("budgets.yaml"), deep)).contains("help: create it;");

        Path file = Files.createFile(folder.resolve("project/budgets.yaml"));
        assertThat(said(deep.resolve("budgets.yaml"), deep))
                .contains("help: there is one in " + file.getParent() + ": run the command there, or give it with -f "
                        + file);
        assertThat(Files.exists(outside)).isTrue();
    }

    @Test
    void refuses_a_folder(@TempDir Path folder) throws IOException {
        Path path = Files.createDirectory(folder.resolve("budgets.yaml"));
        assertThat(said(path, folder)).isEqualTo("""
                        budgets.yaml: error: this is a folder, not a file
                              help: name the file in it
                        """);
    }

    @Test
    void reads_a_file_by_its_path(@TempDir Path folder) throws IOException, DeclarationException {
        Path path = Files.writeString(folder.resolve("b.yaml"), "build: make");
        BudgetsFile file = BudgetsReader.read(path);
        assertThat(file.path()).isEqualTo(path.toString());
        assertThat(file.build()).isEqualTo(new BuildRule(Optional.of("make"), true, List.of()));
    }

    @Test
    void reads_what_is_laid_over_the_base() throws DeclarationException {
        assertThat(read("overlay: [bench, ./tools/input/]").build())
                .isEqualTo(new BuildRule(Optional.empty(), true, List.of("bench", "tools/input")));
        assertThat(read("overlay: off").build()).isEqualTo(new BuildRule(Optional.empty(), false, List.of()));
        for (String wrong : List.of("/etc", "../other", "a/../../b", "[off, bench]", "src/*/java", "''")) {
            DeclarationException fault = assertThrows(DeclarationException.class, () -> read("overlay: " + wrong));
            assertThat(fault.diagnostics()).hasSize(1);
        }
    }

    @Test
    void refuses_texts_that_are_too_long() {
        String digits = "1,000".repeat(5000);
        assertThat(messages("budgets: {a: \"" + digits + " us\"}"))
                .containsExactly("a text of more than 10,000 characters");
        assertThat(messages("suites: {a: {jar: x, include: \"" + "(".repeat(1001) + "\"}}"))
                .containsExactly("a regular expression of more than 1000 characters");
        assertThat(messages("suites: {a: {jar: x, include: \"" + "(".repeat(100) + "\"}}"))
                .containsExactly("not a regular expression: Unclosed group");
    }

    private static List<String> messages(String yaml) {
        DeclarationException fault = assertThrows(DeclarationException.class, () -> read(yaml));
        return fault.diagnostics().stream().map(Diagnostic::message).toList();
    }

    @Test
    void stops_listing_after_a_thousand_faults() {
        DeclarationException fault = assertThrows(DeclarationException.class, () -> read(lines(3000)));
        assertThat(fault.diagnostics()).hasSize(1001);
        assertThat(fault.diagnostics().get(1000).message()).isEqualTo("too many faults; 2000 more are not shown");
    }

    private static String lines(int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append("zzz").append(i).append(": 1\n");
        }
        return out.toString();
    }

    private static String said(Path path, Path folder) {
        DeclarationException fault = assertThrows(DeclarationException.class, () -> BudgetsReader.read(path));
        return DiagnosticRenderer.render(fault.diagnostics()).replace(folder + "/", "");
    }
}
