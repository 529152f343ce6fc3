package dev.clnrm.bench.report.markdown;

import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.Severity;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.profile.Explanation;
import dev.clnrm.bench.profile.JitFindings;
import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.report.BudgetText;
import dev.clnrm.bench.report.ChangeText;
import dev.clnrm.bench.report.Decimals;
import dev.clnrm.bench.report.GrowthText;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.JitText;
import dev.clnrm.bench.report.MarkdownText;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.Probabilities;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.SecondaryText;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.stats.Evidence;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Secondary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The template data of changes: a row for each one that matters, each inconclusive one, and each secondary result that moved. */
final class ChangeRows {
    private static final Comparator<ChangeVerdict> WORST = Comparator.comparing(
                    (ChangeVerdict v) -> v.severity().orElse(Severity.MINOR))
            .reversed();

    /** The most rows of failed cases: more rows add no information. */
    private static final int FAILED = 10;

    private final Report view;
    private final Set<CaseName> several;
    private int failures;

    ChangeRows(Report view) {
        this.view = view;
        several = view.inSeveralModes();
    }

    /** Regressed, failed, over budget, missing and improved cases: the rows that a reader must see. */
    List<TemplateRow> thatMatter() {
        List<TemplateRow> rows = new ArrayList<>();
        Set<CaseName> told = new HashSet<>();
        view.found(Finding.REGRESSED).stream()
                .sorted(Comparator.comparing(
                                (ChangeVerdict v) -> !view.compared().fails(v))
                        .thenComparing(WORST))
                .forEach(v -> {
                    rows.add(row(v));
                    if (v.metric() == Metric.TIME) {
                        told.add(v.name());
                    }
                });
        for (FailedCase failed : view.promises().failed()) {
            if (told.add(failed.name()) && ++failures <= FAILED) {
                rows.add(measured(failed.name(), Metric.TIME).sign(Words.of(failed)));
            }
        }
        for (BudgetVerdict budget : view.promises().budgets()) {
            if (budget.status() == Status.FAIL && (budget.percentile().isPresent() || told.add(budget.name()))) {
                rows.add(over(budget));
            }
        }
        Stream.of(Finding.MISSING, Finding.REMOVED)
                .flatMap(finding -> view.found(finding).stream())
                .filter(v -> !told.contains(v.name()))
                .forEach(v -> rows.add(row(v)));
        view.found(Finding.IMPROVED).forEach(v -> rows.add(row(v)));
        return rows;
    }

    /** The number of failed cases without a row of their own. The reasons are shown elsewhere. */
    int failedUntold() {
        return Math.max(0, failures - FAILED);
    }

    /** Every change, whether it matters or not. */
    List<TemplateRow> all() {
        return view.verdicts().stream().map(this::row).toList();
    }

    /** The inconclusive cases, except those whose reason is a difference of the sides or a failure. Such a reason is shown first. */
    List<TemplateRow> inconclusive() {
        return view
                .only(v -> v.finding() == Finding.INCONCLUSIVE
                        && (v.judged()
                                || (view.failure(v).isEmpty()
                                        && Report.forbidding(v.caveats()).isEmpty())))
                .stream()
                .map(this::row)
                .toList();
    }

    /** The secondary results that moved, the largest change first. */
    List<TemplateRow> moved() {
        return view.moved().stream()
                .map(moved -> new TemplateRow()
                        .about(moved.verdict().name())
                        .with(
                                "name",
                                moved.one().kind() == Secondary.Kind.PERCENTILE
                                        ? MarkdownFormat.markup(moved.one().name())
                                        : Inert.name(moved.one().name()))
                        .cell("change", SecondaryText.change(moved.one())))
                .toList();
    }

    /** The possible causes of a slowdown: the methods that grew, or the reason why none is known. */
    private static List<TemplateRow> grew(Explanation one) {
        if (one.failure().isPresent() || one.growth().isEmpty()) {
            return List.of(new TemplateRow()
                    .with("failure", one.failure().map(why -> "not profiled: " + why))
                    .ours("nothing", one.failure().isPresent() ? Optional.empty() : Optional.of(GrowthText.NOTHING)));
        }
        return one.growth().stream()
                .map(growth -> new TemplateRow()
                        .ours("share", GrowthText.share(growth.share()))
                        .name("method", GrowthText.method(growth.frame()))
                        .each("parts", growth.parts().stream(), part -> new TemplateRow()
                                .name("method", part.method())
                                .ours("share", GrowthText.share(part.share()))))
                .toList();
    }

