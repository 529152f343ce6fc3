package dev.clnrm.bench.report.table;

import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.Severity;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.profile.Explanation;
import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.report.BudgetText;
import dev.clnrm.bench.report.ChangeText;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.GrowthText;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.JitText;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.Probabilities;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Evidence;
import dev.clnrm.bench.stats.ForkStatistic;
import dev.clnrm.bench.stats.MethodConstants;
import dev.clnrm.bench.stats.Metric;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A block for every regression and every inconclusive case, with the deciding facts and the command that repeats it; the worst
 * first.
 *
 * @param several the cases that were measured in several modes, so that the mode is shown
 */
record ChangeBlocks(Report view, Set<CaseName> several) {
    private static final int NAMES = 4;

    private static final int OF_ONE_CAUSE = 2;

    /** The most inconclusive cases with a block; the table has all of them. */
    private static final int MOST_INCONCLUSIVE = 5;

    static String render(Report view, Style style) {
        if (view.change().isEmpty()) {
            return "";
        }
        ChangeBlocks all = new ChangeBlocks(view, view.inSeveralModes());
        // If many cases have one cause, a few blocks show its effect.
        int most = view.compared().commonCause().isPresent() ? OF_ONE_CAUSE : Block.MOST;
        List<ChangeVerdict> regressed = view.found(Finding.REGRESSED).stream()
                .sorted(Comparator.comparing(
                                (ChangeVerdict v) -> view.compared().fails(v))
                        .thenComparing(v -> v.severity().orElse(Severity.MINOR))
                        .reversed())
                .toList();
        Map<Boolean, List<ChangeVerdict>> open = view
                .only(v -> v.finding() == Finding.INCOMPARABLE
                        || (v.finding() == Finding.INCONCLUSIVE
                                && view.failure(v).isEmpty()))
                .stream()
                .collect(Collectors.partitioningBy(
                        v -> v.finding() == Finding.INCOMPARABLE && unlike(v).isPresent()));
        Map<Caveat.Unlike, List<ChangeVerdict>> unlike = open.getOrDefault(true, List.of()).stream()
                .collect(Collectors.groupingBy(v -> unlike(v).orElseThrow(), LinkedHashMap::new, Collectors.toList()));
        return Block.joined(Stream.of(
                        Block.some(regressed, most, StatusLabel.REGRESSED, all::regressed, style),
                        unlike.entrySet().stream()
                                .map(one -> unlike(one.getKey(), one.getValue()).render(style)),
                        Block.some(
                                open.getOrDefault(false, List.of()),
                                MOST_INCONCLUSIVE,
                                StatusLabel.INCONCLUSIVE,
                                all::inconclusive,
                                style))
                .flatMap(blocks -> blocks));
    }

    /** The difference between the sides that prevents a judgement of a case. */
    private static Optional<Caveat.Unlike> unlike(ChangeVerdict verdict) {
        return Report.forbidding(verdict.caveats()).stream().findFirst();
    }

    private Block regressed(ChangeVerdict verdict) {
        String severity = verdict.severity().map(Words::of).orElse("");
        Block block =
                new Block(view.sign(verdict), subject(verdict), verdict.gated() ? severity : severity + ", not gated");
        change(verdict).ifPresent(change -> block.fact("change", change));
        sides(block, verdict);
        verdict.severity()
                .ifPresent(s -> block.fact(
                        "threshold", threshold(verdict, s), verdict.rule().place()));
        block.because(view.budget(verdict.name()).because());
        verdict.evidence().ifPresent(evidence -> block.fact("p", p(verdict, evidence)));
        view.explanation(verdict).ifPresent(one -> explain(block, one));
        verdict.waiver()
                .ifPresent(waiver -> block.fact(
                        "waived", "until " + waiver.until() + ": " + Inert.sentence(waiver.because()), waiver.place()));
        if (verdict.waiver().isEmpty() && !verdict.gated()) {
            block.note("this is only a warning: the two sides were not measured in one run");
        }
        verdict.reasons().forEach(reason -> block.note(Inert.sentence(reason)));
        return block.help("to repeat it, run  " + view.again(verdict.name()));
    }

