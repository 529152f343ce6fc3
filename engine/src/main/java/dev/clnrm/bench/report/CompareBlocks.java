package dev.clnrm.bench.report;

import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Evidence;
import dev.clnrm.bench.stats.ForkStatistic;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every regression and every case that could not be decided, with what decided it and how to see it again; the worst first. */
final class CompareBlocks {
    private static final int NAMES = 4;

    private static final int OF_ONE_CAUSE = 2;

    /** A few show what inconclusive looks like; the table has them all. */
    private static final int MOST_INCONCLUSIVE = 5;

    private final CompareView view;
    private final Style style;
    private final List<String> blocks = new ArrayList<>();

    private CompareBlocks(CompareView view, Style style) {
        this.view = view;
        this.style = style;
    }

    static String render(CompareView view, Style style) {
        CompareBlocks all = new CompareBlocks(view, style);
        all.regressed();
        all.inconclusive();
        return String.join("\n", all.blocks);
    }

    private void regressed() {
        List<ChangeVerdict> some = view.found(Finding.REGRESSED).stream()
                .sorted(Comparator.comparing(
                                (ChangeVerdict v) -> view.judgement().fails(v))
                        .thenComparing(v -> v.severity().orElse(Severity.MINOR))
                        .reversed())
                .toList();
        // Of many cases with one cause, a few show what it did.
        int most = view.judgement().commonCause().isPresent() ? OF_ONE_CAUSE : BudgetBlocks.MOST;
        some.stream().limit(most).map(this::regressed).forEach(blocks::add);
        if (some.size() > most) {
            blocks.add(BudgetBlocks.more(some.size() - most, StatusLabel.REGRESSED, style));
        }
    }

    private String regressed(ChangeVerdict verdict) {
        StatusLabel sign = view.sign(verdict);
        String severity = verdict.severity().map(Words::of).orElse("");
        Block block = new Block(style, sign, subject(verdict), verdict.gated() ? severity : severity + ", not gated");
        change(block, verdict);
        sides(block, verdict);
        verdict.severity().ifPresent(s -> {
            String threshold = s == Severity.MINOR
                    ? "minor: below the warning at +"
                            + Percents.level(verdict.rule().warning())
                    : Words.of(s) + " at +" + Percents.level(verdict.rule().threshold(s));
            verdict.rule()
                    .place()
                    .ifPresentOrElse(
                            place -> block.fact("threshold", threshold, place),
                            () -> block.fact("threshold", threshold));
        });
        budget(verdict).because().ifPresent(because -> block.fact("because", Inert.sentence(because)));
        verdict.evidence().ifPresent(evidence -> block.fact("p", p(evidence)));
        verdict.waiver()
                .ifPresent(waiver -> block.fact(
                        "waived", "until " + waiver.until() + ": " + Inert.sentence(waiver.because()), waiver.place()));
        if (verdict.waiver().isEmpty() && !verdict.gated()) {
            block.note("this warns and does not fail: the two sides were not measured in one run");
        }
        verdict.reasons().forEach(reason -> block.note(Inert.sentence(reason)));
        return block.help("to see it again, run  " + view.again(verdict.name())).render();
    }

    private void change(Block block, ChangeVerdict verdict) {
        CompareTable.change(verdict)
                .ifPresentOrElse(
                        change -> block.fact("change", change + statistic(verdict)),
                        () -> block.fact("change", "the base takes nothing, so there is no ratio"));
    }

    private static String statistic(ChangeVerdict verdict) {
        return verdict.look().map(look -> "   " + Words.of(look)).orElse("");
    }

    private void sides(Block block, ChangeVerdict verdict) {
        side(
                block,
                "base",
                verdict.metric(),
                verdict.base(),
                view.facts().base().label());
        side(
                block,
                "head",
                verdict.metric(),
                verdict.head(),
                view.facts().head().label());
    }

