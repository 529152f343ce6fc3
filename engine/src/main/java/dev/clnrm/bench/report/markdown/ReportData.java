package dev.clnrm.bench.report.markdown;

import static dev.clnrm.bench.report.markdown.MarkdownFormat.markup;

import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.HeadJudgement;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.report.ChangeText;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.MarkdownText;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.RunFacts;
import dev.clnrm.bench.report.Summary;
import dev.clnrm.bench.report.Warnings;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.report.table.CaseTable;
import dev.clnrm.bench.report.table.ChangeTable;
import dev.clnrm.bench.report.table.Grid;
import dev.clnrm.bench.report.table.Grid.Cell;
import dev.clnrm.bench.samples.Cost;
import dev.clnrm.bench.stats.ForkStatistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The template data of a report. The keys are described in {@code templates/README.md}. */
final class ReportData {
    private static final int OF_ONE_CAUSE = 3;

    private final Report report;
    private final Occasion occasion;
    private final TemplateRow data = new TemplateRow();

    private ReportData(Report report, Occasion occasion) {
        this.report = report;
        this.occasion = occasion;
    }

    /** The data with at most this many rows that matter. */
    static TemplateRow of(Report report, Occasion occasion, int most) {
        ReportData all = new ReportData(report, occasion);
        all.occasion();
        all.verdict();
        all.changes(most);
        all.promises();
        all.method();
        return all.data;
    }

    private void occasion() {
        Links links = occasion.links();
        data.ours("marker", occasion.marker())
                .with(
                        "links",
                        Stream.of(link("HTML report", links.report()), link("the run", links.run()))
                                .flatMap(Optional::stream)
                                .toList())
                .ours("base", report.facts().base().map(base -> side(base, links.base())))
                .ours("head", side(report.facts().head(), links.head()))
                .with("budgetsFile", occasion.budgetsFile())
                .with("budgetChanges", occasion.budgetChanges());
    }

    private static Optional<Object> link(String text, Optional<String> address) {
        return address.map(present -> markup(Links.link(text, address)));
    }

    /** {@code `main` (3f2c1ab)}, with a link to the commit if there is one. */
    private static String side(RunFacts.Named side, Optional<String> address) {
        Optional<String> commit =
                Links.commit(address).filter(c -> !side.label().contains(c));
        return Links.link(
                MarkdownText.name(side.label())
                        + commit.map(c -> " (" + c + ")").orElse(""),
                address);
    }

