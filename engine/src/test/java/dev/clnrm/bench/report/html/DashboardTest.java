package dev.clnrm.bench.report.html;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.judge.Census;
import dev.clnrm.bench.judge.HeadJudgement;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.judge.RunSamples;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.report.history.HistoryBuilder;
import dev.clnrm.bench.report.history.PastRun;
import dev.clnrm.bench.report.history.Point;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.ForkLevel;
import dev.clnrm.bench.stats.Spreads;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DashboardTest {
    private static final String HOSTILE = "</script><img src=x onerror=alert(1)>";

    private static Map<String, Supplier<String>> files(String suite, String benchmark) {
        HistoryBuilder history = new HistoryBuilder(0.95);
        CaseKey key = new CaseKey(new CaseName(suite, benchmark, Map.of()), Mode.AVERAGE);
        for (int day = 0; day < 12; day++) {
            int run = history.run(new PastRun(
                    HOSTILE + day,
                    Instant.EPOCH.plusSeconds(86_400L * day),
                    Optional.of("3f2c1ab99"),
                    day == 3,
                    Optional.empty()));
            JournalEntry fork = new JournalEntry(
                    key.name(),
                    JournalEntry.HEAD,
                    0,
                    0,
                    Instant.EPOCH,
                    0,
                    1,
                    new ForkSamples(
                            Mode.AVERAGE,
                            1,
                            0,
                            Values.NONE,
                            true,
                            Values.of(day < 7 ? 1e-6 + day * 1e-9 : 2e-6 + day * 1e-9),
                            List.of(),
                            Map.of(),
                            Map.of()),
                    new Outcome.Finished(),
                    Optional.empty());
            history.point(
                    key,
                    Conditions.UNKNOWN,
                    new Point(
                            run,
                            ForkLevel.time(
                                    new CaseSamples(key.name(), JournalEntry.HEAD, Mode.AVERAGE, List.of(fork)),
                                    Spreads.ALONE,
                                    0.95),
                            Optional.empty(),
                            1,
                            0));
        }
        History built = history.build((one, seconds) -> 0.05, List.of());
        return Dashboard.files(new Overview(
                built,
                built.newest(commit -> true),
                new HeadJudgement(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Census(0, 0, 0, 0),
                        Rules.none(),
                        RunSamples.End.COMPLETE,
                        List.of())));
    }

    @Test
    void there_is_an_overview_a_page_a_suite_and_the_numbers() {
        assertThat(files("parsing", "b").keySet())
                .containsExactly("index.html", "suites/parsing.html", "data/history.json")
                .inOrder();
    }

    @Test
    void whatever_a_benchmark_calls_itself_no_page_gets_an_element_of_it() {
        files(HOSTILE, HOSTILE).forEach((file, text) -> {
            if (file.endsWith(".html")) {
                assertWithMessage(file).that(text.get()).doesNotContain("<img");
                assertWithMessage(file)
                        .that(text.get())
                        .contains("default-src &#39;none&#39;; script-src &#39;sha256-");
                assertWithMessage(file).that(text.get()).doesNotContainMatch("(src|href)=\"(https?:)?//");
            }
        });
    }

    @Test
    void file_names_are_safe_and_never_shared() {
        Pattern safe = Pattern.compile("suites/[a-z0-9_-]{1,80}\\.html");
        List<String> names = List.of(
                "../../etc/passwd",
                "a/b",
                "a\\b",
                "a b",
                "A",
                "a",
                "con",
                "",
                ".",
                "..",
                "ü",
                "x".repeat(500),
                HOSTILE,
                "a-b",
                "\0");
        List<String> pages = names.stream().map(Dashboard::page).toList();
        pages.forEach(page -> assertThat(page).matches(safe));
        assertThat(pages).containsNoDuplicates();
        assertThat(Dashboard.page("cleanroom")).isEqualTo("suites/cleanroom.html");
    }

    @Test
    void the_overview_names_the_step_with_its_commit() {
        String index =
                files("parsing", "b").getOrDefault("index.html", () -> "").get();
        assertThat(index).contains("\"at\":\"1970-01-08 00:00\"");
        assertThat(index).contains("\"commit\":\"3f2c1ab\"");
        assertThat(index).contains("\"text\":\"+100 %\"");
    }
}
