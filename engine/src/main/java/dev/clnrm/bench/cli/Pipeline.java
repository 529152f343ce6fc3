package dev.clnrm.bench.cli;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.app.Changes;
import dev.clnrm.bench.judge.Expectations;
import dev.clnrm.bench.judge.Promises;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.terminal.Terminal;
import dev.clnrm.bench.report.Format;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.Renderer;
import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.report.TableReport;
import dev.clnrm.bench.samples.Pair;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.Judgement;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The whole program on one screen: declare, plan, run, judge, show. */
final class Pipeline {
    private final Context context;
    private final RunCommand command;
    private final Optional<Path> resumed;

    /**
     * A run to be.
     *
     * @param command what was asked for
     * @param resumed the folder of the run to go on with
     */
    Pipeline(Context context, RunCommand command, Optional<Path> resumed) {
        this.context = context;
        this.command = command;
        this.resumed = resumed;
    }

    int run() throws DeclarationException {
        try (Project project = Project.open(command.file.file, context.environment())) {
            Declarations declared = project.declare();
            Request request = command.options.request();
            Plan plan = project.plan(declared, request);
            Promises promises = Promises.of(declared, plan, command.output.failOnInconclusive);
            Terminal terminal = command.output.terminal(context);
            Measuring measuring = new Measuring(context, command, project, plan, declared, resumed, terminal);
            Measuring.Result measured = measuring.measure(records -> promises.judge(records));
            Judgement judgement = promises.cutShort(measured.cutShort()).judge(measured.records());
            Report view = Report.of(judgement, promises.budgets(), measured.facts());
            keep(terminal, measured);
            return command.baseline == null
                    ? show(terminal, view)
                    : compare(terminal, command.baseline, view, Expectations.of(declared, promises), measured);
        }
    }

    private int show(Terminal terminal, Report view) {
        terminal.print(command.output.format.format.renderer(command.output.style(terminal)).render(view));
        return view.promises().exit();
    }

    /** The run under the name asked for, if it is whole: part of a run is nothing to compare with. */
    private void keep(Terminal terminal, Measuring.Result measured) {
        if (command.saveBaseline == null) {
            return;
        }
        String name = "the baseline `" + command.saveBaseline + "`";
        if (measured.cutShort()) {
            terminal.say("clnrm-bench: warning: the run was cut short, so it is not kept as " + name + "\n");
            return;
        }
        Project.baselines(command.file.file).save(command.saveBaseline, measured.folder());
        if (!command.output.quiet) {
            terminal.say("kept as " + name + "\n");
        }
    }

    /** The run and what changed since the baseline; programs get the comparison alone, which says of budgets and laws as much. */
    private int compare(
            Terminal terminal, String baseline, Report view, Expectations expected, Measuring.Result measured) {
        Format format = command.output.format.format;
        Style style = command.output.style(terminal);
        Renderer renderer = format.renderer(style);
        if (format == Format.TABLE) {
            terminal.print(renderer.render(view) + "\n");
            renderer = new TableReport(style, false);
        }
        String run = measured.folder().toString();
        Pair sides = Sources.of(command.file.file).both(baseline, run);
        Side base = sides.base().only(view.promised().keySet()::contains);
        Changes changes =
                new Changes(base, sides.head(), expected, command.change.strictness(command.output.failOnInconclusive));
        ChangeJudgement changed = changes.judge(view.promises());
        List<String> words = List.of("clnrm-bench", "compare", baseline, run);
        List<String> notes = format == Format.TABLE ? List.of() : view.facts().notes();
        terminal.print(renderer.render(changes.view(changed, words, notes)));
        return changed.exit();
    }
}
