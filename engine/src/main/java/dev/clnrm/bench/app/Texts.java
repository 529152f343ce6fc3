package dev.clnrm.bench.app;

import dev.clnrm.bench.report.Format;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.report.html.HtmlReport;
import dev.clnrm.bench.report.html.Sampled;
import dev.clnrm.bench.report.markdown.Occasion;
import dev.clnrm.bench.report.markdown.Templates;

/**
 * What is said of a run that was judged: the same verdict for those who look at a pull request, a job, an issue, or a program's output.
 *
 * @param report the judgement, of one side or two
 * @param sampled what it rests on
 * @param name what the run is called
 */
public record Texts(Report report, Sampled sampled, String name) {
    /** The comment on a pull request, without the hidden line it is found by. */
    public String comment(Occasion occasion) {
        return unmarked(Templates.own().comment(report, occasion), occasion);
    }

    /** The summary of a job. */
    public String summary(Occasion occasion) {
        return Templates.own().summary(report, occasion);
    }

    /** The text of an issue, without the hidden line it is found by. */
    public String issue(Occasion occasion) {
        return unmarked(Templates.own().issue(report, occasion), occasion);
    }

    /** The text without its first line: whoever posts it has a marker that says more. */
    private static String unmarked(String text, Occasion occasion) {
        String marker = occasion.marker() + "\n";
        return text.startsWith(marker) ? text.substring(marker.length()) : text;
    }

    /** The title of an issue. */
    public String title() {
        return Templates.issueTitle(report);
    }

    /** All of it as a command prints it. */
    public String in(Format format) {
        return format.renderer(Style.PLAIN).render(report);
    }

    /** All of it to look at: one file of HTML that needs no network. */
    public String page() {
        return HtmlReport.render(name, report, sampled);
    }
}
