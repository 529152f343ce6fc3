package dev.clnrm.bench.report.table;

import dev.clnrm.bench.judge.HeadJudgement;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.report.CommandText;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.LawText;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.report.table.Grid.Align;
import dev.clnrm.bench.report.table.Grid.Cell;
import dev.clnrm.bench.report.table.Grid.Column;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A row for every law, and a block for each law that is not kept. */
final class LawTable {
    /** The most cases of a law that are listed by name. */
    private static final int MOST_CASES = 6;

    private LawTable() {}

    static String render(HeadJudgement judgement, Style style) {
        List<LawVerdict> laws = judgement.laws();
        if (laws.isEmpty()) {
            return "";
        }
        double usual = judgement.rules().confidence();
        Grid grid = new Grid(List.of(
                new Column("law", Align.LEFT),
                new Column("measured", Align.AMOUNT),
                new Column(Percents.level(usual) + " interval", Align.AMOUNT),
                new Column("required", Align.LEFT),
                new Column("status", Align.LEFT),
                new Column("rule", Align.LEFT)));
        grid.titles(Cell.of("laws", Role.HEADING));
        laws.forEach(law -> grid.row(List.of(
                Cell.name("  ", law.law().name(), ""),
                Cell.of(LawText.measured(law).value()),
                Cell.of(LawText.interval(law, usual)),
                Cell.of(LawText.requirement(law)),
                Cell.of(StatusLabel.of(law.status()), ""),
                Cell.name(law.law().place().toLine()).painted(Role.FAINT))));
        List<LawVerdict> some = laws.stream()
                .filter(law -> law.status() != Status.PASS)
                .sorted(Comparator.comparing(LawVerdict::status))
                .toList();
        return Block.joined(Stream.concat(
                Stream.of(grid.render(style)), Block.some(some, Block.MOST, StatusLabel.FAIL, LawTable::block, style)));
    }

    private static Block block(LawVerdict verdict) {
        LawText.Shown shown = LawText.measured(verdict);
        Block block = new Block(
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
                    Counts.some(verdict.cases().stream().map(Inert::name).toList(), MOST_CASES));
        }
        verdict.reason().ifPresent(reason -> block.note(Inert.sentence(reason)));
        LawText.deciding(verdict).ifPresent(block::note);
        if (!verdict.cases().isEmpty() && verdict.cases().size() <= MOST_CASES) {
            block.help("to repeat it, run  " + CommandText.again(verdict.cases(), verdict.forksToDecide()));
        }
        return block;
    }
}