    private void verdict() {
        String sentence = Summary.sentence(report);
        data.sign(Summary.sign(report))
                .ours("title", Summary.title(report))
                .ours("sentence", sentence)
                .ours("opening", Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
    }

    private void changes(int most) {
        ChangeRows changes = new ChangeRows(report);
        boolean two = report.change().isPresent();
        List<TemplateRow> rows = two ? changes.thatMatter() : List.of();
        List<TemplateRow> moved = changes.moved();
        boolean oneCause = report.change().flatMap(ChangeJudgement::commonCause).isPresent();
        // If many cases have one cause, a few rows show its effect.
        int shown = Math.min(rows.size(), oneCause ? Math.min(OF_ONE_CAUSE, most) : most);
        Grid cases = two ? ChangeTable.of(report) : CaseTable.of(report);
        List<ChangeVerdict> regressed = report.found(Finding.REGRESSED);
        String omitted = two ? "" : CaseTable.notes(report).strip();
        List<Caveat.Unlike> unlike =
                Report.forbidding(report.change().map(ChangeJudgement::caveats).orElse(List.of()));
        data.with(
                        "quiet",
                        moved.isEmpty()
                                && occasion.budgetChanges().isEmpty()
                                && report.change().filter(ReportData::quiet).isPresent())
                .with(
                        "waived",
                        !regressed.isEmpty()
                                && regressed.stream().allMatch(v -> v.waiver().isPresent()))
                .ours("detectable", report.detectable().map(Percents::percent))
                .with("rows", rows.subList(0, shown))
                .with("moreRows", rows.size() - shown + changes.failedUntold())
                .with("inconclusive", changes.inconclusive())
                .with("moved", moved)
                .with("cases", tables(cases))
                .ours("casesOmitted", omitted.isEmpty() ? Optional.empty() : Optional.of(omitted))
                .each("unlike", unlike.stream(), Words::of);
    }

    /** Tables of {@code title}, {@code columns} and {@code rows}. */
    private static List<Map<String, Object>> tables(Grid grid) {
        List<Integer> said = grid.said();
        List<Map<String, Object>> tables = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        for (Grid.Line line : grid.lines()) {
            List<Cell> cells = line.cells();
            switch (line.kind()) {
                case GAP -> {}
                case TITLES -> {
                    rows = new ArrayList<>();
                    tables.add(Map.of(
                            "title", markup(cells.get(0).markdown()), "columns", titles(grid, said), "rows", rows));
                }
                case HEADING, ROW ->
                    rows.add(said.stream()
                            .<Object>map(
                                    c -> markup(c < cells.size() ? cells.get(c).markdown() : ""))
                            .toList());
            }
        }
        return tables;
    }

    private static List<Map<String, Object>> titles(Grid grid, List<Integer> said) {
        return said.stream()
                .map(grid.columns()::get)
                .map(column -> Map.<String, Object>of(
                        "title",
                        markup(column.title()),
                        "align",
                        markup(column.align() == Grid.Align.LEFT ? ":---" : "---:")))
                .toList();
    }

    /** Whether one line is enough for the whole result. */
    private static boolean quiet(ChangeJudgement all) {
        HeadJudgement promises = all.promises();
        return all.result() == ChangeJudgement.Result.OK
                && all.verdicts().stream().allMatch(v -> v.finding() == Finding.OK || v.finding() == Finding.NEW)
                && promises.budgets().stream().allMatch(b -> b.status() == Status.PASS)
                && promises.laws().stream().allMatch(l -> l.status() == Status.PASS)
                && promises.failed().isEmpty();
    }

    private void promises() {
        PromiseRows rows = new PromiseRows(report);
        data.with("budgets", rows.atRisk())
                .with("laws", rows.laws())
                .with("failed", rows.failed())
                .with("failedAlike", rows.failedAlike())
                .with("doubts", report.promises().doubts());
    }

    private void method() {
        RunFacts facts = report.facts();
        data.with("cost", facts.cost().map(this::cost))
                .with(
                        "machines",
                        Stream.concat(facts.base().stream(), Stream.of(facts.head()))
                                .map(side -> new TemplateRow()
                                        .with("host", side.host())
                                        .with("jdk", side.jdk()))
                                .distinct()
                                .toList())
                .ours("statistic", ChangeText.statistic(report))
                .ours("noise", Summary.noise(report))
                .ours("level", Percents.level(report.promises().rules().confidence()))
                .with(
                        "test",
                        report.change()
                                .filter(change -> change.census().family() > 0)
                                .map(ReportData::test))
                .with("unreached", UnreachedRows.of(facts.reach()))
                .with("unmeasured", UnreachedRows.unmeasured(facts.reach()))
                .with("replaced", facts.cost().map(Cost::replaced).orElse(List.of()))
                .with("warnings", warnings(Warnings.of(report)))
                .ours("again", again().map(command -> MarkdownText.fenced(List.of(command))));
    }

    private static List<Object> warnings(Warnings warnings) {
        List<Object> lines = new ArrayList<>();
        warnings.ofTheWhole().forEach(text -> lines.add(markup(MarkdownText.code(text))));
        warnings.kinds().forEach((kind, subjects) -> {
            List<String> names = subjects.stream()
                    .map(one -> MarkdownText.name(one.name()) + one.further())
                    .toList();
            lines.add(markup(kind + ": " + Counts.some(names, Warnings.NAMES)));
        });
        lines.addAll(warnings.notes());
        return lines;
    }

    private TemplateRow cost(Cost cost) {
        return new TemplateRow()
                .ours("words", Words.forks(report.facts()))
                .with("base", cost.baseForks())
                .with("head", cost.headForks())
                .ours("time", Counts.duration(cost.seconds()))
                .with("most", cost.mostForks())
                .with("early", cost.decidedEarly())
                .with("sameCode", cost.controls())
                .ours("seed", String.valueOf(cost.seed()))
                .with("folder", cost.folder());
    }

    /** The test that decided, its statistic, and the number of cases. */
    private static TemplateRow test(ChangeJudgement change) {
        ForkStatistic usual = ChangeText.usual(change);
        return new TemplateRow()
                .ours("name", Words.test(change.moderated()))
                .ours("on", Words.iterations(usual))
                .with("slow", usual == ForkStatistic.FLOOR)
                .with("family", change.census().family())
                .with("platforms", change.rules().strictness().together())
                .ours("whole", Percents.level(change.rules().levelOfAll()))
                .ours("level", Percents.level(change.rules().level()))
                .ours("confidence", Percents.level(change.rules().confidence()));
    }

    /** The command that repeats the measurement: of the worst case if one regressed, else of all cases. */
    private Optional<String> again() {
        List<ChangeVerdict> regressed = report.found(Finding.REGRESSED);
        return report.facts().command().isEmpty()
                ? Optional.empty()
                : Stream.concat(regressed.stream().filter(v -> report.compared().fails(v)), regressed.stream())
                        .findFirst()
                        .map(v -> report.again(v.name()))
                        .or(() -> Optional.of(report.again()));
    }
}
