package dev.clnrm.bench.runs;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummariesTest {
    private static final Conditions CONDITIONS = new Conditions(
            Optional.of("a machine"),
            Optional.of("17.0.15"),
            Optional.empty(),
            Optional.of(List.of("-Xmx1g", "-Dname=\"ü\"")),
            Optional.of("compiler"));
    private static final RunSummary RUN = new RunSummary(
            "20260131-120000-3f2c1a",
            Instant.parse("2026-01-31T12:00:00Z"),
            Optional.of("3f2c1ab"),
            true,
            Optional.of(new CheckedOut(Optional.of("v1.4"), Optional.of("3f2c1ab"), false)),
            List.of("20260131-110000-aaaaaa"),
            List.of(
                    new CaseSummary(
                            new CaseKey(new CaseName("s", "</b>", Map.of("size", "1")), Mode.AVERAGE),
                            CONDITIONS,
                            Values.of(1e-6, Double.NaN, 3.3333333333333335e-7),
                            0.012345678901234567,
                            Values.of(0, 16, 24.5),
                            1,
                            Optional.of(new Interval(1.1, 1.2, 1.3, 0.95))),
                    new CaseSummary(
                            new CaseKey(new CaseName("s", "failed", Map.of()), Mode.THROUGHPUT),
                            Conditions.UNKNOWN,
                            Values.NONE,
                            0,
                            Values.NONE,
                            3,
                            Optional.empty())));

    @TempDir
    private Path temporary = Path.of("");

    private Path folder = Path.of("");
    private int made;
    private final Summaries summaries = new Summaries(run -> {
        made++;
        return RUN;
    });

    @BeforeEach
    void keep() throws IOException {
        folder = temporary.resolve("run");
        try (RunFolder run = RunFolder.createAt(folder, SampleRun.begun(Instant.EPOCH))) {
            run.end(run.manifest().ended(RunManifest.State.FINISHED, RunEnd.NONE, Instant.EPOCH));
        }
        Files.writeString(folder.resolve("samples.ndjson"), "");
    }

    private Path file() {
        return folder.resolve("summary.json");
    }

    @Test
    void it_is_made_once_and_read_back_as_it_was() {
        assertThat(summaries.of(folder)).hasValue(RUN);
        assertThat(summaries.of(folder)).hasValue(RUN);
        assertThat(made).isEqualTo(1);
    }

    @Test
    void a_deleted_one_is_made_again() throws IOException {
        summaries.of(folder);
        Files.delete(file());
        assertThat(summaries.of(folder)).hasValue(RUN);
        assertThat(made).isEqualTo(2);
        assertThat(Files.exists(file())).isTrue();
    }

    @Test
    void one_of_another_format_is_made_again() throws IOException {
        summaries.of(folder);
        Files.writeString(file(), Files.readString(file()).replace("{\"format\":7,", "{\"format\":3,"));
        assertThat(summaries.of(folder)).hasValue(RUN);
        assertThat(made).isEqualTo(2);
    }

    @Test
    void one_that_is_older_than_the_samples_is_made_again() throws IOException {
        summaries.of(folder);
        Files.setLastModifiedTime(
                folder.resolve("samples.ndjson"), FileTime.from(Instant.now().plusSeconds(60)));
        summaries.of(folder);
        assertThat(made).isEqualTo(2);
    }

    @Test
    void one_of_samples_of_another_length_is_made_again() throws IOException {
        summaries.of(folder);
        Files.writeString(folder.resolve("samples.ndjson"), "\n");
        Files.setLastModifiedTime(folder.resolve("samples.ndjson"), FileTime.from(Instant.EPOCH));
        summaries.of(folder);
        assertThat(made).isEqualTo(2);
    }

    @Test
    void one_that_is_no_summary_is_made_again() throws IOException {
        for (String text : List.of("", "{", "[]", "{}", "nonsense")) {
            Files.writeString(file(), text);
            assertThat(summaries.of(folder)).hasValue(RUN);
        }
        assertThat(made).isEqualTo(5);
    }

    @Test
    void one_with_an_impossible_variance_is_made_again() throws IOException {
        for (String within : List.of("-1", "\"NaN\"", "\"Infinity\"", "1e999")) {
            summaries.of(folder);
            String text = Files.readString(file());
            Files.writeString(file(), text.replaceFirst("(\"within\":\\[)0\\.0[0-9]+", "$1" + within));
            assertThat(Files.readString(file())).isNotEqualTo(text);
            assertThat(summaries.of(folder)).hasValue(RUN);
        }
        assertThat(made).isEqualTo(5);
    }

    @Test
    void one_whose_lines_do_not_belong_together_is_made_again() throws IOException {
        for (String[] change : new String[][] {
            {"\n(.|\n)*", ""},
            {"\n(.|\n)*", "\n"},
            {"\"on\":0", "\"on\":7"},
            {
                "\"cases\":\\[\\{",
                "\"cases\":[{\"name\":{\"suite\":\"s\",\"benchmark\":\"b\",\"params\":{}},\"mode\":\"avgt\",\"on\":0},{"
            },
            {"\"bytes\":\\[\\[", "\"bytes\":[[1,"},
            {"\"bytes\":\\[\\[", "\"bytes\":[[],["},
            {"\"within\":\\[", "\"within\":[0,"}
        }) {
            made = 0;
            Files.deleteIfExists(file());
            summaries.of(folder);
            String text = Files.readString(file());
            Files.writeString(file(), text.replaceFirst(change[0], change[1]));
            assertThat(Files.readString(file())).isNotEqualTo(text);
            assertThat(summaries.of(folder)).hasValue(RUN);
            assertThat(made).isEqualTo(2);
        }
    }

    @Test
    void runs_of_the_same_cases_share_them_in_memory() {
        byte[] first = Summaries.written(RUN);
        RunSummary later = new RunSummary(
                "20260201-120000-3f2c1a", RUN.started(), RUN.commit(), false, Optional.empty(), RUN.cases());
        RunSummary before = summaries.read(first).orElseThrow();
        RunSummary after = summaries.read(Summaries.written(later)).orElseThrow();
        assertThat(after).isEqualTo(later);
        for (int i = 0; i < RUN.cases().size(); i++) {
            assertThat(after.cases().get(i).key())
                    .isSameInstanceAs(before.cases().get(i).key());
            assertThat(after.cases().get(i).conditions())
                    .isSameInstanceAs(before.cases().get(i).conditions());
        }
    }

    @Test
    void runs_of_many_different_cases_are_read() {
        for (int k = 0; k < 300; k++) {
            RunSummary run = new RunSummary(
                    "r" + k,
                    RUN.started(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    List.of(new CaseSummary(
                            new CaseKey(new CaseName("s", "b" + k, Map.of()), Mode.AVERAGE),
                            CONDITIONS,
                            Values.of(k),
                            0,
                            Values.NONE,
                            0,
                            Optional.empty())));
            assertThat(summaries.read(Summaries.written(run))).hasValue(run);
            assertThat(summaries.read(Summaries.written(RUN))).hasValue(RUN);
        }
    }

    @Test
    void times_that_are_not_finite_or_not_positive_are_read_back() {
        CaseSummary one = RUN.cases().get(0);
        CaseSummary odd = new CaseSummary(
                one.key(),
                one.conditions(),
                Values.of(0, Double.POSITIVE_INFINITY, -1),
                0,
                Values.NONE,
                0,
                Optional.empty());
        RunSummary run = new RunSummary(RUN.id(), RUN.started(), RUN.commit(), true, RUN.base(), List.of(odd));
        assertThat(summaries.read(Summaries.written(run))).hasValue(run);
    }

    @Test
    void a_link_is_not_followed() throws IOException {
        summaries.of(folder);
        Path elsewhere = Files.move(file(), temporary.resolve("elsewhere.json"));
        Files.createSymbolicLink(file(), elsewhere);
        summaries.of(folder);
        assertThat(made).isEqualTo(2);
        assertThat(Files.isSymbolicLink(file())).isFalse();
    }

    @Test
    void a_folder_that_cannot_be_written_is_no_error() throws IOException {
        Files.createDirectories(file().resolve("in the way"));
        assertThat(summaries.of(folder)).hasValue(RUN);
        assertThat(summaries.of(folder)).hasValue(RUN);
        assertThat(made).isEqualTo(2);
    }

    @Test
    void a_run_that_did_not_finish_has_none() {
        Path other = temporary.resolve("other");
        RunFolder.createAt(other, SampleRun.begun(Instant.EPOCH)).close();
        assertThat(summaries.of(other)).isEmpty();
        assertThat(Files.exists(other.resolve("summary.json"))).isFalse();
    }

    @Test
    void a_folder_without_a_run_is_an_error() {
        assertThrows(UnreadableFileException.class, () -> summaries.of(temporary.resolve("none")));
    }
}
