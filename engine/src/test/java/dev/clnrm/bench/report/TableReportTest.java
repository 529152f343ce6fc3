package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.Severity;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.report.format.Format;
import dev.clnrm.bench.report.table.TableReport;
import dev.clnrm.bench.samples.MemoryUse;
import dev.clnrm.bench.stats.Evidence;
import dev.clnrm.bench.stats.ForkStatistic;
import dev.clnrm.bench.stats.Metric;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableReportTest {
    private static String table(Runs runs) {
        return new TableReport(Style.PLAIN, true).render(runs.view());
    }

    @ParameterizedTest
    @EnumSource
    void every_status_is_shown_with_its_symbol_and_its_word(Status status) {
        CaseName name = Runs.name("suite", "benchmark");
        Runs runs = new Runs();
        runs.measure(name, Runs.about(1e-6, 0.01), Runs.about(8, 0));
        runs.limit(Runs.reason(
                Runs.limit(name, Metric.TIME, status, 2e-6, Runs.about(1e-6, 0.01), 3), "so it is", Optional.empty()));
        String text = table(runs);
        StatusLabel sign = StatusLabel.of(status);
        assertThat(text).contains(sign.symbol() + " " + sign.word());
        if (status != Status.PASS) {
            assertThat(text).contains(sign.symbol() + " " + sign.word().toUpperCase(Locale.ROOT) + "  suite/benchmark");
            assertThat(text).contains("budgets.yaml:3");
        }
    }

    @Test
    void both_limits_of_a_case_are_shown() {
        String text = table(Runs.everything());
        assertThat(text).containsMatch("reuse_existing .* 5 µs .*\n.* p99 .* 4\\.8 µs .*\n.* allocation .* 432 B ");
    }

    @Test
    void the_reason_why_a_budget_passes_that_the_shown_amount_exceeds_is_shown() {
        String reason = "less than half a byte per operation above the budget counts as none";
        for (double bytes : new double[] {0.4, 0.003}) {
            CaseName name = Runs.name("suite", "benchmark");
            Runs runs = new Runs().measure(name, Runs.about(1e-6, 0.01), Runs.about(bytes, 0));
            BudgetVerdict kept = Runs.limit(name, Metric.ALLOCATION, Status.PASS, 0, Runs.about(bytes, 0), 3);
            runs.limit(Runs.reason(kept, reason, Optional.empty()));

            assertThat(table(runs).contains(reason)).isEqualTo(bytes > 0.005);
            assertThat(Format.MARKDOWN.renderer(Style.PLAIN).render(runs.view()).contains(reason))
                    .isEqualTo(bytes > 0.005);
        }
    }

    @Test
    void blocks_of_a_case_in_several_modes_name_the_mode() {
        Comparisons all = new Comparisons();
        for (Mode mode : List.of(Mode.AVERAGE, Mode.THROUGHPUT)) {
            for (Finding finding : List.of(Finding.REGRESSED, Finding.INCONCLUSIVE)) {
                Evidence sure = new Evidence(0.0001, 0.0001, ForkStatistic.FLOOR);
                all.add(
                        Comparisons.time(Runs.name("suite", finding.name()), mode, 1e-6, 1.4, 0.02, sure),
                        finding,
                        finding == Finding.REGRESSED ? Optional.of(Severity.CRITICAL) : Optional.empty(),
                        Optional.empty(),
                        true);
            }
        }
        List<String> titles = new TableReport(Style.PLAIN, true)
                .render(all.view())
                .lines()
                .filter(line -> line.matches("\\S [A-Z]+  suite/.*"))
                .map(line -> line.replaceFirst(" +critical$", ""))
                .toList();

        assertThat(titles)
                .containsExactly(
                        "✗ REGRESSED  suite/REGRESSED  time avgt",
                        "✗ REGRESSED  suite/REGRESSED  time thrpt",
                        "? INCONCLUSIVE  suite/INCONCLUSIVE  time avgt",
                        "? INCONCLUSIVE  suite/INCONCLUSIVE  time thrpt");
    }

    @Test
    void peaks_of_memory_are_shown_the_largest_heap_first() {
        Runs runs = Runs.everything()
                .using(new MemoryUse(
                        0.25,
                        List.of(
                                new MemoryUse.Peak("core/small", "head", 1_100L << 20, Optional.of(20L << 20), 4),
                                new MemoryUse.Peak("core/large", "head", 1_090L << 20, Optional.of(600L << 20), 4),
                                new MemoryUse.Peak("tools/program", "head", 30L << 20, Optional.empty(), 1)),
                        List.of()));

        assertThat(table(runs)).contains("""
                        peak memory, read every 250 ms      heap  resident
                          core/large                     600 MiB  1.06 GiB
                          tools/program                           30.0 MiB
                          core/small                    20.0 MiB  1.07 GiB
                        """);
    }

    @Test
    void colours_are_all_that_colours_add() {
        Report view = Runs.everything().view();
        String colours = new TableReport(new Style(Style.WIDTH, Palette.ANSI), true).render(view);
        assertThat(colours.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(new TableReport(Style.PLAIN, true).render(view));
    }

    @Test
    void no_line_of_the_table_is_wider_than_the_terminal() {
        for (int width : new int[] {80, 90, 100, 110, 120, 160}) {
            String text = new TableReport(new Style(width, Palette.NONE), true)
                    .render(Runs.everything().view());
            text.lines().takeWhile(line -> !line.contains("FAIL")).forEach(line -> assertWithMessage(line)
                    .that(Display.width(line))
                    .isAtMost(width));
        }
    }

    @Test
    void columns_are_aligned_whatever_a_name_is_written_in() {
        Runs runs = new Runs();
        List<String> names =
                List.of("plain", "größe", "日本語", "🚀", "a_name_of_a_length_that_does_not_fit_in_any_column".repeat(3));
        for (String name : names) {
            CaseName one = Runs.name("suite", name);
            runs.measure(one, Runs.about(128.7e-6, 0.01), Runs.about(512, 0.001));
            runs.limit(Runs.limit(one, Metric.TIME, Status.PASS, 200e-6, Runs.about(128.7e-6, 0.01), 1));
        }
        List<Integer> columns = table(runs)
                .lines()
                .filter(line -> line.contains("✓ pass"))
                .map(line -> Display.width(line.substring(0, line.indexOf("✓ pass"))))
                .distinct()
                .toList();
        assertThat(columns).hasSize(1);
    }

    @Test
    void no_line_ends_in_blanks() {
        (table(Runs.everything()) + new TableReport(Style.PLAIN, true).render(Hostile.view()))
                .lines()
                .forEach(line -> assertThat(line).isEqualTo(line.stripTrailing()));
    }

    @Test
    void hostile_texts_steer_no_terminal() {
        String text = new TableReport(Style.PLAIN, true).render(Hostile.view());
        assertThat(text.chars().filter(c -> c < 0x20 && c != '\n').count()).isEqualTo(0);
        assertThat(text.codePoints()
                        .filter(c -> Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.SURROGATE
                                || (Character.getType(c) == Character.CONTROL && c != '\n'))
                        .count())
                .isEqualTo(0);
    }

    @Test
    void a_name_of_ten_thousand_characters_does_not_fill_the_screen() {
        new TableReport(Style.PLAIN, true)
                .render(Hostile.view())
                .lines()
                .filter(line -> !line.contains("help:"))
                .forEach(line -> assertThat(Display.width(line)).isAtMost(2 * Style.WIDTH));
    }

    @Test
    void no_line_is_a_command_of_github_actions() {
        for (Format format : Format.values()) {
            format.renderer(Style.PLAIN).render(Hostile.view()).lines().forEach(line -> {
                assertThat(line.strip()).doesNotMatch("::.*");
                assertThat(line).doesNotContain("##[");
            });
        }
    }

    @Test
    void a_thousand_cases_are_all_in_the_table() {
        String text = table(Runs.many(1000));
        assertThat(text.lines().filter(line -> line.contains("benchmark_")).count())
                .isEqualTo(1000);
        assertThat(text).contains("judged 1000 of 1000 budgets: 1000 kept; measured 1000 of 1000 cases");
    }

    @Test
    void a_thousand_failures_are_not_a_thousand_blocks() {
        String text = table(Runs.allFailed(1000));
        assertThat(text.lines().count()).isLessThan(1300);
        assertThat(text).contains("✗ … and 975 more failed");
        assertThat(text)
                .contains("∅ could not measure: forks of 1000 cases failed; judged 0 of 1000 budgets: 1000 unmeasured");
    }

    @Test
    void the_verdict_is_the_last_thing_said() {
        List<String> lines = table(Runs.many(3)).lines().toList();
        assertThat(lines.get(lines.size() - 1))
                .isEqualTo("✓ within budget: judged 3 of 3 budgets: 3 kept; measured 3 of 3 cases");
    }
}
