package dev.clnrm.bench.report;

import dev.clnrm.bench.samples.Cost;
import static dev.clnrm.bench.report.MarkdownFormat.markup;

import dev.clnrm.bench.stats.ForkStatistic;
import dev.clnrm.bench.judge.ChangeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a comparison was measured and decided, line by line, in Markdown. */
final class CommentMethod {
    /** The names of cases a warning is about; the others are in the report. */
    private static final int NAMES = 4;

    private final CompareView view;

    CommentMethod(CompareView view) {
        this.view = view;
    }

    List<Object> lines() {
        List<String> lines = new ArrayList<>();
        view.facts().cost().ifPresent(cost -> cost(lines, cost));
        if (view.facts().cost().isEmpty()) {
            lines.add("order: each side was measured by itself, at a time of its own");
        }
        hosts(lines);
        CompareSummary.noise(view).ifPresent(noise -> lines.add("noise floor: " + noise));
        evidence().ifPresent(lines::add);
        return lines.stream().<Object>map(MarkdownFormat::markup).toList();
    }

    /** The test that decided, on what, over how many cases. */
    private Optional<String> evidence() {
        int family = view.judgement().census().family();
        if (family == 0) {
            return Optional.empty();
        }
        ChangeSettings settings = view.judgement().settings();
        boolean single = view.judgement().verdicts().stream()
                .flatMap(verdict -> verdict.comparison().stream())
                .noneMatch(both -> both.change(ForkStatistic.FLOOR).isPresent());
        String on = single
                ? Words.iterations(ForkStatistic.MEAN)
                : Words.iterations(ForkStatistic.FLOOR) + ", and on the slow half and the slowest tenth, which share its level";
        return Optional.of("test: " + (view.judgement().moderated() ? "moderated t" : "Welch's t") + " on the log of "
                + on
                + "; Holm holds " + Counts.count(family, "case") + " together to a level of "
                + Percents.level(settings.level()) + "; intervals are at " + Percents.level(settings.confidence()));
    }

    private static void cost(List<String> lines, Cost cost) {
        lines.add("forks: " + cost.baseForks() + " of the base and " + cost.headForks() + " of the head in "
                + Counts.duration(cost.seconds()) + ", at most " + cost.mostForks() + " a side and case"
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
        cost.folder().ifPresent(folder -> lines.add("kept in " + MarkdownText.sentence(folder)));
    }

    private void hosts(List<String> lines) {
        String base = host(view.facts().base());
        String head = host(view.facts().head());
        if (base.equals(head)) {
            lines.add("machine: " + base);
        } else {
            lines.add("machine of the base: " + base);
            lines.add("machine of the head: " + head);
        }
    }

    private static String host(CompareFacts.Named side) {
        return side.host().map(MarkdownText::sentence).orElse("unknown")
                + side.jdk().map(jdk -> ", JDK " + MarkdownText.sentence(jdk)).orElse("");
    }

    /** What was measured again. */
    List<String> replaced() {
        return view.facts().cost().map(Cost::replaced).orElse(List.of());
    }

    /** What qualifies the whole or some cases, and notes. */
    List<Object> warnings() {
        List<Object> lines = new ArrayList<>();
        CompareWarnings.caveats(view).forEach(caveat -> lines.add(markup(MarkdownText.code(caveat))));
        CompareWarnings.byKind(view)
                .forEach((kind, names) -> lines.add(markup(kind + ": "
                        + Lists.some(names.stream().map(MarkdownText::code).toList(), NAMES))));
        view.facts().notes().forEach(lines::add);
        return lines;
    }
}
