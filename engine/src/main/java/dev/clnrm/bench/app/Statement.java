package dev.clnrm.bench.app;

import dev.clnrm.bench.github.Breach;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Platforms;
import dev.clnrm.bench.report.markdown.Occasion;
import dev.clnrm.bench.report.markdown.Templates;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The result for a commit on GitHub: of one run, or of runs on several platforms together.
 *
 * @param runs the judged runs, by the name of their platform
 * @param refused the bundles that could not be judged
 * @param occasion the place of the text, and the facts around it
 */
public record Statement(Map<String, Judged> runs, List<Platforms.Refused> refused, Occasion occasion) {
    /** The rank of a result that could not be measured. */
    static final int COULD_NOT_MEASURE = 3;

    private static final int LONGEST_FILE = 60;

    public Statement {
        runs = Collections.unmodifiableMap(new LinkedHashMap<>(runs));
        refused = List.copyOf(refused);
    }

    private Platforms platforms() {
        return new Platforms(
                runs.entrySet().stream()
                        .map(run -> new Platforms.Platform(
                                run.getKey(), run.getValue().report()))
                        .toList(),
                refused);
    }

    private boolean alone() {
        return platforms().alone().isPresent();
    }

    /** The comment on a pull request, without the hidden line it is found by. */
    public String comment() {
        return unmarked(Templates.own().comment(platforms(), occasion));
    }

    /** The summary for a job's page. */
    public String summary() {
        return unmarked(Templates.own().summary(platforms(), occasion));
    }

    /** The text of an issue, without the hidden line it is found by. */
    public String issue() {
        return unmarked(Templates.own().issue(platforms(), occasion));
    }

    /** The text without its first line, because the poster adds its own marker. */
    private String unmarked(String text) {
        String marker = occasion.marker() + "\n";
        return text.startsWith(marker) ? text.substring(marker.length()) : text;
    }

    public String issueTitle() {
        return Templates.issueTitle(platforms());
    }

    /** The title of a check run: a short form of the verdict. */
    public String checkTitle() {
        return alone() ? status() : platforms().sentence();
    }

    /** The verdict in one word. */
    public String status() {
        return platforms().sign().code();
    }

    public int exit() {
        return platforms().exit();
    }

    /** How bad the result is, from 0. */
    public int rank() {
        int worst = runs.values().stream().mapToInt(Judged::rank).max().orElse(0);
        return refused.isEmpty() ? worst : Math.max(worst, COULD_NOT_MEASURE);
    }

    /** The number of cases that were measured or should have been, on any platform. */
    public long cases() {
        return runs.values().stream()
                .flatMap(run -> run.report().promised().keySet().stream())
                .distinct()
                .count();
    }

    /** The number of cases that are proven slower or proven to allocate more, on any platform. */
    public long regressed() {
        return found(Finding.REGRESSED);
    }

    /** The number of cases that are proven better, on any platform. */
    public long improved() {
        return found(Finding.IMPROVED);
    }

    private long found(Finding finding) {
        return runs.values().stream()
                .flatMap(run -> run.report().verdicts().stream())
                .filter(verdict -> verdict.finding() == finding)
                .map(ChangeVerdict::name)
                .distinct()
                .count();
    }

    /** The broken rules. If there are several platforms, each names its platform. */
    public List<Breach> breaches() {
        return runs.entrySet().stream()
                .flatMap(run -> {
                    Stream<Breach> breaches = run.getValue().breaches().stream();
                    return alone() ? breaches : breaches.map(one -> one.on(Inert.name(run.getKey())));
                })
                .toList();
    }

    /** The page of each run, by file name. */
    public Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        runs.forEach((platform, run) -> {
            String name = platform.replaceAll("[^A-Za-z0-9.]+", "-");
            String suffix = alone() ? "" : "-" + name.substring(0, Math.min(LONGEST_FILE, name.length()));
            String file = "report" + suffix + ".html";
            pages.put(pages.containsKey(file) ? "report-" + (pages.size() + 1) + ".html" : file, run.page());
        });
        return pages;
    }
}
