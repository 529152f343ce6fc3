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
    /** The summary of a job. */
    public String summary(Occasion occasion) {
        return Templates.own().summary(report, occasion);
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