    private static void side(Block block, String key, Metric metric, Optional<Estimate> side, String label) {
        side.ifPresent(estimate -> block.fact(
                key,
                Amounts.estimate(metric, estimate) + "/op   " + Counts.count(estimate.forks(), "fork") + "   "
                        + Inert.name(label)));
    }

    private String p(Evidence evidence) {
        String p = Probabilities.probability(
                evidence.adjusted(), view.judgement().settings().level());
        String test = view.judgement().moderated() ? "moderated t" : "Welch's t";
        String family = ", Holm over " + Counts.count(view.judgement().census().family(), "case");
        return evidence.look() == ForkStatistic.EXACT
                ? p + "   no fork of one side is like any of the other"
                : p + "   " + test + " on the log of " + Words.iterations(evidence.look()) + family;
    }

    private void inconclusive() {
        Map<Caveat, List<ChangeVerdict>> unlike = new LinkedHashMap<>();
        List<ChangeVerdict> others = new ArrayList<>();
        // What failed is told with how it failed.
        for (ChangeVerdict verdict : view.only(v -> v.finding() == Finding.INCOMPARABLE
                || (v.finding() == Finding.INCONCLUSIVE && view.failure(v).isEmpty()))) {
            Optional<Caveat> reason = verdict.caveats().stream()
                    .filter(c -> c instanceof Caveat.Unlike one && !one.allowed())
                    .findFirst();
            if (verdict.finding() == Finding.INCOMPARABLE && reason.isPresent()) {
                unlike.computeIfAbsent(reason.get(), key -> new ArrayList<>()).add(verdict);
            } else {
                others.add(verdict);
            }
        }
        unlike.forEach((reason, some) -> blocks.add(unlike(reason, some)));
        others.stream().limit(MOST_INCONCLUSIVE).map(this::inconclusive).forEach(blocks::add);
        if (others.size() > MOST_INCONCLUSIVE) {
            blocks.add(BudgetBlocks.more(others.size() - MOST_INCONCLUSIVE, StatusLabel.INCONCLUSIVE, style));
        }
    }

    /** All cases one difference keeps from being judged, in one block. */
    private String unlike(Caveat reason, List<ChangeVerdict> some) {
        List<String> names =
                some.stream().map(v -> Inert.name(v.name())).distinct().toList();
        String subject = names.size() == 1 ? names.get(0) : Counts.count(names.size(), "case");
        Block block = new Block(style, StatusLabel.INCOMPARABLE, subject, "");
        if (names.size() > 1) {
            block.fact("cases", Lists.some(names, NAMES));
        }
        block.note(Inert.sentence(Words.of(reason)));
        return block.help("measure both sides alike, or judge them anyway with --allow-different-hosts")
                .render();
    }

    private String inconclusive(ChangeVerdict verdict) {
        Block block = new Block(style, StatusLabel.INCONCLUSIVE, subject(verdict), "");
        CompareTable.change(verdict).ifPresent(change -> block.fact("change", change + statistic(verdict)));
        if (verdict.change().isEmpty()) {
            verdict.ratio().ifPresent(ratio -> block.fact("change", CompareTable.ratio(verdict) + "   not proven"));
            sides(block, verdict);
        }
        verdict.reasons().forEach(reason -> block.note(Inert.sentence(reason)));
        if (verdict.change().isPresent() && verdict.metric() == Metric.TIME) {
            int run = verdict.comparison().map(Comparison::mostForks).orElse(0);
            block.note(verdict.forksToDecide()
                    .map(forks -> "at this spread about " + forks + " forks would decide it (" + run + " were run)")
                    .orElse("more forks would not decide it at this spread"));
        }
        return block.render();
    }

    private Budget budget(ChangeVerdict verdict) {
        return view.promised().getOrDefault(verdict.name(), Budget.NONE);
    }

    private static String subject(ChangeVerdict verdict) {
        return Inert.name(verdict.name()) + "  " + Words.of(verdict.metric());
    }
}
