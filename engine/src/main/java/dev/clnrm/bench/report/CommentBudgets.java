package dev.clnrm.bench.report;

import static dev.clnrm.bench.report.MarkdownFormat.markup;

import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.CaseFailure;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.judge.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the head is held to by itself, and what of it could not be measured, for a comment's tables. */
final class CommentBudgets {
    /** The names of cases that failed alike; the others are in the report. */
    private static final int NAMES = 4;

    private final CompareView view;

    CommentBudgets(CompareView view) {
        this.view = view;
    }

    /** Every budget that is not simply kept, the worst first. */
    List<Map<String, Object>> atRisk() {
        List<BudgetVerdict> some = view.judgement().promises().budgets().stream()
                .filter(b -> b.status() != Status.PASS)
                .sorted(Comparator.comparing(BudgetVerdict::status))
                .toList();
        return Lists.as(some, this::budget);
    }

    private double usual() {
        return view.judgement().promises().settings().confidence();
    }

    private Map<String, Object> budget(BudgetVerdict b) {
        Budget promised = view.promised().getOrDefault(b.name(), Budget.NONE);
        Map<String, Object> row = new LinkedHashMap<>();
        promised.category().map(Inert::name).ifPresent(category -> row.put("category", category));
        row.put("operation", promised.label().map(Inert::name).orElseGet(() -> Inert.name(b.name())));
        row.put("case", Inert.name(b.name()));
        row.put("of", markup(BudgetText.limited(b)));
        row.put("budget", CommentRows.cell(Amounts.limit(b.metric(), b.limit())));
        b.criticalLimit().ifPresent(c -> row.put("critical", CommentRows.cell(Amounts.limit(b.metric(), c))));
        row.put("current", CommentRows.cell(current(b)));
        b.measured()
                .interval()
                .ifPresent(i -> row.put(
                        "range",
                        CommentRows.cell(Amounts.range(b.metric(), i, b.limit()) + Percents.unusual(i, usual()))));
        row.put("headroom", CommentRows.cell(b.headroom().map(Percents::headroom).orElse(Decimals.NONE)));
        row.put("sign", CommentData.sign(StatusLabel.of(b.status())));
        row.put("isCritical", b.critical());
        row.put("rule", Inert.name(b.rule().toLine()));
        b.reason().ifPresent(reason -> row.put("reason", reason));
        if (b.status() == Status.INCONCLUSIVE && b.measured().interval().isPresent()) {
            row.put(
                    "deciding",
                    markup(BudgetBlocks.deciding(b.forksToDecide(), b.measured().forks())));
        }
        b.because().ifPresent(because -> row.put("because", because));
        return row;
    }

    static String current(BudgetVerdict b) {
        return b.measured()
                .value()
                .map(value -> Amounts.against(b.metric(), value, b.measured().interval(), b.limit()))
                .orElse(Decimals.NONE);
    }

    List<Map<String, Object>> laws() {
        return view.judgement().promises().laws().stream()
                .sorted(Comparator.comparing(LawVerdict::status))
                .map(this::law)
                .toList();
    }

    private Map<String, Object> law(LawVerdict law) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("law", Inert.name(law.law().name()));
        row.put("value", CommentRows.cell(LawText.measured(law).value()));
        row.put(
                "range",
                CommentRows.cell(LawText.measured(law).range()
                        + law.measured()
                                .interval()
                                .map(i -> Percents.unusual(i, usual()))
                                .orElse("")));
        row.put("required", markup(LawText.requirement(law)));
        row.put("sign", CommentData.sign(StatusLabel.of(law.status())));
        row.put("kept", law.status() == Status.PASS);
        row.put("rule", Inert.name(law.law().place().toLine()));
        row.put(
                "cases",
                law.cases().stream().map(CaseName::toString).map(Inert::name).toList());
        law.reason().ifPresent(reason -> row.put("reason", reason));
        if (law.status() == Status.INCONCLUSIVE && law.measured().interval().isPresent()) {
            row.put(
                    "deciding",
                    markup(BudgetBlocks.deciding(
                            law.forksToDecide(), law.measured().forks())));
        }
        return row;
    }

    List<Map<String, Object>> failed() {
        return Lists.as(all(), this::failed);
    }

    /** The same, those that failed alike together. */
    List<Map<String, Object>> failures() {
        Map<List<Object>, List<FailedCase>> alike = new LinkedHashMap<>();
        for (FailedCase one : all()) {
            List<Object> how = List.of(
                    one.gated(),
                    one.how().map(h -> h.cause().name() + h.message()).orElse(""),
                    one.how().map(h -> forks(one)).orElse(""));
            alike.computeIfAbsent(how, key -> new ArrayList<>()).add(one);
        }
        List<List<FailedCase>> groups = List.copyOf(alike.values());
        return Lists.as(groups, group -> {
            Map<String, Object> all = new LinkedHashMap<>(failed(group.get(0)));
            all.put(
                    "cases",
                    group.stream()
                            .limit(NAMES)
                            .map(one -> Inert.name(one.name()))
                            .toList());
            all.put("more", Math.max(0, group.size() - NAMES));
            return all;
        });
    }

    /** The failures of the head, then those of the base alone, which fail no check. */
    private List<FailedCase> all() {
        List<FailedCase> all = new ArrayList<>(view.judgement().promises().failed());
        for (CaseFailure one : view.judgement().failures()) {
            if (one.where() == CaseFailure.Where.BASE_ALONE) {
                one.base()
                        .ifPresent(side -> all.add(
                                new FailedCase(one.name(), Optional.of(side.how()), side.failed(), side.of(), false)));
            }
        }
        return all;
    }

    /** {@code 1 of 3 forks on the head alone}. */
    private String forks(FailedCase failed) {
        return Words.ofForks(failed.failed(), failed.of())
                + where(failed).map(where -> " " + where).orElse("");
    }

    private Optional<String> where(FailedCase failed) {
        return view.judgement().failures().stream()
                .filter(one -> one.name().equals(failed.name()))
                .map(one -> Words.of(one.where()))
                .findFirst();
    }

    private Map<String, Object> failed(FailedCase failed) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("case", Inert.name(failed.name()));
        row.put("sign", CommentData.sign(Words.of(failed)));
        row.put("notGated", !failed.gated());
        failed.how().ifPresent(how -> {
            row.put("cause", markup(Words.of(how.cause())));
            row.put("forks", markup(forks(failed)));
            row.put("message", Causes.messageAndLog(how));
            List<String> lines =
                    new ArrayList<>(how.lastLines().stream().map(Inert::printed).toList());
            if (!how.command().isBlank()) {
                lines.add("$ " + Inert.command(how.command()));
            }
            row.put("output", markup(MarkdownText.fenced(lines)));
        });
        return row;
    }
}
