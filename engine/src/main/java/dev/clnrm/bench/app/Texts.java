package dev.clnrm.bench.app;

import dev.clnrm.bench.report.CompareFacts;
import dev.clnrm.bench.report.CompareReport;
import dev.clnrm.bench.report.CompareView;
import dev.clnrm.bench.report.Format;
import dev.clnrm.bench.report.Occasion;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.RunFacts;
import dev.clnrm.bench.report.RunView;
import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.report.Templates;
import dev.clnrm.bench.report.html.HtmlReport;
import dev.clnrm.bench.report.html.Sampled;
import java.util.List;

/** What is said of a run that was judged: the same verdict for those who look at a pull request, a job, an issue, or a program's output. */
public sealed interface Texts {
    /** The comment on a pull request, without the hidden line it is found by. */
    String comment(Occasion occasion);

    /** The summary of a job. */
    String summary(Occasion occasion);

    /** The text of an issue, without the hidden line it is found by. */
    String issue(Occasion occasion);

    /** The title of an issue. */
    String title();

    /** All of it as a command prints it. */
    String in(Format format);

    /** All of it to look at: one file of HTML that needs no network. */
    String page();

    /**
     * The same with what somebody knows who has the run at hand.
     *
     * @param name what the run was called
     * @param again the words that ask for it again
     * @param folder where it is
     * @param with what it rests on, and what was measured before
     */
    String page(String name, List<String> again, String folder, Sampled with);

    /** The text without its first line: whoever posts it has a marker that says more. */
    private static String unmarked(String text, Occasion occasion) {
        String marker = occasion.marker() + "\n";
        return text.startsWith(marker) ? text.substring(marker.length()) : text;
    }

    /**
     * Two sides, as templates say it.
     *
     * @param view the comparison
     * @param sampled what it rests on
     * @param templates what renders it
     */
    record Compared(CompareView view, Sampled sampled, Templates templates) implements Texts {
        @Override
        public String comment(Occasion occasion) {
            return unmarked(templates.comment(view, occasion), occasion);
        }

        @Override
        public String summary(Occasion occasion) {
            return templates.summary(view, occasion);
        }

        @Override
        public String issue(Occasion occasion) {
            return unmarked(templates.issue(view, occasion), occasion);
        }

        @Override
        public String title() {
            return Templates.issueTitle(view);
        }

        @Override
        public String in(Format format) {
            return CompareReport.of(format, Style.PLAIN).render(view);
        }

        @Override
        public String page() {
            return HtmlReport.render(view, sampled);
        }

        @Override
        public String page(String name, List<String> again, String folder, Sampled with) {
            CompareFacts said = view.facts();
            CompareFacts facts = new CompareFacts(
                    said.base(), said.head(), again, said.notes(), said.cost().map(cost -> cost.keptIn(folder)));
            return HtmlReport.render(new CompareView(view.judgement(), view.promised(), facts), with);
        }
    }

    /**
     * One side by itself.
     *
     * @param view the run
     * @param sampled what it rests on
     * @param name what the run is called
     * @param status the verdict in one word
     */
    record Alone(RunView view, Sampled sampled, String name, String status) implements Texts {
        @Override
        public String comment(Occasion occasion) {
            return unmarked(Templates.own().comment(view, occasion), occasion);
        }

        @Override
        public String summary(Occasion occasion) {
            return Templates.own().summary(view, occasion);
        }

        @Override
        public String issue(Occasion occasion) {
            return unmarked(Templates.own().issue(view, occasion), occasion);
        }

        @Override
        public String title() {
            return "Performance: " + status;
        }

        @Override
        public String in(Format format) {
            return Report.of(format, Style.PLAIN).render(view);
        }

        @Override
        public String page() {
            return HtmlReport.render(name, view, sampled);
        }

        @Override
        public String page(String called, List<String> again, String folder, Sampled with) {
            RunFacts facts = view.facts().keptIn(folder);
            return HtmlReport.render(called, new RunView(view.judgement(), view.promised(), facts), with);
        }
    }
}
