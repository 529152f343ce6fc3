package dev.clnrm.bench.report;

import dev.clnrm.bench.report.format.Format;
import dev.clnrm.bench.report.html.HtmlReport;
import dev.clnrm.bench.report.markdown.Templates;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Prints the time from a judgement to the text of one format, and its size; see {@code scripts/render-speed.sh}. */
final class RenderSpeed {
    private RenderSpeed() {}

    public static void main(String[] args) {
        String what = args[0];
        int cases = Integer.parseInt(args[1]);
        Report view = Comments.big(cases).view();
        long start = System.nanoTime();
        String text =
                switch (what) {
                    case "comment" -> Templates.own().comment(Platforms.of(view), Comments.OCCASION);
                    case "summary" -> Templates.own().summary(Platforms.of(view), Comments.OCCASION);
                    case "issue" -> Templates.own().issue(Platforms.of(view), Comments.OCCASION);
                    case "page" -> HtmlReport.render("", view, HostilePage.NO_FORKS);
                    default ->
                        Format.valueOf(what.toUpperCase(Locale.ROOT))
                                .renderer(Style.PLAIN)
                                .render(view);
                };
        long took = (System.nanoTime() - start) / 1_000_000;
        System.out.printf(
                Locale.ROOT, "%-8s %,9d %,10d %,12d", what, cases, took, text.getBytes(StandardCharsets.UTF_8).length);
    }
}
