package dev.clnrm.bench.store;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.runs.CaseSummary;
import dev.clnrm.bench.runs.CheckedOut;
import dev.clnrm.bench.runs.RunSummary;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThinningTest {
    private static final LocalDate NEWEST = LocalDate.of(2026, 11, 29);
    private static final String ARM = "00000001";
    private static final String X86 = "00000002";

    private static Set<RunFile> superfluous(List<RunFile> runs) {
        return Thinning.superfluous(runs, Set.of(), NEWEST);
    }

    private static RunFile run(int age, int hour, String platform) {
        LocalDate day = NEWEST.minusDays(age);
        return new RunFile(day, day.toString().replace("-", "") + "-" + (10 + hour) + "0000-" + platform, platform);
    }

    @Test
    void of_90_days_all_stay_then_one_a_day_of_each_platform_then_one_a_week() {
        List<RunFile> runs = new ArrayList<>();
        for (int age = 0; age < 1000; age++) {
            for (int hour = 0; hour < 3; hour++) {
                runs.add(run(age, hour, X86));
            }
            runs.add(run(age, 0, ARM));
        }
        Set<RunFile> gone = superfluous(runs);
        runs.removeAll(gone);
        assertThat(runs.stream().filter(run -> run.kind().equals(X86)).count()).isEqualTo(3 * 90 + 640 + 40);
        assertThat(runs.stream().filter(run -> run.kind().equals(ARM)).count()).isEqualTo(90 + 640 + 40);
        assertThat(runs).contains(run(90, 2, X86));
        assertThat(runs).doesNotContain(run(90, 1, X86));
        assertThat(superfluous(runs)).isEmpty();
    }

    @Test
    void a_run_with_a_name_stays() {
        RunFile named = run(100, 0, X86);
        RunFile other = run(100, 1, X86);
        RunFile last = run(100, 2, X86);
        assertThat(Thinning.superfluous(List.of(named, other, last, run(0, 0, X86)), Set.of(named.id()), NEWEST))
                .containsExactly(other);
    }

    @Test
    void a_run_with_a_date_in_the_future_makes_no_other_run_old() {
        List<RunFile> runs = List.of(run(89, 0, X86), run(89, 1, X86), run(0, 0, X86), run(-13_000, 0, X86));
        assertThat(superfluous(runs)).isEmpty();
        assertThat(Thinning.superfluous(runs, Set.of(), NEWEST.plusDays(1))).isEmpty();
    }

    @Test
    void old_runs_of_other_commits_beside_a_base_and_of_other_cases_all_stay() {
        RunSummary run = summary("3f2c1ab", Optional.empty(), "parse");
        List<RunSummary> others = List.of(
                run,
                summary("9d0e77c", Optional.of("v1.4"), "parse"),
                summary("3f2c1ab", Optional.of("v1.4"), "parse"),
                summary("3f2c1ab", Optional.empty(), "parse", "print"));
        assertThat(others.stream()
                        .map(RunFile::of)
                        .map(RunFile::kind)
                        .distinct()
                        .count())
                .isEqualTo(4);
        assertThat(RunFile.of(summary("9d0e77c", Optional.empty(), "parse"))).isEqualTo(RunFile.of(run));
    }

    private static RunSummary summary(String commit, Optional<String> base, String... cases) {
        return new RunSummary(
                "20260131-120000-3f2c1a",
                Instant.parse("2026-01-31T12:00:00Z"),
                Optional.of(commit),
                false,
                base.map(name -> new CheckedOut(Optional.of(name), Optional.empty(), false)),
                Stream.of(cases)
                        .map(name -> new CaseSummary(
                                new CaseKey(new CaseName("s", name, Map.of()), Mode.AVERAGE),
                                Conditions.UNKNOWN,
                                Values.of(1e-6),
                                0,
                                Values.NONE,
                                0,
                                Optional.empty()))
                        .toList());
    }

    @Test
    void nothing_is_superfluous_of_nothing() {
        assertThat(superfluous(List.of())).isEmpty();
    }

    @Test
    void a_path_says_which_run_it_is() {
        RunFile file = run(0, 0, ARM);
        assertThat(file.path()).isEqualTo("runs/2026/11/29/20261129-100000-00000001.00000001.zip");
        assertThat(RunFile.at(file.path())).hasValue(file);
        for (String path : List.of(
                "runs/2026/13/29/a.00000001.zip",
                "runs/2026/11/29/../a.00000001.zip",
                "runs/2026/11/29/a b.00000001.zip",
                "runs/2026/11/29/a.0000000g.zip",
                "x/runs/2026/11/29/a.00000001.zip")) {
            assertThat(RunFile.at(path)).isEmpty();
        }
    }

    @Test
    void a_path_has_the_same_digits_in_every_language() {
        Locale usual = Locale.getDefault();
        try {
            for (String language : List.of("ar-EG-u-nu-arab", "fa-IR", "ne-NP", "th-TH-u-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                assertThat(RunFile.at(run(0, 0, ARM).path())).hasValue(run(0, 0, ARM));
            }
        } finally {
            Locale.setDefault(usual);
        }
    }
}
