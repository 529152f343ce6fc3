package dev.clnrm.bench.render;

import dev.clnrm.bench.analyse.Metric;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.verdict.Caveat;
import dev.clnrm.bench.verdict.ChangeVerdict;
import dev.clnrm.bench.verdict.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** A comparison for GitHub: what matters first, the rest folded away. */
public record CompareMarkdown() implements CompareReport {
    /** GitHub takes 65,536 characters in a comment; a row is some 200. */
    private static final int MOST_ROWS = 100;

    private static final List<String> COLUMNS = List.of("verdict", "case", "base", "head", "change", "why", "rule");

    @Override
    public String render(CompareView view) {
        Sign sign = Sign.of(view.judgement().result());
        StringBuilder out = new StringBuilder();
        out.append("## ").append(sign.emoji()).append(' ').append(sign.word()).append("\n\n");
        out.append(CompareSummary.sentence(view)).append(".\n\n");
        List<ChangeVerdict> matter = view.only(v -> v.finding() != Finding.UNCHANGED).stream()
                .sorted(Comparator.comparing(ChangeVerdict::finding))
                .toList();
        rows(out, view, matter, "### What changed, and what is not known\n\n");
        MarkdownReport.attention(out, view.judgement().promises());
        MarkdownReport.laws(out, view.judgement().promises());
        MarkdownReport.failures(out, view.judgement().promises());
        warnings(out, view);
        List<ChangeVerdict> unchanged = view.found(Finding.UNCHANGED);
        if (!unchanged.isEmpty()) {
            out.append("<details><summary>")
                    .append(Numbers.count(unchanged.size(), "verdict"))
                    .append(" of no change</summary>\n\n");
            rows(out, view, unchanged, "");
            out.append("</details>\n\n");
        }
        sides(out, view);
        return out.toString();
    }

    private static void rows(StringBuilder out, CompareView view, List<ChangeVerdict> verdicts, String title) {
        if (verdicts.isEmpty()) {
            return;
        }
        out.append(title);
        MarkdownReport.header(out, "llrrrll", COLUMNS);
        Set<CaseName> several = view.inSeveralModes();
        verdicts.stream().limit(MOST_ROWS).forEach(verdict -> MarkdownReport.row(out, row(view, verdict, several)));
        out.append('\n');
        if (verdicts.size() > MOST_ROWS) {
            out.append("… and ").append(verdicts.size() - MOST_ROWS).append(" more, in full with `--format csv`.\n\n");
        }
    }

    private static List<String> row(CompareView view, ChangeVerdict verdict, Set<CaseName> several) {
        Sign sign = view.sign(verdict);
        String mode = several.contains(verdict.name()) ? " " + verdict.mode().jmhName() : "";
        String metric = verdict.metric() == Metric.TIME ? "" : " " + Words.of(verdict.metric());
        return List.of(
                sign.emoji() + " " + sign.word()
                        + verdict.severity().map(s -> ", " + Words.of(s)).orElse(""),
                MarkdownText.name(verdict.name()) + mode + metric,
                verdict.base().map(e -> Numbers.estimate(verdict.metric(), e)).orElse(Numbers.NONE),
                verdict.head().map(e -> Numbers.estimate(verdict.metric(), e)).orElse(Numbers.NONE),
                verdict.change()
                        .map(c -> Numbers.changed(c.estimate()) + "<br>" + Numbers.changed(c))
                        .orElse(Numbers.NONE),
                why(verdict),
                verdict.rule()
                        .place()
                        .map(Place::toLine)
                        .map(MarkdownText::name)
                        .orElse(""));
    }

    private static String why(ChangeVerdict verdict) {
        List<String> parts = new ArrayList<>();
        if (verdict.finding() == Finding.REGRESSED || verdict.finding() == Finding.IMPROVED) {
            verdict.evidence().ifPresent(e -> parts.add("p " + Numbers.probability(e.adjusted())));
        }
        verdict.reasons().forEach(reason -> parts.add(MarkdownText.sentence(reason)));
        verdict.forksToDecide().ifPresent(forks -> parts.add("about " + forks + " forks would decide it"));
        verdict.waiver()
                .ifPresent(w -> parts.add("waived until " + w.until() + ": " + MarkdownText.sentence(w.because())));
        return String.join("<br>", parts);
    }

    private static void warnings(StringBuilder out, CompareView view) {
        List<String> lines = new ArrayList<>();
        for (Caveat caveat : view.judgement().caveats()) {
            lines.add(MarkdownText.sentence(Words.of(caveat)));
        }
        CompareWarnings.byKind(view)
                .forEach((kind, names) -> lines.add(kind + " (" + Numbers.count(names.size(), "case") + ")"));
        view.facts().notes().forEach(note -> lines.add(MarkdownText.sentence(note)));
        if (!lines.isEmpty()) {
            out.append("### Warnings\n\n");
            lines.forEach(line -> out.append("- ").append(line).append('\n'));
            out.append('\n');
        }
    }

    private static void sides(StringBuilder out, CompareView view) {
        out.append("- base ")
                .append(MarkdownText.sentence(CompareSummary.named(view.facts().base())));
        out.append("\n- head ")
                .append(MarkdownText.sentence(CompareSummary.named(view.facts().head())));
        CompareSummary.noise(view).ifPresent(noise -> out.append("\n- ").append(noise));
        out.append('\n');
    }
}
