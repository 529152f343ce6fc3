package dev.clnrm.bench.report.html;

import dev.clnrm.bench.plan.Sha256;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Summary;
import dev.clnrm.bench.report.history.CaseHistory;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.report.history.PastRun;
import dev.clnrm.bench.report.json.HistoryJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A site of many runs: an overview, a page for each suite, and the numbers for programs. Its pages have relative links, open from disk or
 * from any folder of a server, and need no network.
 */
public final class Dashboard {
    /** The names that are safe in every file system and need no escape in a URL. */
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    /** Device names of Windows, reserved with any extension. */
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

    private static final int LONGEST = 40;
    private static final int HASH_DIGITS = 16;

    private Dashboard() {}

    /** The files by their paths in the site; each is rendered on demand. */
    public static Map<String, Supplier<String>> files(Overview overview) {
        Map<String, Supplier<String>> files = new LinkedHashMap<>();
        files.put("index.html", () -> index(overview));
        overview.suites().forEach((suite, cases) -> files.put(page(suite), () -> suite(overview, suite, cases)));
        files.put(
                "data/history.json", () -> new HistoryJson(Integer.MAX_VALUE, true).renderCompact(overview.history()));
        return files;
    }

    static String page(String suite) {
        return "suites/" + fileName(suite) + ".html";
    }

    private static String index(Overview overview) {
        History history = overview.history();
        Map<String, Object> model = new LinkedHashMap<>();
        StatusLabel sign = Summary.sign(overview.newest());
        model.put("symbol", sign.symbol());
        model.put("word", sign.word());
        model.put("role", sign.role().name().toLowerCase(Locale.ROOT));
        model.put("sentence", "The newest run: " + Summary.sentence(overview.newest()) + ".");
        model.put("title", spoken(history.cases(), history));
        model.put("facts", facts(overview));
        model.put("remarks", remarks(overview));
        model.put("blocks", Map.of("data", new DashboardJson(overview).ofAll()));
        return Pages.render("dashboard.ftlh", model, "dashboard/overview.js");
    }

    private static String suite(Overview overview, String suite, List<CaseHistory> cases) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", Inert.name(suite));
        model.put("sentence", spoken(cases, overview.history()) + ".");
        model.put("blocks", Map.of("data", new DashboardJson(overview).ofSuite(cases)));
        return Pages.render("suite.ftlh", model, "dashboard/suite.js");
    }

    /** {@code 79 cases over 12 runs}. */
    private static String spoken(List<CaseHistory> cases, History history) {
        return Counts.count(cases.size(), "case") + " over "
                + Counts.count(history.runs().size(), "run");
    }

    private static Map<String, String> facts(Overview overview) {
        History history = overview.history();
        PastRun first = history.runs().get(0);
        PastRun last = overview.run();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("newest run", Inert.name(last.id()) + ", " + last.minute() + " UTC");
        if (!last.shortCommit().isEmpty()) {
            facts.put("its commit", last.shortCommit());
        }
        facts.put("first run", Inert.name(first.id()) + ", " + first.minute() + " UTC");
        facts.put("confidence", Percents.percent(history.confidence()) + " intervals of the mean of forks");
        return facts;
    }

    private static List<String> remarks(Overview overview) {
        List<String> remarks = new ArrayList<>();
        overview.history().notes().forEach(note -> remarks.add(Inert.sentence(note)));
        if (overview.history().platforms().size() > 1) {
            remarks.add("times of different machines, JDKs or flags are separate series and are not compared");
        }
        if (overview.suites().size() == Overview.MOST_SUITES) {
            remarks.add("only the first " + Overview.MOST_SUITES + " suites have pages");
        }
        return remarks;
    }

    /**
     * A file name without its extension. It is the name itself if that has only lower-case letters, digits and {@code _}. Else it
     * is the allowed characters of the name, a hyphen, and a part of its SHA-256. No plain name has a hyphen, so two names never
     * share a file.
     */
    private static String fileName(String name) {
        if (PLAIN.matcher(name).matches() && !DEVICE.matcher(name).matches()) {
            return name;
        }
        String left = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "-");
        byte[] bytes = name.getBytes(StandardCharsets.UTF_16BE);
        String hash = new Sha256().append(bytes, bytes.length).hex().substring(0, HASH_DIGITS);
        return left.substring(0, Math.min(LONGEST, left.length())) + "-" + hash;
    }
}
