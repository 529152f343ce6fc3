package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.report.format.Format;
import dev.clnrm.bench.report.table.TableReport;
import dev.clnrm.bench.stats.Evidence;
import dev.clnrm.bench.stats.ForkStatistic;
import dev.clnrm.bench.stats.Metric;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongNamesTest {
    private static final String PACKAGE = "io.prometheus.metrics.benchmarks";

    private static final List<String> NAMES = List.of(
            PACKAGE + ".TextFormatUtilBenchmark.openMetricsWriteToNull",
            PACKAGE + ".TextFormatUtilBenchmark.prometheusWriteToByteArray",
            PACKAGE + ".HistogramBenchmark.prometheusNative");

    private static Runs runs(List<String> names) {
        Runs runs = new Runs();
        for (String benchmark : names) {
            CaseName name = Runs.name("micro", benchmark);
            runs.measure(name, Runs.about(128.7e-6, 0.01), Runs.about(512, 0.001));
            runs.limit(Runs.limit(name, Metric.TIME, Status.PASS, 200e-6, Runs.about(128.7e-6, 0.01), 1));
        }
        return runs;
    }

    private static Comparisons comparison() {
        Comparisons all = new Comparisons();
        for (String benchmark : NAMES) {
            all.add(
                    Comparisons.time(
                            Runs.name("micro", benchmark),
                            Mode.AVERAGE,
                            1.2e-6,
                            1.01,
                            0.02,
                            new Evidence(0.31, 1, ForkStatistic.MEAN)),
                    Finding.OK,
                    Optional.empty(),
                    Optional.empty(),
                    true);
        }
        return all;
    }

    private static List<String> table(String text) {
        return text.lines().takeWhile(line -> !line.isEmpty()).toList();
    }

    private static void fits(List<String> table, int width) {
        assertThat(table.get(0)).isEqualTo("package " + PACKAGE);
        List<String> rows = table.stream().filter(line -> line.startsWith("  ")).toList();
        assertThat(rows).hasSize(NAMES.size());
        for (String row : rows) {
            assertWithMessage(row).that(row).containsMatch(" µs .* ✓ ");
            assertWithMessage(row).that(Display.width(row)).isAtMost(width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void each_case_of_a_run_has_one_line(int width) {
        fits(
                table(new TableReport(new Style(width, Palette.NONE), true)
                        .render(runs(NAMES).view())),
                width);
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void each_case_of_a_comparison_has_one_line(int width) {
        String text = Format.TABLE
                .renderer(new Style(width, Palette.NONE))
                .render(comparison().view());

        fits(table(text), width);
    }

    @Test
    void what_still_does_not_fit_loses_its_middle() {
        String text = new TableReport(new Style(80, Palette.NONE), true)
                .render(runs(NAMES).view());

        assertThat(text).contains("  TextFormatU…WriteToNull  ");
        assertThat(text).contains("\n--wide also shows forks\n");
    }

    @Test
    void the_base_stays_if_omitting_the_forks_makes_enough_room() {
        String text = new TableReport(new Style(80, Palette.NONE), true)
                .render(comparison().view());

        assertThat(text).contains("  base  ");
        assertThat(text).contains("\n--wide also shows forks\n");
    }

    @Test
    void wide_shows_names_and_columns_in_full() {
        String text = new TableReport(new Style(80, Palette.NONE).wide(true), true)
                .render(runs(NAMES).view());

        assertThat(text).doesNotContain("package ");
        assertThat(text).doesNotContain("--wide");
        assertThat(text).contains("headroom");
        NAMES.forEach(name -> assertThat(text).contains("  " + name + "  "));
    }

    @Test
    void names_of_no_common_package_stay_whole_if_they_fit() {
        String text = new TableReport(new Style(160, Palette.NONE), true)
                .render(runs(List.of("com.acme.Parsing.small", "org.acme.Parsing.small"))
                        .view());

        assertThat(text).doesNotContain("package ");
        assertThat(text).contains("  com.acme.Parsing.small ");
    }

    @Test
    void a_package_that_begins_alike_is_not_shared() {
        String text = new TableReport(Style.PLAIN, true)
                .render(runs(List.of(
                                "com.acme.Parsing.small", "com.acme.parts.Parsing.small", "com.acmeter.Parsing.small"))
                        .view());

        assertThat(text).contains("package com\n");
        assertThat(text).contains("  acmeter.Parsing.small ");
    }
}
