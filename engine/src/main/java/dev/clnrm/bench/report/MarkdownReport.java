package dev.clnrm.bench.report;

import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.judge.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A run for GitHub: the same facts as the table for a terminal, in GitHub-flavoured Markdown. */
public record MarkdownReport() implements Report {
    private static final List<String> CASE_COLUMNS =
            List.of("case", "time/op", "±", "alloc/op", "forks", "budget", "headroom", "status");

    @Override
    public String render(RunView view) {
        Judgement judgement = view.judgement();
        StatusLabel sign = Summary.sign(judgement);
        StringBuilder out = new StringBuilder();
        out.append("## ").append(sign.emoji()).append(' ').append(sign.word()).append("\n\n");
        out.append(sentence(Summary.sentence(judgement))).append("\n\n");
        attention(out, judgement);
        laws(out, judgement);
        failures(out, judgement);
        warnings(out, view);
        cases(out, view);
        run(out, view);
        return out.toString();
    }

    static void attention(StringBuilder out, Judgement judgement) {
        List<BudgetVerdict> some = Arrays.stream(Status.values())
                .filter(status -> status != Status.PASS)
                .flatMap(status -> judgement.budgets().stream().filter(b -> b.status() == status))
                .toList();
        if (some.isEmpty()) {
            return;
        }
        out.append("### Budgets that need attention\n\n");
        header(out, "lllrrrll", List.of("status", "case", "of", "measured", "budget", "headroom", "why", "rule"));
        for (BudgetVerdict b : some) {
            row(
                    out,
                    List.of(
                            status(b),
                            MarkdownText.name(b.name()),
                            BudgetText.limited(b),
                            measured(b, judgement.settings().confidence()),
                            Amounts.limit(b.metric(), b.limit())
                                    + b.criticalLimit()
                                            .map(c -> "<br>critical " + Amounts.limit(b.metric(), c))
                                            .orElse(""),
                            b.headroom().map(Percents::headroom).orElse(Decimals.NONE),
                            why(b),
                            MarkdownText.name(b.rule().toLine())));
        }
        out.append('\n');
    }

    private static String measured(BudgetVerdict b, double usual) {
        return b.measured()
                .value()
                .map(value -> Amounts.against(b.metric(), value, b.measured().interval(), b.limit())
                        + b.measured()
                                .interval()
                                .map(i -> "<br>" + Amounts.range(b.metric(), i, b.limit()) + Percents.unusual(i, usual))
                                .orElse(""))
                .orElse(Decimals.NONE);
    }

    private static String why(BudgetVerdict b) {
        List<String> parts = new ArrayList<>();
        b.reason().ifPresent(reason -> parts.add(MarkdownText.sentence(reason)));
        if (b.status() == Status.INCONCLUSIVE && b.measured().interval().isPresent()) {
            parts.add(BudgetBlocks.deciding(b.forksToDecide(), b.measured().forks()));
        }
        b.because().ifPresent(because -> parts.add("because " + MarkdownText.sentence(because)));
        return String.join("<br>", parts);
    }

    static void laws(StringBuilder out, Judgement judgement) {
        if (judgement.laws().isEmpty()) {
            return;
        }
        out.append("### Laws\n\n");
        header(out, "llrrlll", List.of("status", "law", "measured", "interval", "required", "why", "rule"));
        for (LawVerdict law : judgement.laws()) {
            StatusLabel sign = StatusLabel.of(law.status());
            List<String> why = new ArrayList<>();
            law.reason().ifPresent(reason -> why.add(MarkdownText.sentence(reason)));
            if (law.status() == Status.INCONCLUSIVE && law.measured().interval().isPresent()) {
                why.add(BudgetBlocks.deciding(
                        law.forksToDecide(), law.measured().forks()));
            }
            row(
                    out,
                    List.of(
                            sign.emoji() + " " + sign.word(),
                            MarkdownText.name(law.law().name()),
                            LawText.measured(law).value(),
                            LawText.measured(law).range() + unusual(law, judgement),
                            LawText.requirement(law),
                            String.join("<br>", why),
                            MarkdownText.name(law.law().place().toLine())));
        }
        out.append('\n');
    }

    private static String unusual(LawVerdict law, Judgement judgement) {
        double usual = judgement.settings().confidence();
        return law.measured().interval().map(i -> Percents.unusual(i, usual)).orElse("");
    }

    static void failures(StringBuilder out, Judgement judgement) {
        if (judgement.failed().isEmpty()) {
            return;
        }
        out.append("### Cases that failed\n\n");
        for (FailedCase failed : judgement.failed()) {
            StatusLabel sign = Words.of(failed);
            out.append("- ").append(sign.emoji()).append(' ').append(MarkdownText.name(failed.name()));
            Optional<Outcome.Failed> how = failed.how();
            if (how.isEmpty()) {
                out.append(": ").append(sign.word()).append(gated(failed)).append('\n');
                continue;
            }
            out.append(": ")
                    .append(Words.of(how.get().cause()))
                    .append(" in ")
                    .append(Words.ofForks(failed.failed(), failed.of()))
                    .append(gated(failed))
                    .append(": ")
                    .append(MarkdownText.sentence(Causes.messageAndLog(how.get())))
                    .append("\n\n");
            List<String> lines = new ArrayList<>(
                    how.get().lastLines().stream().map(Inert::sentence).toList());
            if (!how.get().command().isBlank()) {
                lines.add("$ " + Inert.command(how.get().command()));
            }
            out.append("  <details><summary>last lines, and the command that repeats it</summary>\n\n");
            MarkdownText.fenced(lines)
                    .lines()
                    .forEach(line -> out.append("  ").append(line).append('\n'));
            out.append("\n  </details>\n\n");
        }
        out.append('\n');
    }

