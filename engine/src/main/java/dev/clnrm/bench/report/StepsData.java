package dev.clnrm.bench.report;

import static dev.clnrm.bench.report.MarkdownFormat.markup;

import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.report.history.Platform;
import dev.clnrm.bench.report.history.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a template sees of steps. Markdown of ours goes through {@link MarkdownFormat#markup}; every plain text is from outside. The keys
 * are described in {@code templates/README.md}.
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
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(Sections.NAME, Sections.DIRECTIVE);
        data.put(Templates.COUNT_KEY, Templates.COUNT);
        data.put("inIssue", inIssue);
        data.put("sentence", markup(view.sentence()));
        data.put("rows", steps.stream().map(step -> row(step, platforms)).toList());
        data.put("moreRows", view.steps().size() - steps.size());
        data.put("platforms", described(platforms));
        data.put("again", markup(MarkdownText.fenced(commands(steps))));
        data.put(
                "links",
                view.run().map(a -> markup(Links.link("the run", view.run()))).stream()
                        .toList());
        return data;
    }

    private Map<String, Object> row(Step step, List<Platform> platforms) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("emoji", markup(step.slower() ? "🐢" : StatusLabel.IMPROVED.emoji()));
        row.put("word", markup(step.slower() ? "slower" : "faster"));
        row.put("case", markup(MarkdownText.name(step.key().name())));
        row.put("mode", markup(step.key().mode().jmhName()));
        row.put(
                "change",
                markup(Percents.changed(step.point().after() / step.point().before())));
        row.put("before", markup(Amounts.amount(Metric.TIME, step.point().before())));
        row.put("after", markup(Amounts.amount(Metric.TIME, step.point().after())));
        row.put("runsBefore", markup(Counts.count(step.before(), "run")));
        row.put("runsAfter", markup(Counts.count(step.after(), "run")));
        row.put("since", markup(step.since().minute()));
        row.put("run", markup(MarkdownText.name(step.since().id())));
        String commit = step.since().shortCommit();
        if (!commit.isEmpty()) {
            row.put("commit", markup(Links.link(MarkdownText.name(commit), view.commit(step))));
        }
        row.put("p", markup(Probabilities.probability(step.point().p())));
        row.put("platform", markup(Platform.letter(platforms.indexOf(step.platform()))));
        return row;
    }

    private static List<Map<String, Object>> described(List<Platform> platforms) {
        List<Map<String, Object>> described = new ArrayList<>();
        for (int place = 0; place < platforms.size(); place++) {
            described.add(Map.of(
                    "letter",
                    markup(Platform.letter(place)),
                    "words",
                    platforms.get(place).words()));
        }
        return described;
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
