package dev.clnrm.bench.report.table;

import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.ChangeText;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.SecondaryText;
import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.report.table.Grid.Align;
import dev.clnrm.bench.report.table.Grid.Cell;
import dev.clnrm.bench.report.table.Grid.Column;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Secondary;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A row for every case of two sides: both amounts, the change, and the verdict. */
public final class ChangeTable {
    /** The most rows in the order of the cases. If there are more, rows with a finding come first. */
    private static final int MOST_ROWS = 60;

    private static final Cell MOVED = new Cell("", "", SecondaryText.MOVED, Role.CARE, SecondaryText.MOVED);

    private final Report view;
    private final List<ChangeVerdict> shown;
    private final Function<ChangeVerdict, List<Secondary>> beside;
    private final Grid grid;

    private ChangeTable(Report view, List<ChangeVerdict> shown) {
        this.view = view;
        this.shown = shown;
        beside = view.besideOf(shown);
        grid = new Grid(List.of(
                new Column("case", Align.LEFT),
                new Column("base", Align.AMOUNT, true),
                new Column("head", Align.AMOUNT),
                new Column("change", Align.AMOUNT),
                new Column(Percents.level(view.compared().rules().confidence()) + " interval", Align.LEFT),
                new Column("forks", Align.RIGHT, true),
                new Column("verdict", Align.LEFT)));
        Set<CaseName> several = view.inSeveralModes();
        bySuite().forEach((suite, rows) -> {
            grid.titles(Cell.name(suite).painted(Role.HEADING));
            rows.forEach(verdict -> {
                row(verdict, several.contains(verdict.name()));
                beside.apply(verdict).forEach(one -> row(verdict, one));
            });
        });
    }

    /** The time of every case, and its allocation if that changed. */
    private static List<ChangeVerdict> worth(Report view) {
        return view.only(v -> v.metric() == Metric.TIME || v.finding() != Finding.OK);
    }

    /** The table of a report of two sides, with every row. */
    public static Grid of(Report view) {
        return new ChangeTable(view, worth(view)).grid;
    }

    /** The table for a terminal, with a note about omitted rows. */
    static String render(Report view, Style style) {
        List<ChangeVerdict> worth = worth(view);
        if (worth.isEmpty()) {
            return "";
        }
        ChangeTable table = new ChangeTable(
                view,
                worth.size() <= MOST_ROWS
                        ? worth
                        : worth.stream()
                                .sorted(Comparator.comparing(ChangeVerdict::finding)
                                        .thenComparing(
                                                verdict -> view.moved(verdict).isEmpty()))
                                .limit(MOST_ROWS)
                                .toList());
        return table.grid.render(style) + table.omitted(worth.size());
    }

    private String omitted(int worth) {
        String cases = worth > shown.size()
                ? "… and " + (worth - shown.size()) + " more: --format csv and json show all\n"
                : "";
        long results = shown.stream()
                .mapToLong(verdict ->
                        view.beside(verdict).size() - beside.apply(verdict).size())
                .sum();
        return results == 0
                ? cases
                : cases + "… and " + Counts.count(results, "secondary result")
                        + " that did not move: --format csv and json show all\n";
    }

    private Map<String, List<ChangeVerdict>> bySuite() {
        return shown.stream()
                .collect(Collectors.groupingBy(v -> v.name().suite(), LinkedHashMap::new, Collectors.toList()));
    }

    private void row(ChangeVerdict verdict, boolean severalModes) {
        String severity = verdict.severity().map(s -> ", " + Words.of(s)).orElse("");
        grid.row(List.of(
                Cell.name(
                        "  ",
                        Words.inSuite(verdict.name()),
                        (severalModes ? " (" + verdict.mode().jmhName() + ")" : "")
                                + (verdict.metric() == Metric.TIME ? "" : "  " + Words.of(verdict.metric()))),
                Cell.of(ChangeText.amount(verdict.metric(), verdict.base())),
                Cell.of(ChangeText.amount(verdict.metric(), verdict.head())),
                Cell.of(ChangeText.of(verdict).orElse("")),
                Cell.of(ChangeText.interval(verdict)),
                Cell.of(ChangeText.forks(verdict)),
                Cell.of(view.sign(verdict), severity + view.about(verdict))));
    }

    /** A row for a secondary result, below its case. */
    private void row(ChangeVerdict verdict, Secondary one) {
        grid.row(List.of(
                Cell.name(one.name()).under("  "),
                CaseTable.amount(one, one.base()),
                CaseTable.amount(one, one.head()),
                Cell.of(SecondaryText.change(one)),
                Cell.of(SecondaryText.range(one)),
                Cell.of(SecondaryText.forks(one)),
                SecondaryText.moved(verdict, one) ? MOVED : Cell.EMPTY));
    }
}
