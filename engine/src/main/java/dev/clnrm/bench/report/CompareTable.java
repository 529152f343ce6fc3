package dev.clnrm.bench.report;

import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.ForkStatistic;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Secondary;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.Grid.Align;
import dev.clnrm.bench.report.Grid.Cell;
import dev.clnrm.bench.report.Grid.Column;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.Finding;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A comparison for a terminal: what changed in a table, what needs attention as blocks, the head's budgets and laws, caveats, and the
 * verdict last, where the eye rests.
 *
 * @param style how it looks
 * @param promises whether the head's budgets and laws are shown; not where a run's own table just has
 */
public record CompareTable(Style style, boolean promises) implements CompareReport {
    /** More rows are no longer read; then those in which something happened come first. */
    private static final int MOST_ROWS = 60;

    private static final double ROUNDING = 1e-9;

    @Override
    public String render(CompareView view) {
        return Stream.of(
                        cause(view),
                        table(view),
                        CompareBlocks.render(view, style),
                        promises ? BudgetBlocks.render(view.head(), style) : "",
                        promises ? LawTable.render(view.head(), style) : "",
                        CaseFailureBlocks.render(view, style, promises),
                        CompareWarnings.render(view, style),
                        CompareSummary.render(view, style))
                .filter(section -> !section.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** The one finding that stands for most cases, before any list of them. */
    private String cause(CompareView view) {
        return CommonCauseText.sentence(view.judgement())
                .map(text -> Display.wrap(text, style.prose()).stream()
                        .map(line -> style.palette().paint(StatusLabel.REGRESSED.role(), line) + "\n")
                        .collect(Collectors.joining()))
                .orElse("");
    }

    private String table(CompareView view) {
        List<ChangeVerdict> worth = view.only(v -> v.metric() == Metric.TIME || v.finding() != Finding.OK);
        if (worth.isEmpty()) {
            return "";
        }
        List<ChangeVerdict> shown = worth.size() <= MOST_ROWS
                ? worth
                : worth.stream()
                        .sorted(Comparator.comparing(ChangeVerdict::finding)
                                .thenComparing(verdict -> view.moved(verdict).isEmpty()))
                        .limit(MOST_ROWS)
                        .toList();
        Grid grid = new Grid(
                style,
                List.of(
                        new Column("case", Align.LEFT),
                        new Column("base", Align.AMOUNT),
                        new Column("head", Align.AMOUNT),
                        new Column("change", Align.AMOUNT),
                        new Column(Percents.level(view.judgement().settings().confidence()) + " interval", Align.LEFT),
                        new Column("forks", Align.RIGHT),
                        new Column("verdict", Align.LEFT)));
        Set<CaseName> several = view.inSeveralModes();
        Function<ChangeVerdict, List<Secondary>> beside = view.besideOf(shown);
        bySuite(shown).forEach((suite, rows) -> {
            if (!suite.equals(shown.get(0).name().suite())) {
                grid.gap();
            }
            grid.titles(Inert.name(suite));
            rows.forEach(verdict -> {
                grid.row(row(view, verdict, several));
                beside.apply(verdict).forEach(one -> grid.row(row(verdict, one)));
            });
        });
        String more = worth.size() > shown.size()
                ? "… and " + (worth.size() - shown.size())
                        + " more, none of them of greater weight: all are in --format csv and json\n"
                : "";
        return grid.render() + more + hidden(view, shown, beside);
    }

    /** What is left out beside the times of the cases shown. */
    private static String hidden(
            CompareView view, List<ChangeVerdict> shown, Function<ChangeVerdict, List<Secondary>> beside) {
        long hidden = shown.stream()
                .mapToLong(verdict ->
                        view.beside(verdict).size() - beside.apply(verdict).size())
                .sum();
        return hidden == 0
                ? ""
                : "… and " + Counts.count(hidden, "result") + " of JMH beside the times that did not move: all are in"
                        + " --format csv and json\n";
    }

    private static Map<String, List<ChangeVerdict>> bySuite(List<ChangeVerdict> verdicts) {
        return verdicts.stream()
                .collect(Collectors.groupingBy(v -> v.name().suite(), LinkedHashMap::new, Collectors.toList()));
    }

    private static List<Cell> row(CompareView view, ChangeVerdict verdict, Set<CaseName> several) {
        StatusLabel sign = view.sign(verdict);
        String severity = verdict.severity().map(s -> ", " + Words.of(s)).orElse("");
        return List.of(
                Cell.of("  " + subject(verdict, several)),
                Cell.of(amount(verdict.metric(), verdict.base())),
                Cell.of(amount(verdict.metric(), verdict.head())),
                Cell.of(ratio(verdict)),
                Cell.of(interval(verdict)),
                Cell.of(forks(verdict)),
                new Cell(sign + severity + view.about(verdict), sign.role()));
    }

    /** What JMH measured beside the time, under its case. */
    private static List<Cell> row(ChangeVerdict verdict, Secondary one) {
        return List.of(
                Cell.faint("    " + Inert.name(one.name())),
                Cell.of(SecondaryText.amount(one, one.base())),
                Cell.of(SecondaryText.amount(one, one.head())),
                Cell.of(SecondaryText.change(one)),
                Cell.of(SecondaryText.range(one)),
                Cell.of(SecondaryText.forks(one)),
                SecondaryText.moved(verdict, one) ? new Cell(SecondaryText.MOVED, Role.CARE) : Cell.EMPTY);
    }

    /** The interval, with its statistic where that is not the usual one; why there is none where forks are too few. */
    public static String interval(ChangeVerdict verdict) {
        Optional<ForkStatistic> other =
                verdict.comparison().flatMap(both -> verdict.look().filter(look -> look != both.usual()));
        return verdict.change()
                .map(change -> ends(verdict, change)
                        + other.map(look -> "  " + Words.of(look)).orElse(""))
                .orElse(verdict.ratio().isPresent() && oneFork(verdict) ? "one fork: not proven" : "");
    }

    /** The change, told apart from the tolerance; empty where there is no ratio. */
    public static String ratio(ChangeVerdict verdict) {
        double tolerance = 1 + verdict.limits().tolerance();
        return verdict.ratio()
                .map(ratio -> Percents.changed(ratio, near(ratio, tolerance), near(ratio, 1 / tolerance)))
                .orElse("");
    }

    /** A limit; that which a ratio reaches but for what logarithms and divisions leave is no limit to be told from. */
    private static double near(double ratio, double limit) {
        return Math.abs(ratio - limit) <= ROUNDING * limit ? Double.NaN : limit;
    }

    /** Both ends, told apart from no change and from the margin, for by these the case was judged. */
    private static String ends(ChangeVerdict verdict, Interval change) {
        double margin = 1 + verdict.limits().margin();
        return Percents.changed(change.low(), 1, margin) + " … " + Percents.changed(change.high(), 1, margin);
    }

    static boolean oneFork(ChangeVerdict verdict) {
        return Stream.of(verdict.base(), verdict.head())
                .flatMap(Optional::stream)
                .anyMatch(side -> side.forks() == 1);
    }

    /** The case in its suite, with the metric where it is not the time, and the mode where there are several. */
    private static String subject(ChangeVerdict verdict, Set<CaseName> several) {
        String name = verdict.name().toString().substring(verdict.name().suite().length() + 1);
        return Inert.name(name)
                + (several.contains(verdict.name()) ? " (" + verdict.mode().jmhName() + ")" : "")
                + (verdict.metric() == Metric.TIME ? "" : "  " + Words.of(verdict.metric()));
    }

    private static String amount(Metric metric, Optional<Estimate> estimate) {
        return estimate.map(e -> Amounts.estimate(metric, e)).orElse(Decimals.NONE);
    }

    static String forks(ChangeVerdict verdict) {
        Optional<Comparison> both = verdict.comparison();
        return both.map(c -> c.base().forks() == c.head().forks()
                        ? String.valueOf(c.head().forks())
                        : c.base().forks() + "+" + c.head().forks())
                .or(() -> verdict.base().map(e -> String.valueOf(e.forks())))
                .or(() -> verdict.head().map(e -> String.valueOf(e.forks())))
                .orElse("");
    }

    /** {@code +31.4 %   95 % interval +24.0 % … +39.2 %}; empty without an interval. */
    static Optional<String> change(ChangeVerdict verdict) {
        return verdict.change()
                .map(change -> ratio(verdict) + "   " + Percents.level(change.confidence()) + " interval "
                        + ends(verdict, change));
    }
}
