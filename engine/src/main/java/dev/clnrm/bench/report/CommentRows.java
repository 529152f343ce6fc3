package dev.clnrm.bench.report;

import static dev.clnrm.bench.report.MarkdownFormat.markup;

import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Secondary;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.Severity;
import dev.clnrm.bench.judge.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of a comment's tables, base against head. */
final class CommentRows {
    private static final Comparator<ChangeVerdict> WORST = Comparator.comparing(
                    (ChangeVerdict v) -> v.severity().orElse(Severity.MINOR))
            .reversed();

    /** More rows of cases that failed tell nothing more. */
    private static final int FAILED = 10;

    private final CompareView view;
    private final Set<CaseName> several;
    private final Map<CaseName, List<BudgetVerdict>> budgets;
    private final Map<CaseName, List<ChangeVerdict>> verdicts;
    private int failedUntold;

    CommentRows(CompareView view) {
        this.view = view;
        several = view.inSeveralModes();
        budgets = view.judgement().promises().budgets().stream().collect(Collectors.groupingBy(BudgetVerdict::name));
        verdicts = view.judgement().verdicts().stream().collect(Collectors.groupingBy(ChangeVerdict::name));
    }

    /** Regressed, failed, over budget, vanished, improved: what a reader has to know. */
    List<Map<String, Object>> thatMatter() {
        List<Map<String, Object>> rows = new ArrayList<>();
        Set<CaseName> told = new HashSet<>();
        List<ChangeVerdict> regressed = view.found(Finding.REGRESSED);
        regressed.stream().filter(v -> view.judgement().fails(v)).sorted(WORST).forEach(v -> rows.add(row(v)));
        regressed.stream().filter(v -> !view.judgement().fails(v)).sorted(WORST).forEach(v -> rows.add(row(v)));
        regressed.stream().filter(v -> v.metric() == Metric.TIME).forEach(v -> told.add(v.name()));
        int failing = 0;
        for (FailedCase failed : view.judgement().promises().failed()) {
            if (told.add(failed.name())) {
                failing++;
                if (failing <= FAILED) {
                    rows.add(failed(failed));
                }
            }
        }
        failedUntold = Math.max(0, failing - FAILED);
        for (BudgetVerdict budget : view.judgement().promises().budgets()) {
            if (budget.status() == Status.FAIL && (budget.percentile().isPresent() || told.add(budget.name()))) {
                rows.add(over(budget));
            }
        }
        view.only(v -> v.finding() == Finding.MISSING || v.finding() == Finding.REMOVED).stream()
                .filter(v -> !told.contains(v.name()))
                .forEach(v -> rows.add(row(v)));
        view.found(Finding.IMPROVED).forEach(v -> rows.add(row(v)));
        return rows;
    }

    /** How many failed cases have no row of their own: how they failed is told beside. */
    int failedUntold() {
        return failedUntold;
    }

    /** What is not known, and what would decide it; not what the difference of the sides or a failure leaves unknown, which is told first. */
    List<Map<String, Object>> inconclusive() {
        return Lists.as(view.only(v -> v.finding() == Finding.INCONCLUSIVE && (v.judged() || !told(v))), this::row);
    }

    private boolean told(ChangeVerdict verdict) {
        return view.failure(verdict).isPresent()
                || verdict.caveats().stream().anyMatch(c -> c instanceof Caveat.Unlike unlike && !unlike.allowed());
    }

    /** Every case: its time with what JMH measured beside it, and its allocation where that did not stay as it was. */
    List<Map<String, Object>> every() {
        List<ChangeVerdict> all = view.only(v -> v.metric() == Metric.TIME || v.finding() != Finding.OK);
        Function<ChangeVerdict, List<Secondary>> beside = view.besideOf(all);
        return Lists.as(all, verdict -> {
            Map<String, Object> row = row(verdict);
            row.put("about", markup(view.about(verdict)));
            row.put("beside", Lists.as(beside.apply(verdict), one -> beside(verdict, one)));
            return row;
        });
    }

    /** What moved beside the times, the farthest first. */
    List<Map<String, Object>> moved() {
        return Lists.as(view.moved(), moved -> {
            Map<String, Object> row = beside(moved.verdict(), moved.one());
            row.put("case", Inert.name(moved.verdict().name()));
            return row;
        });
    }

