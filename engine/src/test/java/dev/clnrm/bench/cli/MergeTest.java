package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clnrm.bench.app.Judged;
import dev.clnrm.bench.app.MergedRun;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.BudgetsReader;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.Strictness;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.model.Warmup;
import dev.clnrm.bench.plan.Effort;
import dev.clnrm.bench.report.Platforms;
import dev.clnrm.bench.report.format.Format;
import dev.clnrm.bench.report.markdown.Links;
import dev.clnrm.bench.report.markdown.Occasion;
import dev.clnrm.bench.report.markdown.Templates;
import dev.clnrm.bench.runs.CaseFacts;
import dev.clnrm.bench.runs.CheckedOut;
import dev.clnrm.bench.runs.MeasuredCode;
import dev.clnrm.bench.runs.PlannedCases;
import dev.clnrm.bench.runs.RunEnd;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.runs.RunRequest;
import dev.clnrm.bench.runs.SampleRun;
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.JournalEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same samples as one run and as parts of it. */
class MergeTest {
    private static final Instant STARTED = Instant.parse("2026-01-31T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
    private static final int CASES = 68;
    private static final int PARTS = 4;

    @TempDir
    private Path temporary = Path.of("");

    private static Law ratio() {
        return new Law.Ratio(
                "growing costs", "parsing/growing_0{size=100}", "parsing/growing_0{size=10}", 2, Place.UNKNOWN);
    }

    private static RunManifest manifest(int sides, List<CaseName> cases, Set<String> left, Optional<String> shard) {
        Budget budget = Budget.NONE.withTime(Limit.atMost(new Time(1e-6), new Place("DemoSuite.java", 12, 1)));
        return RunManifest.begin(
                STARTED,
                new RunRequest(
                        Optional.empty(), List.of(), Optional.of("budgets.yaml"), 7, Map.of(), shard, Optional.empty()),
                sides == 2 ? MeasuredCode.of(commit("main", "3f2c1ab"), commit("topic", "9d0e77c")) : SampleRun.CODE,
                Optional.of(SampleRun.MACHINE),
                new PlannedCases(
                        cases.stream().map(MergeTest::facts).toList(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        sides == 2 ? Optional.of(6) : Optional.empty(),
                        Optional.empty()),
                Optional.of(new DeclaredRules(
                        cases, left, Map.of("parsing/operation_0/step_2", budget), List.of(ratio()), Map.of())));
    }

    private static CheckedOut commit(String label, String hash) {
        return new CheckedOut(Optional.of(label), Optional.of(hash.repeat(5) + "00000"), false);
    }

    private static CaseFacts facts(CaseName name) {
        return new CaseFacts(
                name.toString(),
                Optional.empty(),
                Optional.of(new Effort(new Forks(3, 6), new Warmup.Adaptive(2), new Iterations(10, 0.1))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Path write(
            String name,
            int sides,
            List<CaseName> cases,
            List<CaseName> all,
            List<JournalEntry> records,
            Optional<String> shard) {
        Set<String> left = all.stream()
                .filter(one -> !cases.contains(one))
                .map(CaseName::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Path folder = temporary.resolve(name);
        try (RunFolder run = RunFolder.createAt(folder, manifest(sides, cases, left, shard));
                Journal journal = run.journal()) {
            records.stream().filter(one -> cases.contains(one.name())).forEach(journal::append);
            run.end(run.manifest().ended(RunManifest.State.FINISHED, RunEnd.NONE, STARTED.plusSeconds(600)));
        }
        return folder;
    }

    private static List<JournalEntry> records(int sides) {
        List<String> names = sides == 2 ? List.of("base", "head") : List.of("head");
        return new SampleRun(CASES, names, 6, 42, 1).records(STARTED);
    }

    private static List<CaseName> names(List<JournalEntry> records) {
        return records.stream().map(JournalEntry::name).distinct().toList();
    }

    private List<Path> parts(int sides) {
        List<JournalEntry> records = records(sides);
        List<CaseName> all = names(records);
        List<Path> parts = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            int number = part;
            List<CaseName> mine = IntStream.range(0, all.size())
                    .filter(i -> i % PARTS == number)
                    .mapToObj(all::get)
                    .toList();
            parts.add(write("part-" + (part + 1), sides, mine, all, records, Optional.of((part + 1) + "/" + PARTS)));
        }
        return parts;
    }

    private Judged judged(Path run, String budgets) throws Exception {
        BudgetsFile file = BudgetsReader.read("budgets.yaml", budgets.getBytes(StandardCharsets.UTF_8));
        return Judged.of(run, Judged.Terms.of(file, Strictness.USUAL), TODAY);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void four_parts_say_what_one_run_says(int sides) throws Exception {
        List<JournalEntry> records = records(sides);
        List<CaseName> all = names(records);
        Path whole = write("whole", sides, all, all, records, Optional.empty());
        Path merged = temporary.resolve("merged");
        List<Path> parts = parts(sides);
        MergedRun.write(List.of(parts.get(2), parts.get(0), parts.get(3), parts.get(1)), merged);
        String budgets = "version: 1\nbudgets:\n  collections/*:\n    time: at most 50 us\n";

        Judged one = judged(whole, budgets);
        Judged four = judged(merged, budgets);

        assertThat(one.report().exit()).isEqualTo(1);
        assertThat(four.in(Format.JSON)).isEqualTo(one.in(Format.JSON));
        Occasion occasion = Occasion.of(Links.NONE);
        Templates own = Templates.own();
        assertThat(own.comment(Platforms.of(four.report()), occasion))
                .isEqualTo(own.comment(Platforms.of(one.report()), occasion));
        assertThat(four.summary(occasion)).isEqualTo(one.summary(occasion));
        assertThat(four.breaches()).isEqualTo(one.breaches());
        assertThat(one.breaches().stream().map(breach -> breach.path())).contains("DemoSuite.java");
        assertThat(one.in(Format.JSON)).contains("growing costs");
    }

    @Test
    void a_comparison_with_a_changed_work_tree_is_repeated_by_a_check() throws Exception {
        List<JournalEntry> records = records(2);
        List<CaseName> all = names(records);
        Path run = write("whole", 2, all, all, records, Optional.empty());
        assertThat(again(run))
                .containsAtLeast("clnrm-bench", "compare", "3f2c1ab", "9d0e77c")
                .inOrder();

        Path manifest = run.resolve("run.json");
        JsonNode json = new ObjectMapper().readTree(manifest.toFile());
        json.findParents("label").stream()
                .filter(side -> side.path("label").asText().equals("topic"))
                .forEach(side -> ((ObjectNode) side).put("dirty", true));
        new ObjectMapper().writeValue(manifest.toFile(), json);

        assertThat(again(run))
                .containsAtLeast("clnrm-bench", "check", "--base", "3f2c1ab")
                .inOrder();
    }

    private List<String> again(Path run) throws Exception {
        return judged(run, "version: 1\n").report().facts().command();
    }

    @Test
    void a_part_that_is_missing_is_refused() {
        List<Path> parts = parts(2);
        UserException fault = assertThrows(
                UserException.class, () -> MergedRun.write(parts.subList(0, 3), temporary.resolve("merged")));
        assertThat(fault).hasMessageThat().isEqualTo("missing: part 4/4");
    }

    @Test
    void a_part_named_twice_is_refused() {
        Path part = parts(1).get(0);
        assertThrows(UserException.class, () -> MergedRun.write(List.of(part, part), temporary.resolve("merged")));
    }

    @Test
    void parts_of_other_commits_are_refused() throws IOException {
        List<JournalEntry> records = records(2);
        List<CaseName> all = names(records);
        Path one = write("one", 2, all.subList(0, 2), all, records, Optional.empty());
        Path other = write("other", 1, all.subList(2, 4), all, records, Optional.empty());
        UserException fault = assertThrows(
                UserException.class, () -> MergedRun.write(List.of(one, other), temporary.resolve("merged")));
        assertThat(fault).hasMessageThat().contains("are not parts of one run: their `sides` differ");
    }

    @Test
    void a_law_of_a_case_left_out_on_purpose_is_not_judged() throws Exception {
        Judged part = judged(parts(1).get(0), "version: 1\n");
        assertThat(part.in(Format.JSON)).doesNotContain("growing costs");
    }

    @Test
    void a_case_that_was_to_be_measured_and_was_not_is_told() throws Exception {
        List<JournalEntry> records = records(2);
        List<CaseName> all = names(records);
        List<JournalEntry> fewer =
                records.stream().filter(one -> !one.name().equals(all.get(10))).toList();
        Judged judged = judged(write("fewer", 2, all, all, fewer, Optional.empty()), "version: 1\nfail-on: never\n");
        assertThat(judged.in(Format.JSON)).contains(all.get(10).toString());
    }

    @Test
    void what_the_file_says_comes_before_what_code_says() throws Exception {
        List<JournalEntry> records = records(1);
        List<CaseName> all = names(records);
        Path run = write("whole", 1, all, all, records, Optional.empty());
        Judged by = judged(run, "version: 1\nbudgets:\n  parsing/operation_0/step_2:\n    time: at most 1 s\n");
        assertThat(by.breaches()).isEmpty();
    }
}
