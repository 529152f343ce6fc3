package dev.clnrm.bench.report;

import static dev.clnrm.bench.report.MarkdownFormat.markup;

import dev.clnrm.bench.judge.CaseFailure;
import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.samples.Cost;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What templates see of a report, of one side or of two. The keys are described in {@code templates/README.md}.
 */
final class ReportData {
    private static final int OF_ONE_CAUSE = 3;

    private final Occasion occasion;
    private final TemplateRow data = new TemplateRow();

    private ReportData(Occasion occasion) {
        this.occasion = occasion;
    }

    /** The data of one side. */
    static Map<String, Object> of(RunView view, Occasion occasion) {
        ReportData all = new ReportData(occasion);
        all.occasion();
        all.promises(view, List.of());
        all.verdict(
                Summary.sign(view.judgement()),
                Summary.sign(view.judgement()).title(),
                Summary.sentence(view.judgement()));
        all.data
                .with("quiet", false)
                .with("waived", false)
                .with("rows", List.of())
                .with("moreRows", 0)
                .with("cases", CaseTable.of(view).data())
                .ours("casesOmitted", Optional.of(view.besidesHidden()).filter(words -> !words.isEmpty()))
                .with("inconclusive", List.of())
                .with("moved", List.of())
                .with("unlike", List.of())
                .with("measured", ours(MethodLines.of(view)))
                .with("replaced", List.of())
                .with("warnings", Warnings.of(view).data());
        return all.data;
    }

    /** The data of two sides, with at most so many rows that matter. */
    static Map<String, Object> of(CompareView view, Occasion occasion, int most) {
        ReportData all = new ReportData(occasion);
        ChangeJudgement judgement = view.judgement();
        ChangeRows changes = new ChangeRows(view);
        List<TemplateRow> rows = changes.thatMatter();
        List<TemplateRow> moved = changes.moved();
        // Of many cases with one cause, a few show what it did.
        int shown = Math.min(rows.size(), judgement.commonCause().isPresent() ? Math.min(OF_ONE_CAUSE, most) : most);
        all.occasion();
        all.promises(view.head(), judgement.failures());
        all.verdict(StatusLabel.of(judgement.result()), Summary.title(view), Summary.sentence(view));
        all.data
                .ours("base", side(view.facts().base(), occasion.links().base()))
                .ours("head", side(view.facts().head(), occasion.links().head()))
                .with("quiet", moved.isEmpty() && occasion.budgetChanges().isEmpty() && quiet(judgement))
                .with(
                        "waived",
                        judgement.verdicts().stream().anyMatch(v -> v.waiver().isPresent()))
                .ours("detectable", view.detectable().map(Percents::percent))
                .ours("noise", judgement.noiseFloor().map(Percents::percent))
                .with("rows", rows.subList(0, shown))
                .with("moreRows", rows.size() - shown + changes.failedUntold())
                .with("cases", ChangeTable.of(view).data())
                .with("inconclusive", changes.inconclusive())
                .with("moved", moved)
                .with(
                        "unlike",
                        judgement.caveats().stream()
                                .filter(c -> c instanceof Caveat.Unlike unlike && !unlike.allowed())
                                .map(Words::of)
                                .toList())
                .with("measured", ours(MethodLines.of(view)))
                .with("replaced", view.facts().cost().map(Cost::replaced).orElse(List.of()))
                .with("warnings", Warnings.of(view).data())
                .ours("again", MarkdownText.fenced(List.of(again(view))));
        return all.data;
    }

    private void occasion() {
        Links links = occasion.links();
        data.with(Sections.NAME, Sections.DIRECTIVE)
                .with(Templates.COUNT_KEY, Templates.COUNT)
                .ours("marker", occasion.marker())
                .with(
                        "links",
                        Stream.of(link("HTML report", links.report()), link("the run", links.run()))
                                .flatMap(Optional::stream)
                                .toList())
                .with("budgetsFile", occasion.budgetsFile())
                .with("budgetChanges", occasion.budgetChanges());
    }

    private static Optional<Object> link(String text, Optional<String> address) {
        return address.map(present -> markup(Links.link(text, address)));
    }

    private void promises(RunView view, List<CaseFailure> failures) {
        PromiseRows rows = new PromiseRows(view, failures);
        data.with("budgets", rows.atRisk())
                .with("laws", rows.laws())
                .with("failed", rows.failed())
                .with("failedAlike", rows.failedAlike())
                .with("doubts", view.judgement().settings().doubts());
    }

    private void verdict(StatusLabel sign, String title, String sentence) {
        data.sign(sign)
                .ours("title", title)
                .ours("sentence", sentence)
                .ours("opening", Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
    }

    private static List<Object> ours(List<String> lines) {
        return lines.stream().<Object>map(MarkdownFormat::markup).toList();
    }

    /** Whether one line says it all. */
    private static boolean quiet(ChangeJudgement all) {
        Judgement promises = all.promises();
        return all.result() == ChangeJudgement.Result.OK
                && all.verdicts().stream().allMatch(v -> v.finding() == Finding.OK || v.finding() == Finding.NEW)
                && promises.budgets().stream().allMatch(b -> b.status() == Status.PASS)
                && promises.laws().stream().allMatch(l -> l.status() == Status.PASS)
                && promises.failed().isEmpty();
    }

    /** {@code `main` (3f2c1ab)}, with a link to the commit if there is one. */
    private static String side(CompareFacts.Named side, Optional<String> address) {
        Optional<String> commit =
                Links.commit(address).filter(c -> !side.label().contains(c));
        return Links.link(
                MarkdownText.name(side.label()) + commit.map(c -> " (" + c + ")").orElse(""), address);
    }

    /** The command that repeats it: the worst case if one regressed, else all. */
    private static String again(CompareView view) {
        List<ChangeVerdict> regressed = view.found(Finding.REGRESSED);
        return regressed.stream()
                .filter(v -> view.judgement().fails(v))
                .findFirst()
                .or(() -> regressed.stream().findFirst())
                .map(v -> view.again(v.name()))
                .orElseGet(view::again);
    }
}
