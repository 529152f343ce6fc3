package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.ChangeSettings;
import dev.clnrm.bench.samples.Cost;
import dev.clnrm.bench.stats.ForkStatistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a run was measured and what decided, line by line, in Markdown. */
final class MethodLines {
    private MethodLines() {}

    static List<String> of(RunView view) {
        RunFacts facts = view.facts();
        List<String> lines = new ArrayList<>();
        lines.add("forks: " + Words.forks(facts));
        lines.add("machine: " + machine(facts.host(), facts.jdk()));
        lines.add("intervals: at " + Percents.level(view.judgement().settings().confidence()));
        Summary.noise(view.judgement()).ifPresent(noise -> lines.add("noise: " + noise));
        facts.folder().ifPresent(folder -> lines.add("stored in " + MarkdownText.sentence(folder)));
        return lines;
    }

    static List<String> of(CompareView view) {
        List<String> lines = new ArrayList<>();
        view.facts()
                .cost()
                .ifPresentOrElse(
                        cost -> cost(lines, cost),
                        () -> lines.add("order: the sides were measured in two runs, at different times"));
        String base = machine(view.facts().base().host(), view.facts().base().jdk());
        String head = machine(view.facts().head().host(), view.facts().head().jdk());
        if (base.equals(head)) {
            lines.add("machine: " + base);
        } else {
            lines.add("machine of the base: " + base);
            lines.add("machine of the head: " + head);
        }
        Summary.noise(view).ifPresent(noise -> lines.add("noise: " + noise));
        test(view).ifPresent(lines::add);
        return lines;
    }

    private static void cost(List<String> lines, Cost cost) {
        lines.add("forks: " + cost.baseForks() + " of the base and " + cost.headForks() + " of the head in "
                + Counts.duration(cost.seconds()) + ", at most " + cost.mostForks() + " per side and case"
                + (cost.decidedEarly() > 0
                        ? "; " + Counts.count(cost.decidedEarly(), "case") + " decided by fewer"
                        : ""));
        lines.add("order: the sides took turns fork by fork, in an order drawn from seed " + cost.seed());
        if (cost.controls() > 0) {
            lines.add("same code: " + Counts.count(cost.controls(), "case")
                    + (cost.controls() == 1 ? " reaches" : " reach") + " the same classes on both sides");
        }
        lines.add("forks replaced because something disturbed them: "
                + (cost.replaced().isEmpty()
                        ? "none"
                        : String.valueOf(cost.replaced().size())));
        cost.folder().ifPresent(folder -> lines.add("stored in " + MarkdownText.sentence(folder)));
    }

    private static String machine(Optional<String> host, Optional<String> jdk) {
        return host.map(MarkdownText::sentence).orElse("unknown")
                + jdk.map(version -> ", JDK " + MarkdownText.sentence(version)).orElse("");
    }

    /** The test that decided, on what, over how many cases. */
    private static Optional<String> test(CompareView view) {
        int family = view.judgement().census().family();
        if (family == 0) {
            return Optional.empty();
        }
        ChangeSettings settings = view.judgement().settings();
        boolean mean = view.judgement().verdicts().stream()
                .flatMap(verdict -> verdict.comparison().stream())
                .noneMatch(both -> both.change(ForkStatistic.FLOOR).isPresent());
        return Optional.of("test: " + Words.test(view.judgement().moderated()) + " on the log of "
                + (mean
                        ? Words.iterations(ForkStatistic.MEAN)
                        : Words.iterations(ForkStatistic.FLOOR)
                                + ", and on the slow half and the slowest tenth; all share one significance level")
                + "; Holm adjusts over " + Counts.count(family, "case") + " to a level of "
                + Percents.level(settings.level()) + "; intervals are at " + Percents.level(settings.confidence()));
    }
}
