package dev.clnrm.bench.report.markdown;

import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.CaseFailure;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.report.BudgetText;
import dev.clnrm.bench.report.Decimals;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.LawText;
import dev.clnrm.bench.report.MarkdownText;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.stats.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The template data of budgets, laws and failures: a row for each. */
final class PromiseRows {
    /** The most names of cases that failed alike; the others are in the report. */
    private static final int NAMES = 4;

    private final Report view;
    private final List<CaseFailure> failures;
    private final double usual;

    PromiseRows(Report view) {
        this.view = view;
        failures = view.change().map(ChangeJudgement::failures).orElse(List.of());
        usual = view.promises().rules().confidence();
    }

    /** Every budget that does not pass, the worst first. */
    List<TemplateRow> atRisk() {
        return view.promises().budgets().stream()
                .filter(b -> b.status() != Status.PASS)
                .sorted(Comparator.comparing(BudgetVerdict::status))
                .map(this::budget)
                .toList();
    }

    /** Every budget, kept or not. */
    List<TemplateRow> budgets() {
        return view.promises().budgets().stream().map(this::budget).toList();
    }

    /** The time of every case that was measured. */
    List<TemplateRow> measured() {
        return view.promises().measurements().stream()
                .map(one -> new TemplateRow()
                        .about(one.name())
                        .cell("current", Amounts.estimate(Metric.TIME, one.time()))
                        .sign(StatusLabel.MEASURED))
                .toList();
    }

    private TemplateRow budget(BudgetVerdict b) {
        Budget promised = view.budget(b.name());
        return new TemplateRow()
                .with("category", promised.category().map(Inert::name))
                .name("operation", promised.label().orElseGet(() -> b.name().toString()))
                .about(b.name())
                .ours("of", BudgetText.limited(b))
                .cell("budget", Amounts.limit(b.metric(), b.limit()))
                .cell("critical", b.criticalLimit().map(limit -> Amounts.limit(b.metric(), limit)))
                .cell("current", BudgetText.current(b))
                .cell(
                        "range",
                        b.measured()
                                .interval()
                                .map(i -> Amounts.range(b.metric(), i, b.limit()) + Percents.unusual(i, usual)))
                .cell("headroom", b.headroom().map(Percents::headroom).orElse(Decimals.NONE))
                .sign(StatusLabel.of(b.status()))
                .with("isCritical", b.critical())
                .name("rule", b.rule().toLine())
                .with("reason", b.reason())
                .ours("deciding", BudgetText.deciding(b))
                .with("because", b.because());
    }

    List<TemplateRow> laws() {
        return view.promises().laws().stream()
                .sorted(Comparator.comparing(LawVerdict::status))
                .map(law -> new TemplateRow()
                        .name("law", law.law().name())
                        .cell("value", LawText.measured(law).value())
                        .cell("range", LawText.interval(law, usual))
                        .ours("required", LawText.requirement(law))
                        .sign(StatusLabel.of(law.status()))
                        .with("kept", law.status() == Status.PASS)
                        .name("rule", law.law().place().toLine())
                        .with("reason", law.reason())
                        .ours("deciding", LawText.deciding(law)))
                .toList();
    }

    /** The failures of the head, then the failures of only the base, which do not fail the check. */
    private Stream<FailedCase> all() {
        return Stream.concat(
                view.promises().failed().stream(),
                failures.stream()
                        .filter(one -> one.where() == CaseFailure.Where.BASE_ALONE)
                        .flatMap(one -> one.base().stream()
                                .map(side -> new FailedCase(
                                        one.name(), Optional.of(side.how()), side.failed(), side.of()))));
    }

    List<TemplateRow> failed() {
        return all().map(this::failed).toList();
    }

    /** The same, with one row for all cases that failed alike. */
    List<TemplateRow> failedAlike() {
        Map<Optional<List<String>>, List<FailedCase>> alike = all().collect(Collectors.groupingBy(
                one -> one.how().map(how -> List.of(how.cause().name(), how.message(), forks(one))),
                LinkedHashMap::new,
                Collectors.toList()));
        return alike.values().stream()
                .map(group -> failed(group.get(0))
                        .each("cases", group.stream().limit(NAMES), one -> Inert.name(one.name()))
                        .with("more", Math.max(0, group.size() - NAMES)))
                .toList();
    }

    private TemplateRow failed(FailedCase failed) {
        Optional<CaseFailure.Where> where = failed.how().flatMap(how -> where(failed));
        TemplateRow row = new TemplateRow()
                .about(failed.name())
                .sign(Words.of(failed))
                .with(
                        "onBaseAlone",
                        where.filter(CaseFailure.Where.BASE_ALONE::equals).isPresent());
        failed.how().ifPresent(how -> {
            List<String> lines =
                    new ArrayList<>(how.lastLines().stream().map(Inert::printed).toList());
            if (!how.command().isBlank()) {
                lines.add("$ " + Inert.command(how.command()));
            }
            row.ours("cause", Words.of(how.cause()))
                    .ours("forks", forks(failed))
                    .with("message", new CaseFailure.OnSide(how, failed.failed(), failed.of()).cause())
                    .ours("output", MarkdownText.fenced(lines));
        });
        return row;
    }

    /** {@code 1 of 3 forks on the head alone}. */
    private String forks(FailedCase failed) {
        return Words.ofForks(failed.failed(), failed.of())
                + where(failed).map(where -> " " + Words.of(where)).orElse("");
    }

    private Optional<CaseFailure.Where> where(FailedCase failed) {
        return failures.stream()
                .filter(one -> one.name().equals(failed.name()))
                .map(CaseFailure::where)
                .findFirst();
    }
}
