package dev.clnrm.bench.report.markdown;

import dev.clnrm.bench.reach.ChangedMember;
import dev.clnrm.bench.reach.Foreseen;
import dev.clnrm.bench.reach.ReachSummary;
import dev.clnrm.bench.reach.ReachedMember;
import dev.clnrm.bench.report.AffectedReport;
import dev.clnrm.bench.report.ForeseenText;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.MarkdownText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The template data of what a change reaches. */
record AffectedView(AffectedReport report) {
    private static final int CASES = 4;

    /** The data with at most this many rows of each kind. */
    Map<String, Object> data(int most) {
        List<ReachedMember> reached = report.reach().reached().toList();
        List<ChangedMember> unreached = report.reach().unreached();
        int shown = Math.min(most, reached.size());
        List<String> files = report.reach().unmeasured();
        int missed = Math.min(most, unreached.size());
        return new TemplateRow()
                .name("base", report.base())
                .name("head", report.head())
                .ours("sentence", report.sentence())
                .each("reached", reached.stream().limit(shown), this::row)
                .with("moreReached", reached.size() - shown)
                .each("unreached", unreached.stream().limit(missed), UnreachedRows::row)
                .with("moreUnreached", unreached.size() - missed)
                .each("unmeasured", files.stream().limit(most), Inert::name)
                .with("moreUnmeasured", Math.max(0, files.size() - most))
                .with("foreseen", report.foreseen().map(AffectedView::foreseen))
                .with("limits", report.limits())
                .ours(
                        "command",
                        Optional.of(report.command())
                                .filter(command -> !command.isEmpty())
                                .map(command -> MarkdownText.fenced(List.of(command))));
    }

    private static TemplateRow foreseen(Foreseen foreseen) {
        return new TemplateRow()
                .ours("ground", ForeseenText.ground(foreseen))
                .each("cases", foreseen.cases().stream().limit(ReachSummary.MOST), one -> new TemplateRow()
                        .name("name", one.name())
                        .ours("probability", ForeseenText.probability(one))
                        .ours("precedents", ForeseenText.precedents(one)))
                .with("more", Math.max(0, foreseen.cases().size() - ReachSummary.MOST))
                .each("tried", ForeseenText.tried(foreseen).stream(), clause -> new TemplateRow()
                        .ours("words", clause));
    }

    private TemplateRow row(ReachedMember one) {
        int number = one.cases().size();
        return UnreachedRows.row(one.member())
                .with("number", number)
                .with("byName", AffectedReport.byName(one))
                .with("every", number > 1 && number == report.reach().cases().size())
                .each("cases", one.cases().stream().limit(CASES), Inert::name)
                .with("more", Math.max(0, number - CASES));
    }
}
