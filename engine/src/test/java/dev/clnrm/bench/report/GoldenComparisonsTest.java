package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.report.format.Format;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class GoldenComparisonsTest {
    private static String file(String name, Format format) {
        return "compare-" + name + "."
                + switch (format) {
                    case TABLE -> "txt";
                    case JSON -> "json";
                    case CSV -> "csv";
                    case MARKDOWN -> "md";
                    case JUNIT -> "xml";
                };
    }

    private static String render(Comparisons comparison, Format format) {
        return format.renderer(Style.PLAIN).render(comparison.view());
    }

    @ParameterizedTest
    @EnumSource
    void a_comparison_with_something_of_everything(Format format) {
        Golden.check(file("everything", format), render(Comparisons.everything(), format));
    }

    @ParameterizedTest
    @EnumSource(names = {"TABLE", "MARKDOWN"})
    void sides_that_are_not_comparable(Format format) {
        Golden.check(file("unlike", format), render(Comparisons.unlike(), format));
    }

    @ParameterizedTest
    @EnumSource(names = {"TABLE", "MARKDOWN", "JUNIT"})
    void a_comparison_of_hostile_texts(Format format) {
        Golden.check(file("hostile", format), render(Comparisons.hostile(), format));
    }

    @ParameterizedTest
    @EnumSource
    void a_comparison_of_which_every_case_failed(Format format) {
        String text = render(Comments.failed(3), format);
        Golden.check(file("failed", format), text);

        if (format != Format.JSON) {
            assertThat(text).doesNotContainMatch("(?i)inconclusive|undecided");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TABLE", "JSON", "CSV", "MARKDOWN"})
    void what_jmh_measured_beside_the_times(Format format) {
        Golden.check(file("beside", format), render(Comparisons.beside(0), format));
    }

    @ParameterizedTest
    @EnumSource(names = {"TABLE", "MARKDOWN"})
    void a_screen_of_results_shows_what_moved(Format format) {
        String text = render(Comparisons.beside(80), format);

        assertThat(text).doesNotContain("event-");
        assertThat(text).doesNotContain("p50");
        assertThat(text).containsMatch("p99\\.9.*moved, not judged");
        assertThat(render(Comparisons.beside(80), Format.CSV)).contains("event-79");
        assertThat(render(Comparisons.beside(80), Format.JSON)).contains("event-79");
    }

    @Test
    void what_the_collector_did_is_for_programs_alone() {
        assertThat(render(Comparisons.beside(0), Format.JSON)).contains("gc.time");
        for (Format format : List.of(Format.TABLE, Format.CSV, Format.MARKDOWN)) {
            assertThat(render(Comparisons.beside(0), format)).doesNotContain("gc.time");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_comparison_of_nothing(Format format) {
        String text = render(new Comparisons(), format);

        assertThat(text).doesNotContain("NaN");
        assertThat(text).endsWith("\n");
    }

    @Test
    void json_has_the_keys_promised_in_their_order() throws Exception {
        JsonNode json = new ObjectMapper().readTree(render(Comparisons.everything(), Format.JSON));

        assertThat(keys(json).subList(0, 9))
                .containsExactly("format", "status", "exit", "judged", "cases", "alpha", "verdicts", "budgets", "laws")
                .inOrder();
        assertThat(keys(json.path("verdicts").path(0)).subList(0, 21))
                .containsExactly(
                        "benchmark",
                        "params",
                        "metric",
                        "unit",
                        "verdict",
                        "severity",
                        "gated",
                        "base",
                        "head",
                        "statistic",
                        "ratio",
                        "low",
                        "high",
                        "p",
                        "adjusted",
                        "forks",
                        "detectable",
                        "tolerance",
                        "margin",
                        "warnings",
                        "rule")
                .inOrder();
        assertThat(keys(json.path("budgets").path(0)))
                .containsAtLeast("benchmark", "metric", "limit", "estimate", "low", "high", "headroom", "status")
                .inOrder();
    }

    private static List<String> keys(JsonNode json) {
        return json.properties().stream().map(e -> e.getKey()).toList();
    }

    @Test
    void junit_is_xml_and_counts_what_it_holds() throws Exception {
        for (Comparisons comparison : List.of(Comparisons.everything(), Comparisons.hostile(), new Comparisons())) {
            Document xml = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(render(comparison, Format.JUNIT))));

            assertThat(xml.getElementsByTagName("testcase").getLength())
                    .isEqualTo(Integer.parseInt(xml.getDocumentElement().getAttribute("tests")));
            assertThat(xml.getElementsByTagName("failure").getLength())
                    .isEqualTo(Integer.parseInt(xml.getDocumentElement().getAttribute("failures")));
        }
    }

    @ParameterizedTest
    @EnumSource
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    void another_locale_and_time_zone_change_no_byte(Format format) {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String here = render(Comparisons.everything(), format);
        try {
            for (String tag : new String[] {"tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "de-DE"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertThat(render(Comparisons.everything(), format)).isEqualTo(here);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void no_format_says_nan_or_infinity() {
        Stream.of(Format.values())
                .map(format -> render(Comparisons.everything(), format))
                .forEach(text -> {
                    assertThat(text).doesNotContain("NaN");
                    assertThat(text).doesNotContain("Infinity");
                });
    }
}
