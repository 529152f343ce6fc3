package dev.clnrm.bench.report;

import dev.clnrm.bench.report.Grid.Align;
import dev.clnrm.bench.report.Grid.Cell;
import dev.clnrm.bench.report.Grid.Column;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.judge.Status;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Every law in a row, and those that are not kept as blocks. */
final class LawTable {
    /** The cases of a law that are named one by one. */
    private static final int MOST_CASES = 6;

    private LawTable() {}

    static String render(RunView view, Style style) {
        List<LawVerdict> laws = view.judgement().laws();
        if (laws.isEmpty()) {
            return "";
        }
        Grid grid = new Grid(
                style,
                List.of(
                        new Column("law", Align.LEFT),
                        new Column("measured", Align.AMOUNT),
                        new Column(Percents.level(view.judgement().settings().confidence()) + " interval", Align.AMOUNT),
                        new Column("required", Align.LEFT),
                        new Column("status", Align.LEFT),
                        new Column("rule", Align.LEFT)));
        grid.titles("laws");
        double usual = view.judgement().settings().confidence();
        for (LawVerdict law : laws) {
            LawText.Shown shown = LawText.measured(law);
            StatusLabel sign = StatusLabel.of(law.status());
            grid.row(List.of(
                    Cell.of("  " + Inert.name(law.law().name())),
                    Cell.of(shown.value()),
                    Cell.of(shown.range()
                            + law.measured()
                                    .interval()
                                    .map(i -> Percents.unusual(i, usual))
                                    .orElse("")),
                    Cell.of(LawText.requirement(law)),
                    new Cell(sign.toString(), sign.role()),
                    Cell.faint(Inert.name(law.law().place().toLine()))));
        }
        String blocks = laws.stream()
                .filter(law -> law.status() != Status.PASS)
                .sorted(Comparator.comparing(LawVerdict::status))
                .limit(BudgetBlocks.MOST)
                .map(law -> "\n" + block(law, style))
                .collect(Collectors.joining());
        return grid.render() + blocks;
    }

    private static String block(LawVerdict verdict, Style style) {
        LawText.Shown shown = LawText.measured(verdict);
        Block block = new Block(
                style,
                StatusLabel.of(verdict.status()),
                "law: " + Inert.name(verdict.law().name()),
                "");
        if (verdict.measured().value().isPresent()) {
            String interval = verdict.measured()
                    .interval()
                    .map(i -> "   " + Percents.level(i.confidence()) + " interval " + shown.range())
                    .orElse("");
            block.fact("measured", LawText.subject(verdict.law()) + " " + shown.value() + interval);
        }
        block.fact("required", LawText.requirement(verdict), verdict.law().place());
        if (!verdict.cases().isEmpty()) {
            block.fact(
                    "between",
                    Lists.some(verdict.cases().stream().map(Inert::name).toList(), MOST_CASES));
        }
        verdict.reason().ifPresent(reason -> block.note(Inert.sentence(reason)));
        if (verdict.status() == Status.INCONCLUSIVE
                && verdict.measured().interval().isPresent()) {
            block.note(BudgetBlocks.deciding(
                    verdict.forksToDecide(), verdict.measured().forks()));
        }
        if (!verdict.cases().isEmpty() && verdict.cases().size() <= MOST_CASES) {
            block.help("to see it again, run  " + CommandText.again(verdict.cases(), verdict.forksToDecide()));
        }
        return block.render();
    }
}
