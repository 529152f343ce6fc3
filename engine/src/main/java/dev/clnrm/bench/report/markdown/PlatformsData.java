package dev.clnrm.bench.report.markdown;

import static dev.clnrm.bench.report.markdown.MarkdownFormat.markup;

import dev.clnrm.bench.report.Decimals;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.MarkdownText;
import dev.clnrm.bench.report.Platforms;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.StatusLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The template data of several platforms: each platform, and a row for each case that matters on any of them. */
final class PlatformsData {
    /** The statuses that a word shows better than a number. */
    private static final Set<StatusLabel> IN_WORDS = EnumSet.of(
            StatusLabel.OVER_BUDGET,
            StatusLabel.FAILED,
            StatusLabel.NOT_RUN,
            StatusLabel.UNMEASURED,
            StatusLabel.MISSING,
            StatusLabel.REMOVED,
            StatusLabel.NEW,
            StatusLabel.INCOMPARABLE);

    private static final Set<StatusLabel> BROKEN = EnumSet.of(StatusLabel.FAIL, StatusLabel.UNMEASURED);
    private static final int MOST_NAMES = 3;

    private PlatformsData() {}

    /** The report of one platform, with its name. */
    static Map<String, Object> evidence(Platforms.Platform platform, Occasion occasion, int most) {
        return ReportData.of(platform.report(), occasion, most)
                .ours("platform", MarkdownText.element(Inert.name(platform.name())));
    }

    /**
     * The data of all platforms.
     *
     * @param evidence a text for each
     * @param inIssue whether the text is for an issue
     * @param most the most rows
     */
    static Map<String, Object> of(
            Platforms platforms, List<String> evidence, Occasion occasion, boolean inIssue, int most) {
        List<TemplateRow> each = new ArrayList<>();
        for (Platforms.Platform one : platforms.all()) {
            each.add(ReportData.of(one.report(), occasion, 1)
                    .name("platform", one.name())
                    .ours("evidence", evidence.get(each.size())));
        }
        List<TemplateRow> rows = rows(platforms.all());
        String sentence = platforms.sentence();
        List<String> names = platforms.worstNames();
        TemplateRow data = new TemplateRow();
        Stream.of("marker", "links", "base", "head", "budgetsFile", "budgetChanges")
                .filter(key -> each.get(0).containsKey(key))
                .forEach(key -> data.with(key, each.get(0).getOrDefault(key, "")));
        return data.sign(platforms.sign())
                .ours("title", sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1))
                .each("worst", names.size() > MOST_NAMES ? Stream.of() : names.stream(), Inert::name)
                .with(
                        "quiet",
                        platforms.refused().isEmpty()
                                && each.stream().allMatch(one -> Boolean.TRUE.equals(one.get("quiet"))))
                .with("inIssue", inIssue)
                .with("platforms", each)
                .each("refused", platforms.refused().stream(), one -> new TemplateRow()
                        .name("bundle", one.bundle())
                        .with("because", one.because()))
                .with("rows", rows.subList(0, Math.min(most, rows.size())))
                .with("moreRows", Math.max(0, rows.size() - most));
    }

    /** A row for each case that matters on a platform, the worst first: its worst status, and a cell for each platform. */
    private static List<TemplateRow> rows(List<Platforms.Platform> platforms) {
        Set<String> matter = new LinkedHashSet<>();
        List<Map<String, TemplateRow>> bySubject = new ArrayList<>();
        for (Platforms.Platform platform : platforms) {
            Map<String, TemplateRow> rows = new LinkedHashMap<>();
            thatMatter(platform.report()).forEach(row -> rows.putIfAbsent(subject(row), row));
            matter.addAll(rows.keySet());
            all(platform.report()).forEach(row -> rows.putIfAbsent(subject(row), row));
            bySubject.add(rows);
        }
        return matter.stream()
                .map(subject -> row(bySubject.stream()
                        .map(rows -> rows.getOrDefault(subject, new TemplateRow()))
                        .toList()))
                .sorted(WORST_FIRST)
                .toList();
    }

    private static final Comparator<TemplateRow> WORST_FIRST =
            Comparator.comparing(row -> Platforms.WORST_FIRST.indexOf(row.label()));

    private static TemplateRow row(List<TemplateRow> onEach) {
        TemplateRow worst =
                onEach.stream().filter(row -> !row.isEmpty()).min(WORST_FIRST).orElseThrow();
        TemplateRow row = new TemplateRow()
                .sign(worst.label())
                .with("case", worst.getOrDefault("case", ""))
                .ours("of", worst.words("of"))
                .each("cells", onEach.stream(), one -> markup(cell(one)));
        return worst.containsKey("severity") ? row.ours("severity", worst.words("severity")) : row;
    }

    private static String cell(TemplateRow row) {
        if (row.isEmpty()) {
            return Decimals.NONE;
        }
        String number = row.words(row.containsKey("change") ? "change" : "current");
        boolean inWords = number.isEmpty() || number.equals(Decimals.NONE) || IN_WORDS.contains(row.label());
        return row.label().emoji() + "\u00a0"
                + (inWords ? MarkdownText.unbroken(row.label().word()) : number);
    }

    /** The key of a row: the same for the same case and metric on each platform. Shown names may be cut and then be alike. */
    private static String subject(TemplateRow row) {
        return row.about() + row.words("of");
    }

    private static List<TemplateRow> thatMatter(Report report) {
        if (report.change().isPresent()) {
            return new ChangeRows(report).thatMatter();
        }
        PromiseRows rows = new PromiseRows(report);
        return Stream.concat(rows.atRisk().stream().filter(row -> BROKEN.contains(row.label())), rows.failed().stream())
                .map(PlatformsData::spaced)
                .toList();
    }

    private static List<TemplateRow> all(Report report) {
        if (report.change().isPresent()) {
            return new ChangeRows(report).all();
        }
        PromiseRows rows = new PromiseRows(report);
        return Stream.concat(rows.budgets().stream().map(PlatformsData::spaced), rows.measured().stream())
                .toList();
    }

    /** A row with the limited quantity of a budget after the name of its case. */
    private static TemplateRow spaced(TemplateRow row) {
        return row.containsKey("of") ? row.ours("of", " " + row.words("of")) : row;
    }
}
