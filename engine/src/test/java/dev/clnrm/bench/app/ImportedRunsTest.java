package dev.clnrm.bench.app;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.git.Sandbox;
import dev.clnrm.bench.runs.CaseSummary;
import dev.clnrm.bench.samples.DataJs;
import dev.clnrm.bench.samples.DatedResults;
import dev.clnrm.bench.samples.JmhEntry;
import dev.clnrm.bench.samples.JmhJson;
import dev.clnrm.bench.samples.JmhResult;
import dev.clnrm.bench.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedRunsTest {
    private static final Instant WHEN = Instant.parse("2026-01-31T12:00:00Z");
    private static final JmhEntry GET = JmhEntry.of("org.acme.Map.get", 100);

    @TempDir
    private Path folder = Path.of("");

    private RunStore store() {
        return RunStore.in(folder.resolve("store"));
    }

    private List<CaseSummary> imported(Optional<String> suite, JmhEntry... entries) throws IOException {
        List<JmhResult> results =
                JmhJson.read(Files.writeString(folder.resolve("result.json"), JmhEntry.file(entries)));
        new ImportedRuns(store(), suite, UnaryOperator.identity())
                .add(List.of(new DatedResults(WHEN, Optional.empty(), Optional.empty(), results)));
        return store().read().runs().get(0).summary().cases();
    }

    private static String text(CaseSummary one) {
        return one.key().name() + " " + Math.round(one.seconds().get(2) * 1e9) + " ns "
                + one.seconds().size() + " "
                + one.conditions().jdk().orElse("") + one.conditions().flags().orElse(List.of());
    }

    @Test
    void a_benchmark_with_two_sets_of_arguments_becomes_two() throws IOException {
        JmhEntry other = JmhEntry.of("org.acme.Map.get", 200).args("-Xmx1g", "-XX:+UseSerialGC");
        assertThat(imported(Optional.empty(), GET.args("-Xmx1g"), other).stream()
                        .map(ImportedRunsTest::text))
                .containsExactly(
                        "org.acme.Map/get [no further flags] 100 ns 5 21.0.4[-Xmx1g]",
                        "org.acme.Map/get [-XX:+UseSerialGC] 200 ns 5 21.0.4[-Xmx1g, -XX:+UseSerialGC]");
    }

    @Test
    void a_benchmark_on_two_jdks_with_two_batch_sizes_becomes_two_of_a_suite() throws IOException {
        JmhEntry other = JmhEntry.of("org.acme.Map.get", 200).jdk("17.0.9").batch(10);
        assertThat(imported(Optional.of("maps"), GET, other).stream().map(ImportedRunsTest::text))
                .containsExactly(
                        "maps/org.acme.Map.get [JDK 21, batch size 1] 100 ns 5 21.0.4[]",
                        "maps/org.acme.Map.get [JDK 17, batch size 10] 200 ns 5 17.0.9[]");
    }

    @Test
    void numbers_of_threads_stay_variants() throws IOException {
        List<CaseSummary> cases = imported(
                Optional.empty(), GET, JmhEntry.of("org.acme.Map.get", 200).threads(8));
        assertThat(cases.stream().map(one -> one.key().name().variant()))
                .containsExactly(Optional.of("1 thread"), Optional.of("8 threads"));
        assertThat(cases.stream().map(ImportedRunsTest::text))
                .containsExactly(
                        "org.acme.Map/get [1 thread] 100 ns 5 21.0.4[]",
                        "org.acme.Map/get [8 threads] 200 ns 5 21.0.4[]");
    }

    @Test
    void groups_are_machines_and_one_group_is_not() throws IOException {
        String group = "[{\"commit\": {\"id\": \"3f2c1ab\"}, \"date\": 1769860800000,"
                + " \"benches\": [{\"name\": \"org.acme.Map.get\", \"value\": 100, \"unit\": \"ns/op\"}]}]";
        String entries = "{\"entries\": {\"ubuntu\": " + group + ", \"macos\": " + group + "}}";
        Path file = Files.writeString(folder.resolve("data.js"), entries);
        ImportedRuns importing = new ImportedRuns(store(), Optional.empty(), UnaryOperator.identity());
        assertThat(importing.add(DataJs.read(file).runs())).isEqualTo(2);
        assertThat(importing.add(DataJs.read(file).runs())).isEqualTo(0);
        assertThat(store().read().runs().stream()
                        .map(run -> run.summary().cases().get(0).conditions().host()))
                .containsExactly(Optional.of("ubuntu"), Optional.of("macos"));

        Files.writeString(file, "{\"entries\": {\"Benchmark\": " + group + "}}");
        assertThat(DataJs.read(file).runs().get(0).machine()).isEmpty();
    }

    @Test
    void the_first_digits_of_a_commit_become_its_hash() throws IOException {
        Sandbox project = Sandbox.at(folder.resolve("project"));
        String head = project.write("README", "hello\n").commit("one");
        String brief = head.substring(0, 7);
        project.git("branch", "deadbee");
        Path budgets = project.folder().resolve("budgets.yaml");
        UnaryOperator<String> hashes = commit -> Project.hash(commit, budgets, System.getenv());
        List<JmhResult> results = JmhJson.read(Files.writeString(folder.resolve("result.json"), JmhEntry.file(GET)));
        List<DatedResults> dated = List.of(new DatedResults(WHEN, Optional.of(brief), Optional.empty(), results));
        assertThat(new ImportedRuns(store(), Optional.empty(), hashes).add(dated))
                .isEqualTo(1);
        assertThat(store().read().runs().get(0).summary().commit()).hasValue(head);
        assertThat(new ImportedRuns(store(), Optional.empty(), UnaryOperator.identity()).add(dated))
                .isEqualTo(0);
        for (String unknown : List.of("0000000", "deadbee", "HEAD", "--all", "")) {
            assertThat(hashes.apply(unknown)).isEqualTo(unknown);
        }
        assertThat(Project.hash(brief, folder.resolve("budgets.yaml"), Map.of()))
                .isEqualTo(brief);
    }

    @Test
    void old_runs_that_a_branch_would_remove_are_not_counted() throws IOException {
        Sandbox project = Sandbox.at(folder.resolve("project"));
        project.write("README", "hello\n").commit("one");
        RunStore branch = RunStore.of("git:performance", project.folder(), folder.resolve("fetched"), System.getenv());
        List<JmhResult> results = JmhJson.read(Files.writeString(folder.resolve("result.json"), JmhEntry.file(GET)));
        List<DatedResults> dated = Stream.of(0, 3600, 200 * 86_400)
                .map(later -> new DatedResults(
                        WHEN.minusSeconds(400 * 86_400L).plusSeconds(later),
                        Optional.of("3f2c1ab"),
                        Optional.empty(),
                        results))
                .toList();
        ImportedRuns importing = new ImportedRuns(branch, Optional.empty(), UnaryOperator.identity());
        assertThat(importing.add(dated)).isEqualTo(2);
        assertThat(importing.add(dated)).isEqualTo(0);
        assertThat(branch.read().runs()).hasSize(2);
    }
}