    private static Map<String, Object> beside(ChangeVerdict verdict, Secondary one) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", one.kind() == Secondary.Kind.PERCENTILE ? markup(one.name()) : Inert.name(one.name()));
        row.put("base", cell(SecondaryText.markdown(one, one.base())));
        row.put("head", cell(SecondaryText.markdown(one, one.head())));
        row.put("change", cell(SecondaryText.change(one)));
        String range = SecondaryText.range(one);
        if (!range.isEmpty()) {
            row.put("range", cell(range));
        }
        row.put("forks", markup(SecondaryText.forks(one)));
        row.put("moved", SecondaryText.moved(verdict, one));
        return row;
    }

    private Map<String, Object> row(ChangeVerdict verdict) {
        StatusLabel sign = view.sign(verdict);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("case", Inert.name(verdict.name()));
        row.put("of", markup(of(verdict)));
        row.put("base", amount(verdict.metric(), verdict.base()));
        row.put("head", amount(verdict.metric(), verdict.head()));
        row.put("change", cell(verdict.ratio().isPresent() ? CompareTable.ratio(verdict) : Decimals.NONE));
        String range = CompareTable.interval(verdict);
        if (!range.isEmpty()) {
            row.put("range", cell(range));
        }
        row.put("forks", markup(CompareTable.forks(verdict)));
        row.put("sign", CommentData.sign(sign));
        verdict.severity().ifPresent(s -> {
            row.put("severity", markup(Words.of(s)));
            row.put(
                    "threshold",
                    markup(Words.of(s) + " from +"
                            + Percents.level(verdict.rule().threshold(s)) + " on"));
        });
        verdict.rule().place().map(Place::toLine).map(Inert::name).ifPresent(p -> row.put("rule", p));
        verdict.waiver().ifPresent(w -> {
            row.put("until", markup(w.until().toString()));
            row.put("because", w.because());
        });
        if (verdict.metric() == Metric.TIME && verdict.waiver().isEmpty()) {
            view.promised()
                    .getOrDefault(verdict.name(), Budget.NONE)
                    .because()
                    .ifPresent(because -> row.put("because", because));
        }
        row.put("notGated", verdict.finding() == Finding.REGRESSED && !verdict.gated());
        verdict.evidence()
                .filter(e -> verdict.finding() == Finding.REGRESSED || verdict.finding() == Finding.IMPROVED)
                .ifPresent(e -> row.put(
                        "p",
                        markup(Probabilities.probability(
                                e.adjusted(), view.judgement().settings().level()))));
        row.put("reasons", verdict.reasons());
        verdict.forksToDecide().ifPresent(forks -> row.put("forksToDecide", forks));
        budgets.getOrDefault(verdict.name(), List.of()).stream()
                .filter(b -> b.metric() == verdict.metric() && b.percentile().isEmpty())
                .findFirst()
                .ifPresent(b -> row.put("budget", budget(b)));
        return row;
    }

    private Map<String, Object> over(BudgetVerdict budget) {
        Map<String, Object> row = measured(budget.name(), budget.metric());
        row.put(
                "of",
                markup(
                        budget.metric() == Metric.TIME && budget.percentile().isEmpty()
                                ? ""
                                : " " + BudgetText.limited(budget)));
        row.put("head", cell(CommentBudgets.current(budget)));
        row.put("budget", budget(budget));
        row.put("sign", CommentData.sign(StatusLabel.OVER_BUDGET));
        if (budget.critical()) {
            row.put("severity", markup("critical"));
        }
        row.put("rule", Inert.name(budget.rule().toLine()));
        budget.because().ifPresent(because -> row.put("because", because));
        return row;
    }

    private Map<String, Object> failed(FailedCase failed) {
        Map<String, Object> row = measured(failed.name(), Metric.TIME);
        row.put("sign", CommentData.sign(Words.of(failed)));
        row.put("notGated", !failed.gated());
        return row;
    }

    /** A row of a case in whatever it was measured, which is not why it is shown. */
    private Map<String, Object> measured(CaseName name, Metric metric) {
        Map<String, Object> row = new LinkedHashMap<>(verdicts.getOrDefault(name, List.of()).stream()
                .filter(v -> v.metric() == metric)
                .findFirst()
                .map(this::row)
                .orElseGet(() -> Map.of(
                        "case", Inert.name(name),
                        "of", markup(""),
                        "base", cell(Decimals.NONE),
                        "head", cell(Decimals.NONE),
                        "change", cell(Decimals.NONE),
                        "forks", markup(""),
                        "reasons", List.of())));
        List.of("severity", "threshold", "until", "because", "rule", "p").forEach(row::remove);
        row.put("notGated", false);
        return row;
    }

    private static Object budget(BudgetVerdict budget) {
        String room = budget.headroom()
                .map(share -> "<br>"
                        + (share < 0 && budget.status() == Status.FAIL
                                ? "over by " + Percents.percent(-share)
                                : "headroom " + Percents.headroom(share)))
                .orElse("");
        return cell(Amounts.limit(budget.metric(), budget.limit()) + room);
    }

    /** The metric where it is not the time, and the mode where there are several. */
    private String of(ChangeVerdict verdict) {
        return (verdict.metric() == Metric.TIME ? "" : " " + Words.of(verdict.metric()))
                + (several.contains(verdict.name()) ? " " + verdict.mode().jmhName() : "");
    }

    private static Object amount(Metric metric, Optional<Estimate> estimate) {
        return cell(estimate.map(e -> Amounts.estimate(metric, e)).orElse(Decimals.NONE));
    }

    /** Words of ours for a narrow column: not broken at their blanks. */
    static Object cell(String words) {
        return markup(words.replace(' ', '\u00a0'));
    }
}