    private static String gated(FailedCase failed) {
        return failed.gated() ? "" : " (not gated)";
    }

    private static void warnings(StringBuilder out, RunView view) {
        Map<String, List<Warnings.Told>> kinds = Warnings.byKind(view.judgement());
        if (kinds.isEmpty() && view.facts().notes().isEmpty()) {
            return;
        }
        out.append("### Warnings and notes\n\n");
        kinds.forEach((kind, told) -> {
            List<String> names = told.stream()
                    .map(one -> MarkdownText.code(one.subject())
                            + one.detail().map(detail -> " (" + detail + ")").orElse(""))
                    .toList();
            out.append("- ⚠️ ")
                    .append(kind)
                    .append(": ")
                    .append(Lists.some(names, 20))
                    .append('\n');
        });
        view.facts().notes().forEach(note -> out.append("- ")
                .append(MarkdownText.sentence(note))
                .append('\n'));
        out.append('\n');
    }

    private static void cases(StringBuilder out, RunView view) {
        String hidden = view.besidesHidden();
        view.groups().forEach((suite, categories) -> {
            out.append("### Suite ").append(MarkdownText.name(suite)).append("\n\n");
            header(out, "lrrrrrrl", CASE_COLUMNS);
            categories.forEach((category, cases) -> {
                if (!category.isEmpty()) {
                    row(out, List.of(MarkdownText.name(category), "", "", "", "", "", "", ""));
                }
                double usual = view.judgement().settings().confidence();
                cases.forEach(shown -> rows(out, shown, usual, hidden.isEmpty()));
            });
            out.append('\n');
        });
        if (!hidden.isEmpty()) {
            out.append(hidden).append("\n\n");
        }
    }

    private static void rows(StringBuilder out, CaseView shown, double usual, boolean beside) {
        Optional<Measurement> m = shown.measured();
        List<BudgetVerdict> verdicts = shown.verdicts();
        boolean together = !verdicts.isEmpty() && verdicts.get(0).percentile().isEmpty();
        List<String> cells = new ArrayList<>(List.of(
                MarkdownText.name(shown.shortName()),
                m.map(x -> Amounts.estimate(Metric.TIME, x.time())).orElse(Decimals.NONE),
                m.map(x -> precision(x.time(), usual)).orElse(""),
                m.map(x -> Amounts.estimate(Metric.ALLOCATION, x.allocation())).orElse(Decimals.NONE),
                m.map(CaseTable::forks).orElse("0")));
        cells.addAll(together ? promise(verdicts.get(0), shown.gated()) : List.of("", "", unpromised(shown)));
        row(out, cells);
        verdicts.stream().skip(together ? 1 : 0).forEach(verdict -> {
            boolean percentile = verdict.percentile().isPresent();
            List<String> further = new ArrayList<>(List.of(
                    "… " + BudgetText.limited(verdict),
                    percentile ? Amounts.estimate(verdict.metric(), verdict.measured()) : "",
                    percentile ? precision(verdict.measured(), usual) : "",
                    "",
                    ""));
            further.addAll(promise(verdict, shown.gated()));
            row(out, further);
        });
        if (beside) {
            shown.besideLimits()
                    .forEach(one -> row(
                            out,
                            List.of(
                                    "… " + MarkdownText.name(one.name()),
                                    SecondaryText.markdown(one, one.head()),
                                    one.head()
                                            .map(head -> precision(head, usual))
                                            .orElse(""),
                                    "",
                                    SecondaryText.forks(one),
                                    "",
                                    "",
                                    "")));
        }
    }

    private static List<String> promise(BudgetVerdict verdict, boolean gated) {
        return List.of(
                Amounts.limit(verdict.metric(), verdict.limit()),
                verdict.headroom().map(Percents::headroom).orElse(Decimals.NONE),
                status(verdict) + (gated ? "" : ", not gated"));
    }

    private static String status(BudgetVerdict verdict) {
        StatusLabel sign = StatusLabel.of(verdict.status());
        return sign.emoji() + " " + sign.word() + (verdict.critical() ? ", critical" : "");
    }

    private static String unpromised(CaseView shown) {
        return shown.verdicts().isEmpty()
                ? shown.failed()
                        .map(Words::of)
                        .map(sign -> sign.emoji() + " " + sign.word() + (shown.gated() ? "" : ", not gated"))
                        .orElse("")
                : "";
    }

    private static String precision(Estimate estimate, double usual) {
        return estimate.interval()
                .map(interval -> Percents.precision(interval) + Percents.unusual(interval, usual))
                .orElse("");
    }

    private static void run(StringBuilder out, RunView view) {
        out.append("### The run\n\n");
        RunFacts facts = view.facts();
        out.append("- ").append(Summary.forks(facts)).append('\n');
        Summary.host(facts)
                .ifPresent(host ->
                        out.append("- on ").append(MarkdownText.code(host)).append('\n'));
        out.append("- intervals hold the true value ")
                .append(Percents.level(view.judgement().settings().confidence()))
                .append(" of the time\n");
        Summary.noise(view.judgement())
                .ifPresent(noise -> out.append("- ").append(noise).append('\n'));
        facts.folder().ifPresent(folder -> out.append("- kept in ")
                .append(MarkdownText.sentence(folder))
                .append('\n'));
    }

    private static String sentence(String clause) {
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
    }

    static void header(StringBuilder out, String alignments, List<String> titles) {
        row(out, titles);
        row(out, alignments.chars().mapToObj(c -> c == 'r' ? "---:" : ":---").toList());
    }

    static void row(StringBuilder out, List<String> cells) {
        out.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
    }
}
