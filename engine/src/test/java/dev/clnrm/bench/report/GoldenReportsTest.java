package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.report.format.Format;
import dev.clnrm.bench.report.table.TableReport;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GoldenReportsTest {
    private static String name(Format format) {
        return switch (format) {
            case TABLE -> "txt";
            case JSON -> "json";
            case CSV -> "csv";
            case MARKDOWN -> "md";
            case JUNIT -> "xml";
        };
    }

    @ParameterizedTest
    @EnumSource
    void a_run_with_something_of_everything(Format format) {
        Golden.check(
                "everything." + name(format),
                format.renderer(Style.PLAIN).render(Runs.everything().view()));
    }

    @ParameterizedTest
    @EnumSource
    void a_run_without_cases(Format format) {
        Golden.check("empty." + name(format), format.renderer(Style.PLAIN).render(new Runs().view()));
    }

    @ParameterizedTest
    @EnumSource
    void a_run_whose_cases_all_failed(Format format) {
        Golden.check(
                "all-failed." + name(format),
                format.renderer(Style.PLAIN).render(Runs.allFailed(3).view()));
    }

    @ParameterizedTest
    @EnumSource(names = {"TABLE", "MARKDOWN", "JUNIT"})
    void a_run_of_hostile_texts(Format format) {
        Golden.check("hostile." + name(format), format.renderer(Style.PLAIN).render(Hostile.view()));
    }

    @Test
    void a_run_that_promises_nothing() {
        Runs runs = new Runs();
        runs.measure(Runs.name("s", "first"), Runs.about(1.234e-6, 0.02), Runs.about(24, 0));
        runs.measure(Runs.name("s", "second"), Runs.about(4.2, 1.9), Runs.about(3e9, 0.001));
        Golden.check("unpromised.txt", new TableReport(Style.PLAIN, true).render(runs.view()));
    }

    @Test
    void a_run_in_colours() {
        Golden.check(
                "colours.txt",
                new TableReport(new Style(Style.WIDTH, Palette.ANSI), true)
                        .render(Runs.everything().view()));
    }

    @Test
    void a_run_on_a_narrow_terminal() {
        Golden.check(
                "narrow.txt",
                new TableReport(new Style(80, Palette.NONE), true)
                        .render(Runs.everything().view()));
    }

    @ParameterizedTest
    @EnumSource
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    void another_locale_and_time_zone_change_no_byte(Format format) {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String here = format.renderer(Style.PLAIN).render(Runs.everything().view());
        try {
            for (String tag : new String[] {"tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "de-DE"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
                String there =
                        format.renderer(Style.PLAIN).render(Runs.everything().view());
                assertThat(there).isEqualTo(here);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void no_format_says_nan_or_infinity() {
        Stream.of(Format.values())
                .flatMap(format -> Stream.of(Runs.everything(), Runs.allFailed(2), new Runs())
                        .map(runs -> format.renderer(Style.PLAIN).render(runs.view())))
                .forEach(text -> {
                    assertThat(text).doesNotContain("NaN");
                    assertThat(text).doesNotContain("Infinity");
                });
    }
}
