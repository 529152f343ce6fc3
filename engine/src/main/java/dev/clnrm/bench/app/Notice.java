package dev.clnrm.bench.app;

import dev.clnrm.bench.config.NotifyWhen;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.report.ChangeText;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.Summary;
import java.util.List;
import java.util.stream.Stream;

/** A short message about a result, for an e-mail or a webhook. */
record Notice(Report report) {
    /** The most regressions in a message. The report has all of them. */
    private static final int MOST = 5;

    /** Whether the recipients want a message about this result. */
    boolean wanted(NotifyWhen when) {
        boolean worse = report.exit() == ExitStatus.OVER_BUDGET;
        return switch (when) {
            case REGRESSED -> worse;
            case CHANGED -> worse || !report.found(Finding.IMPROVED).isEmpty();
            case ALWAYS -> true;
        };
    }

    String title() {
        return Inert.sentence(Summary.title(report));
    }

    /** The lines of the message: the result in a sentence, then a line for each regression. */
    List<String> lines() {
        return Stream.concat(
                        Stream.of(Summary.sentence(report)),
                        regressed()
                                .map(verdict -> Inert.name(verdict.name()) + "  "
                                        + ChangeText.whole(verdict).orElse("")))
                .toList();
    }

    Stream<ChangeVerdict> regressed() {
        return report.found(Finding.REGRESSED).stream().limit(MOST);
    }

    /** A text in which the markup of HTML and Slack is escaped. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