    /** Adds the possible causes: the methods that grew, and where to see all of them. */
    private void explain(Block block, Explanation one) {
        one.growth().forEach(growth -> block.fact("grew", GrowthText.line(growth)));
        JitText.lines(one.jit()).forEach(line -> block.fact("jit", line));
        one.retention().ifPresent(held -> block.fact("retained", GrowthText.retained(held)));
        if (one.failure().isPresent()) {
            block.note("not profiled: " + Inert.sentence(one.failure().get()));
        } else if (one.growth().isEmpty()) {
            block.note("profiled: " + GrowthText.NOTHING);
        }
        one.graph()
                .ifPresent(graph -> block.file(
                        "graph",
                        Inert.name(view.facts().folder().map(run -> run + "/").orElse("") + graph)));
    }

    private static String threshold(ChangeVerdict verdict, Severity severity) {
        return ChangeText.threshold(verdict)
                .orElseGet(() -> severity == Severity.MINOR
                        ? "minor: below the warning at +"
                                + Percents.level(verdict.rule().warning())
                        : Words.of(severity) + " at +"
                                + Percents.level(verdict.rule().threshold(severity)));
    }

    /** The change with its interval and the statistic that decided. */
    private static Optional<String> change(ChangeVerdict verdict) {
        return ChangeText.whole(verdict)
                .map(text -> text
                        + verdict.look().map(look -> "   " + Words.of(look)).orElse(""));
    }

    private void sides(Block block, ChangeVerdict verdict) {
        view.facts().base().ifPresent(base -> side(block, "base", verdict.metric(), verdict.base(), base.label()));
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

    private String p(ChangeVerdict verdict, Evidence evidence) {
        String p = Probabilities.probability(
                evidence.adjusted(), view.compared().rules().level());
        return evidence.look() == ForkStatistic.EXACT
                ? p + "   Student's test " + (verdict.change().isPresent() ? "on the log " : "")
                        + "of the forks' bytes, adjusted as for "
                        + Counts.count(MethodConstants.ALLOCATION_FAMILY, "case")
                : p + "   " + Words.test(view.compared().moderated()) + " on the log of "
                        + Words.iterations(evidence.look()) + ", Holm over "
                        + Counts.count(view.compared().census().family(), "case");
    }

    /** One block for all cases that one difference between the sides prevents from being judged. */
    private static Block unlike(Caveat.Unlike reason, List<ChangeVerdict> some) {
        List<String> names =
                some.stream().map(v -> Inert.name(v.name())).distinct().toList();
        Block block = new Block(
                StatusLabel.INCOMPARABLE, names.size() == 1 ? names.get(0) : Counts.count(names.size(), "case"), "");
        if (names.size() > 1) {
            block.fact("cases", Counts.some(names, NAMES));
        }
        return block.note(Inert.sentence(Words.of(reason)))
                .help("measure both sides alike, or judge them anyway with --allow-different-hosts");
    }

    private Block inconclusive(ChangeVerdict verdict) {
        Block block = new Block(StatusLabel.INCONCLUSIVE, subject(verdict), "");
        change(verdict).ifPresent(change -> block.fact("change", change));
        if (verdict.change().or(verdict::difference).isEmpty()) {
            ChangeText.of(verdict).ifPresent(change -> block.fact("change", change + "   not proven"));
            sides(block, verdict);
        }
        verdict.reasons().forEach(reason -> block.note(Inert.sentence(reason)));
        if (verdict.change().isPresent() && verdict.metric() == Metric.TIME) {
            block.note(BudgetText.deciding(
                    verdict.forksToDecide(),
                    verdict.comparison().map(Comparison::mostForks).orElse(0),
                    "more forks would not decide it at this spread"));
        }
        return block;
    }

    private String subject(ChangeVerdict verdict) {
        String mode = several.contains(verdict.name()) ? " " + verdict.mode().jmhName() : "";
        return Inert.name(verdict.name()) + "  " + Words.of(verdict.metric()) + mode;
    }
}
