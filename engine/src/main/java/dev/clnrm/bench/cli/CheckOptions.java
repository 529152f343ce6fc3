package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.Asked;
import dev.clnrm.bench.app.Check;
import dev.clnrm.bench.app.Sides;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for how two sides are measured in turns, judged and shown. */
final class CheckOptions {
    @Mixin
    MeasureOptions measure = new MeasureOptions();

    @Mixin
    private GoalOptions goal = new GoalOptions();

    @Mixin
    ChangeOptions change = new ChangeOptions();

    @Option(
            names = "--explain",
            description =
                    "Profile both sides of cases that are proven slower, with two forks each, and show which methods grew and what"
                            + " the JIT compiles differently. Takes half a minute for each of up to three cases; changes no verdict.")
    private boolean explain;

    @Mixin
    OutputOptions output = new OutputOptions();

    @Mixin
    TemplatesOption templates = new TemplatesOption();

    /** Whether no option is set that decides what is measured and until when. */
    boolean isUsual() {
        return measure.isUsual() && goal.isUntouched();
    }

    boolean measuresNothing() {
        return measure.isUntouched() && goal.isUntouched() && !explain;
    }

    /** Applies the present options that do not change what is measured to a resumed check. */
    void resumedAs(CheckOptions now) {
        explain = now.explain;
        measure.keptAs(now.measure);
        change.judgedAs(now.change);
        templates.shownAs(now.templates);
        output = now.output;
    }

    Asked asked(
            Context context,
            Path file,
            List<String> filters,
            String command,
            List<String> settled,
            Optional<Path> resumed) {
        Request request = measure.request(filters, goal.goal());
        return measure.shared.asked(context, file, request, measure.keeping, command, settled, resumed, output);
    }

    /** Measures two sides and shows the changes. */
    int check(Asked asked, Check.Opening sides, Function<Sides, List<String>> again) throws DeclarationException {
        return new Check(asked, sides, again, measure.unchanged(), change.strictness(), explain, true)
                .run(report -> show(report, asked.terminal()));
    }

    /** Prints a report and returns its exit status. */
    int show(Report report, Terminal terminal) {
        return templates.print(report, output, terminal);
    }
}
