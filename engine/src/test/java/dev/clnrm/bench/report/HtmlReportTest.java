package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.clnrm.bench.profile.Explanation;
import dev.clnrm.bench.profile.ProfileKind;
import dev.clnrm.bench.report.history.HistoryBuilder;
import dev.clnrm.bench.report.history.PastRun;
import dev.clnrm.bench.report.history.Point;
import dev.clnrm.bench.report.html.HtmlReport;
import dev.clnrm.bench.report.html.Sampled;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.DeclaredForks;
import dev.clnrm.bench.samples.MemoryUse;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.ForkLevel;
import dev.clnrm.bench.stats.Spreads;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class HtmlReportTest {
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"(\\w+)\">([^<]*)</script>");
    private static final Pattern SCRIPT = Pattern.compile("<(script|style)>(.*?)</\\1>", Pattern.DOTALL);

    private static String run() {
        return HtmlReport.render("a run", Runs.everything().view(), HostilePage.NO_FORKS);
    }

    private static String comparison() {
        return HtmlReport.render("", Comparisons.everything().view(), HostilePage.NO_FORKS);
    }

    private static JsonNode data(String page, String id) throws Exception {
        Matcher matcher = DATA.matcher(page);
        while (matcher.find()) {
            if (matcher.group(1).equals(id)) {
                return new ObjectMapper().readTree(matcher.group(2));
            }
        }
        throw new AssertionError("the page has no data called " + id);
    }

    private static List<String> sources(String page) throws Exception {
        List<String> found = new ArrayList<>();
        Matcher matcher = SCRIPT.matcher(page);
        while (matcher.find()) {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(matcher.group(2).getBytes(StandardCharsets.UTF_8));
            found.add("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        }
        return found;
    }

    private static String policy(String page) {
        Matcher matcher = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"")
                .matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1).replace("&#39;", "'").replace("&#43;", "+");
    }

    @Test
    void a_graph_of_the_difference_is_a_link_below_the_folder_of_the_run() throws Exception {
        String page =
                HtmlReport.render("", Comparisons.everything().view(), HostilePage.NO_FORKS, "../runs/one%20run/");

        JsonNode explanation = data(page, "data").at("/cases/0/changes/0/explanation");
        assertThat(explanation.path("graph").asText()).isEqualTo("../runs/one%20run/profiles/1/diff-cpu.html");
        assertThat(explanation.path("lines").get(0).asText()).contains("of it in clnrm.Registry.register");
        assertThat(explanation.path("lines").get(1).asText()).endsWith("which may explain the change");
    }

    @Test
    void a_graph_is_a_file_that_a_profile_writes() {
        for (String other :
                List.of("javascript:alert(1)", "../../secrets.html", "//evil.example/a.html", "profiles/1/cpu.jfr")) {
            assertThat(new Explanation(
                                    "s/a",
                                    ProfileKind.CPU,
                                    "x",
                                    List.of(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(other),
                                    Optional.empty())
                            .graph())
                    .isEmpty();
        }
    }

    @Test
    void the_policy_names_what_the_page_brings_and_nothing_else() throws Exception {
        String policy = policy(comparison());
        List<String> sources = sources(comparison());
        assertThat(sources).hasSize(3);
        for (String source : sources) {
            assertThat(policy).contains(source);
        }
        assertThat(policy).startsWith("default-src 'none'; ");
        assertThat(policy).doesNotContain("unsafe");
        assertThat(policy).doesNotContain("http");
    }

    @Test
    void nothing_is_loaded_from_anywhere() {
        for (String page : List.of(run(), comparison())) {
            assertThat(page).doesNotContainMatch("(?i)<(link|img|iframe|object|embed|base)\\b");
            assertThat(page).doesNotContainMatch("(?i)<script[^>]+src");
            assertThat(page).doesNotContainMatch("@import|url\\(");
        }
    }

    @Test
    void the_verdict_is_read_without_any_script() {
        assertThat(comparison()).contains("cases regressed (the worst critical)");
        assertThat(run()).contains("<noscript>");
    }

    @Test
    void every_case_of_a_comparison_is_there_with_what_became_of_it() throws Exception {
        Report view = Comparisons.everything().view();
        JsonNode cases = data(comparison(), "data").path("cases");
        long expected = view.verdicts().stream()
                .map(verdict -> verdict.name() + " " + verdict.mode())
                .distinct()
                .count();
        List<String> findings = new ArrayList<>();
        long compared = 0;
        for (JsonNode one : cases) {
            compared += one.path("changes").isEmpty() ? 0 : 1;
            one.path("changes")
                    .forEach(change -> findings.add(change.path("finding").asText()));
        }
        assertThat(compared).isEqualTo(expected);
        assertThat(findings).hasSize(view.verdicts().size());
        assertThat(findings).containsAtLeast("regressed", "improved", "ok", "inconclusive", "new", "missing");
    }

    @Test
    void the_memory_of_a_run_is_there_if_it_was_read() throws Exception {
        MemoryUse memory = new MemoryUse(
                0.25,
                List.of(new MemoryUse.Peak("core/<b>", "head", 300, Optional.of(200L), 2)),
                List.of(
                        new MemoryUse.Point(0.25, 0, 300, Optional.of(100L)),
                        new MemoryUse.Point(0.5, 0, 200, Optional.of(200L))));
        String page = HtmlReport.render("a run", Runs.everything().using(memory).view(), HostilePage.NO_FORKS);

        assertThat(data(page, "data").path("memory").toString())
                .isEqualTo("{\"interval\":0.25,\"peaks\":[[\"core/<b>\",\"head\",200,300]],"
                        + "\"points\":[[0.25,0,100,300],[0.5,0,200,200]]}");
        assertThat(data(run(), "data").has("memory")).isFalse();
    }

    @Test
    void what_jmh_measured_beside_a_time_is_in_its_case_and_what_moved_on_top() throws Exception {
        String page = HtmlReport.render("", Comparisons.beside(0).view(), HostilePage.NO_FORKS);
        Map<String, JsonNode> cases = new HashMap<>();
        data(page, "data")
                .path("cases")
                .forEach(one -> cases.put(one.path("name").asText(), one));
        JsonNode group = cases.getOrDefault("offer_and_poll", MissingNode.getInstance());
        JsonNode sampled = cases.getOrDefault("latency", MissingNode.getInstance());

        assertThat(group.path("about").asText()).isEqualTo("sum of group");
        assertThat(group.path("secondary")).hasSize(3);
        assertThat(group.path("secondary").path(0).toString())
                .isEqualTo("[\"offer\",\"4.310 ops/us\",\"4.420 ops/us\",\"+2.6 %\",\"-1.4 % … +6.7 %\",\"\"]");
        assertThat(sampled.path("secondary").path(3).path(5).asText()).isEqualTo("moved, not judged");
        assertThat(page).contains("moved, not judged: p99.9 of queues/latency +140 %");
    }

    @Test
    void a_case_that_failed_is_not_called_inconclusive_as_well() throws Exception {
        String page = HtmlReport.render("", Comments.failed(3).view(), HostilePage.NO_FORKS);
        JsonNode cases = data(page, "data").path("cases");
        assertThat(cases).hasSize(3);
        for (JsonNode one : cases) {
            assertThat(one.path("signs")).hasSize(1);
            assertThat(one.path("signs").path(0).path(0).asText()).isEqualTo("failed");
        }
    }

    @Test
    void forks_and_their_iterations_are_there() throws Exception {
        CaseSamples forks = DeclaredForks.of("suite/one")
                .fork(1e-6, 2e-6, 3e-6)
                .fork(2e-6, 2e-6, 2e-6)
                .samples();
        String page = HtmlReport.render(
                "a run", Runs.everything().view(), new Sampled(List.of(), List.of(forks), Sampled.NO_HISTORY));
        JsonNode head = data(page, "samples").path(0).path(0).path("head");
        assertThat(head).hasSize(2);
        assertThat(head.path(0).path("values").toString()).isEqualTo("[1.0E-6,2.0E-6,3.0E-6]");
        assertThat(head.path(0).path("mean").asDouble()).isEqualTo(2e-6);
    }

    @Test
    void a_step_of_the_history_is_found() throws Exception {
        HistoryBuilder history = new HistoryBuilder(0.95);
        for (int day = 0; day < 20; day++) {
            double level = (day < 10 ? 1e-6 : 1.3e-6) * (1 + day % 3 * 0.001);
            CaseSamples then =
                    DeclaredForks.of("suite/one").means(level, level * 1.001).samples();
            Instant started = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * day);
            int run = history.run(new PastRun("day " + day, started, Optional.empty(), false, Optional.empty()));
            Estimate time = ForkLevel.time(then, Spreads.ALONE, 0.95);
            history.point(CaseKey.of(then), Conditions.UNKNOWN, new Point(run, time, Optional.empty(), 2, 0));
        }
        CaseSamples now = DeclaredForks.of("suite/one").means(1.3e-6, 1.301e-6).samples();
        String page = HtmlReport.render(
                "a run",
                Runs.everything().view(),
                new Sampled(List.of(), List.of(now), history.build((key, seconds) -> 0.05, List.of())));
        JsonNode steps = data(page, "samples").path(0).path(1).path("steps");
        assertThat(steps).hasSize(1);
        assertThat(steps.path(0).path(0).asInt()).isEqualTo(10);
        assertThat(steps.path(0).path(3).asText()).isEqualTo("+30.0 %");
    }

    @Test
    void sizes_of_a_parameter_give_a_law() throws Exception {
        List<CaseSamples> sizes = List.of(
                DeclaredForks.of("suite/grows", "size=10")
                        .means(1e-6, 1e-6, 1e-6)
                        .samples(),
                DeclaredForks.of("suite/grows", "size=100")
                        .means(1e-4, 1e-4, 1e-4)
                        .samples(),
                DeclaredForks.of("suite/grows", "size=1000")
                        .means(1e-2, 1e-2, 1e-2)
                        .samples());
        String page =
                HtmlReport.render("a run", Runs.everything().view(), new Sampled(List.of(), sizes, Sampled.NO_HISTORY));
        JsonNode scaling = data(page, "data").path("scaling");
        assertThat(scaling).hasSize(1);
        assertThat(scaling.path(0).path("fit").path("b").asDouble()).isEqualTo(2.0);
        assertThat(scaling.path(0).path("fit").path("a").asDouble()).isEqualTo(1e-8);
    }

    @Test
    void tasks_at_once_give_an_efficiency() throws Exception {
        List<CaseSamples> tasks = List.of(
                DeclaredForks.of("suite/at_once", "tasks=1").means(1e-3, 1e-3).samples(),
                DeclaredForks.of("suite/at_once", "tasks=4").means(2e-3, 2e-3).samples());
        String page =
                HtmlReport.render("a run", Runs.everything().view(), new Sampled(List.of(), tasks, Sampled.NO_HISTORY));
        JsonNode efficiency = data(page, "data").path("scaling").path(0).path("efficiency");
        assertThat(efficiency.path(1).path(0).asInt()).isEqualTo(4);
        assertThat(efficiency.path(1).path(1).path(0).asDouble()).isEqualTo(2.0);
    }

    @Test
    void whatever_a_benchmark_is_called_is_text() throws Exception {
        List<String> pages = List.of(
                HtmlReport.render("<script>alert(1)</script>", Hostile.view(), HostilePage.NO_FORKS),
                HtmlReport.render("", Comparisons.hostile().view(), HostilePage.NO_FORKS));
        for (String page : pages) {
            assertThat(data(page, "data").path("cases")).isNotEmpty();
            assertThat(page).doesNotContain("<script>alert(1)");
            assertThat(page).doesNotContain("<!-- marker");
            assertThat(page).doesNotContain("\u202e");
            assertThat(page).doesNotContain("\u001b");
            assertThat(page.split("<script", -1)).hasLength(5);
            assertThat(sources(page)).isEqualTo(sources(run()));
        }
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    void another_locale_and_time_zone_give_the_same_bytes() {
        String before = comparison() + run();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
                assertWithMessage(tag).that(comparison() + run()).isEqualTo(before);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
