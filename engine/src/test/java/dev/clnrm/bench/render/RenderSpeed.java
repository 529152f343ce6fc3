package dev.clnrm.bench.render;

import java.util.List;
import java.util.Locale;

/** Prints how long rendering takes, from a judgement to a text, and how much memory; see {@code scripts/render-speed.sh}. */
final class RenderSpeed {
    private RenderSpeed() {}

    public static void main(String[] args) {
        int cases = Integer.parseInt(args[0]);
        CompareView view = Comments.big(cases).view();
        Templates templates = Templates.own();
        System.out.printf(Locale.ROOT, "%-8s %9s %10s %12s%n", "text", "cases", "ms", "bytes");
        for (String what : List.of("comment", "summary", "issue", "table", "json", "csv", "junit")) {
            long start = System.nanoTime();
            String text =
                    switch (what) {
                        case "comment" -> templates.comment(view, Comments.OCCASION);
                        case "summary" -> templates.summary(view, Comments.OCCASION);
                        case "issue" -> templates.issue(view, Comments.OCCASION);
                        default ->
                            CompareReport.of(Format.ofWord(what).orElseThrow(), Style.PLAIN)
                                    .render(view);
                    };
            long took = (System.nanoTime() - start) / 1_000_000;
            System.out.printf(Locale.ROOT, "%-8s %,9d %,10d %,12d%n", what, cases, took, Parts.bytes(text));
        }
    }
}