    /** What the JIT compiler may do differently, and what the inputs hold in memory; empty if there is neither. */
    private static Optional<List<TemplateRow>> beside(Explanation one) {
        List<TemplateRow> rows = new ArrayList<>();
        one.jit().ifPresent(jit -> rows.addAll(jit(jit)));
        one.retention().ifPresent(held -> rows.add(new TemplateRow().ours("held", GrowthText.retained(held))));
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows);
    }

    private static List<TemplateRow> jit(JitFindings found) {
        List<TemplateRow> rows = new ArrayList<>();
        found.outgrown()
                .forEach(one ->
                        rows.add(new TemplateRow().name("method", one.method()).ours("grew", JitText.grew(one))));
        found.inlining()
                .forEach(one -> rows.add(new TemplateRow()
                        .name("callee", one.callee())
                        .name("caller", one.caller())
                        .ours("side", JitText.side(one))
                        .name("reason", one.reason())
                        .ours("may", JitText.MAY_EXPLAIN)));
        found.failure()
                .ifPresent(why -> rows.add(
                        new TemplateRow().ours("unknown", JitText.UNKNOWN).with("failure", Inert.sentence(why))));
        return rows;
    }

    private TemplateRow row(ChangeVerdict verdict) {
        boolean proven = verdict.finding() == Finding.REGRESSED || verdict.finding() == Finding.IMPROVED;
        return measured(verdict)
                .sign(view.sign(verdict))
                .ours("severity", verdict.severity().map(Words::of))
                .ours("threshold", verdict.severity().map(s -> ChangeText.threshold(verdict)
                        .orElseGet(() -> Words.of(s) + " from +"
                                + Percents.level(verdict.rule().threshold(s)))))
                .with("rule", verdict.rule().place().map(Place::toLine).map(Inert::name))
                .ours("until", verdict.waiver().map(waiver -> waiver.until().toString()))
                .with("because", because(verdict))
                .with("notGated", verdict.finding() == Finding.REGRESSED && !verdict.gated())
                .ours("p", verdict.evidence().filter(e -> proven).map(this::p));
    }

    /** The row without the verdict. */
    private TemplateRow measured(ChangeVerdict verdict) {
        Metric metric = verdict.metric();
        String mode = several.contains(verdict.name()) ? " " + verdict.mode().jmhName() : "";
        String range = ChangeText.interval(verdict);
        Optional<Explanation> explanation = view.explanation(verdict);
        return new TemplateRow()
                .about(verdict.name())
                .ours("of", (metric == Metric.TIME ? "" : " " + Words.of(metric)) + mode)
                .cell("base", ChangeText.amount(metric, verdict.base()))
                .cell("head", ChangeText.amount(metric, verdict.head()))
                .cell("change", ChangeText.of(verdict).orElse(Decimals.NONE))
                .cell("range", range.isEmpty() ? Optional.empty() : Optional.of(range))
                .ours("forks", ChangeText.forks(verdict))
                .with("reasons", verdict.reasons())
                .with("grew", explanation.map(ChangeRows::grew))
                .with("graph", explanation.flatMap(Explanation::graph))
                .with("beside", explanation.flatMap(ChangeRows::beside))
                .with("forksToDecide", verdict.forksToDecide())
                .with(
                        "budget",
                        view.promises().budgets().stream()
                                .filter(b -> b.name().equals(verdict.name()))
                                .filter(b ->
                                        b.metric() == metric && b.percentile().isEmpty())
                                .findFirst()
                                .map(ChangeRows::budget));
    }

    private Optional<String> because(ChangeVerdict verdict) {
        return verdict.waiver()
                .map(waiver -> waiver.because())
                .or(() -> verdict.metric() == Metric.TIME
                        ? view.budget(verdict.name()).because()
                        : Optional.empty());
    }

    private String p(Evidence evidence) {
        return Probabilities.probability(
                evidence.adjusted(), view.compared().rules().level());
    }

    private TemplateRow over(BudgetVerdict budget) {
        boolean mean = budget.metric() == Metric.TIME && budget.percentile().isEmpty();
        return measured(budget.name(), budget.metric())
                .ours("of", mean ? "" : " " + BudgetText.limited(budget))
                .cell("head", BudgetText.current(budget))
                .with("budget", budget(budget))
                .sign(StatusLabel.OVER_BUDGET)
                .ours("severity", budget.critical() ? Optional.of("critical") : Optional.empty())
                .name("rule", budget.rule().toLine())
                .with("because", budget.because());
    }

    /** A row with the measurement of a case that is listed for another reason. */
    private TemplateRow measured(CaseName name, Metric metric) {
        return view.compared().verdicts().stream()
                .filter(v -> v.name().equals(name) && v.metric() == metric)
                .findFirst()
                .map(this::measured)
                .orElseGet(() -> new TemplateRow()
                        .about(name)
                        .ours("of", "")
                        .cell("base", Decimals.NONE)
                        .cell("head", Decimals.NONE)
                        .cell("change", Decimals.NONE)
                        .ours("forks", "")
                        .with("reasons", List.of()))
                .with("notGated", false);
    }

    private static Object budget(BudgetVerdict budget) {
        return MarkdownFormat.markup(MarkdownText.unbroken(Amounts.limit(budget.metric(), budget.limit())
                + BudgetText.room(budget).map(room -> "<br>" + room).orElse("")));
    }
}
