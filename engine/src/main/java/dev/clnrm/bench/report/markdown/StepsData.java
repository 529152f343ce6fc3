package dev.clnrm.bench.report.markdown;

import static dev.clnrm.bench.report.markdown.MarkdownFormat.markup;

import dev.clnrm.bench.report.MarkdownText;
import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.report.CommandText;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.Probabilities;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.history.Platform;
import dev.clnrm.bench.report.history.Step;
import dev.clnrm.bench.stats.Metric;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a template sees of change points. The keys are described in {@code templates/README.md}.
 *
 * @param inIssue whether it is read in an issue
 */
record StepsData(StepsView view, boolean inIssue) {
    /** More commands than a reader runs help nobody. */
    private static final int MOST_COMMANDS = 5;

    /** The data with at most so many rows. */
    Map<String, Object> with(int most) {
        List<Step> steps = view.steps().subList(0, Math.min(most, view.steps().size()));
        List<Platform> platforms = steps.stream().map(Step::platform).distinct().toList();
        return new TemplateRow()
                .with(Sections.NAME, Sections.DIRECTIVE)
                .with(Templates.COUNT_KEY, Templates.COUNT)
                .with("inIssue", inIssue)
                .ours("sentence", view.sentence())
                .with("rows", steps.stream().map(step -> row(step, platforms)).toList())
                .with("moreRows", view.steps().size() - steps.size())
                .with(
                        "platforms",
                        platforms.stream()
                                .map(platform -> new TemplateRow()
                                        .ours("letter", Platform.letter(platforms.indexOf(platform)))
                                        .with("words", platform.words()))
                                .toList())
                .ours("again", MarkdownText.fenced(commands(steps)))
                .with(
                        "links",
                        view.run().map(address -> markup(Links.link("the run", view.run()))).stream()
                                .toList());
    }

    private TemplateRow row(Step step, List<Platform> platforms) {
        String commit = step.since().shortCommit();
        return new TemplateRow()
                .ours("emoji", step.slower() ? "🐢" : StatusLabel.IMPROVED.emoji())
                .ours("word", step.slower() ? "slower" : "faster")
                .name("case", step.key().name())
                .ours("mode", step.key().mode().jmhName())
                .ours(
                        "change",
                        Percents.changed(step.point().after() / step.point().before()))
                .ours("before", Amounts.amount(Metric.TIME, step.point().before()))
                .ours("after", Amounts.amount(Metric.TIME, step.point().after()))
                .ours("runsBefore", Counts.count(step.before(), "run"))
                .ours("runsAfter", Counts.count(step.after(), "run"))
                .ours("since", step.since().minute())
                .name("run", step.since().id())
                .ours(
                        "commit",
                        commit.isEmpty()
                                ? Optional.empty()
                                : Optional.of(Links.link(MarkdownText.name(commit), view.commit(step))))
                .ours("p", Probabilities.probability(step.point().p()))
                .ours("platform", Platform.letter(platforms.indexOf(step.platform())));
    }

    private static List<String> commands(List<Step> steps) {
        Set<String> commands = new LinkedHashSet<>();
        steps.stream()
                .limit(MOST_COMMANDS)
                .map(step -> CommandText.quoted(Inert.command(step.key().name().toString())))
                .forEach(name -> commands.add("clnrm-bench history " + name));
        return List.copyOf(commands);
    }
}
