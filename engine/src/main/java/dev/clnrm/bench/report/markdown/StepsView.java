package dev.clnrm.bench.report.markdown;

import static dev.clnrm.bench.report.markdown.MarkdownFormat.markup;

import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.report.CommandText;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.MarkdownText;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.Probabilities;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.history.Platform;
import dev.clnrm.bench.report.history.Step;
import dev.clnrm.bench.stats.Metric;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * New change points: those that were not reported before.
 *
 * @param steps slowdowns come first, larger steps before smaller ones
 * @param repository the address of the repository
 * @param run the address of the run that shows them
 */
public record StepsView(List<Step> steps, Optional<String> repository, Optional<String> run) {
    private static final int MOST_COMMANDS = 5;

    private static final Comparator<Step> WORST_FIRST = Comparator.comparing((Step step) -> !step.slower())
            .thenComparing(step -> -step.point().magnitude());

    public StepsView {
        steps = steps.stream().sorted(WORST_FIRST).toList();
    }

    /** The number of change points by direction: {@code 3 new change points, 2 slower and 1 faster}. */
    public String sentence() {
        long slower = steps.stream().filter(Step::slower).count();
        long faster = steps.size() - slower;
        String count = Counts.count(steps.size(), "new change point");
        if (faster == 0) {
            return count + ", slower";
        }
        return slower == 0 ? count + ", faster" : count + ", " + slower + " slower and " + faster + " faster";
    }

    /** The title of an issue. */
    public String title() {
        return "Performance: " + sentence();
    }

    /** The address of the commit of a change point, if it is known. */
    private Optional<String> commit(Step step) {
        return repository.flatMap(address -> step.since()
                .commit()
                .filter(hash -> hash.matches("[0-9a-f]{7,64}"))
                .map(hash -> address + "/commit/" + hash));
    }

    /** The template data with at most this many rows. The keys are described in {@code templates/README.md}. */
    Map<String, Object> data(boolean inIssue, int most) {
        List<Step> shown = steps.subList(0, Math.min(most, steps.size()));
        List<Platform> platforms = shown.stream()
                .filter(step -> step.anchor().isEmpty())
                .map(Step::platform)
                .distinct()
                .toList();
        return new TemplateRow()
                .with("inIssue", inIssue)
                .ours("sentence", sentence())
                .each("rows", shown.stream(), step -> row(step, platforms))
                .with("moreRows", steps.size() - shown.size())
                .each("platforms", platforms.stream(), platform -> new TemplateRow()
                        .ours("letter", Platform.letter(platforms.indexOf(platform)))
                        .with("words", platform.words()))
                .ours("again", MarkdownText.fenced(commands(shown)))
                .each("links", run.stream(), address -> markup(Links.link("the run", run)));
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
                .ours("before", value(step, step.point().before()))
                .ours("after", value(step, step.point().after()))
                .ours("runsBefore", Counts.count(step.before(), "run"))
                .ours("runsAfter", Counts.count(step.after(), "run"))
                .ours("since", step.since().minute())
                .name("run", step.since().id())
                .ours(
                        "commit",
                        commit.isEmpty()
                                ? Optional.empty()
                                : Optional.of(Links.link(MarkdownText.name(commit), commit(step))))
                .ours("p", Probabilities.probability(step.point().p()))
                .with("anchor", step.anchor().map(Inert::name))
                .ours(
                        "platform",
                        step.anchor().isPresent()
                                ? Optional.empty()
                                : Optional.of(Platform.letter(platforms.indexOf(step.platform()))));
    }

    /** A time, or how far a ratio is from the anchor. */
    private static String value(Step step, double value) {
        return step.anchor().isPresent() ? Percents.changed(value) : Amounts.amount(Metric.TIME, value);
    }

    private static List<String> commands(List<Step> steps) {
        return steps.stream()
                .limit(MOST_COMMANDS)
                .map(step -> CommandText.quoted(Inert.command(step.key().name().toString())))
                .map(name -> "clnrm-bench history " + name)
                .distinct()
                .toList();
    }
}
