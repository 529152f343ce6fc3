package dev.clnrm.bench.cli;

import dev.clnrm.bench.declare.DeclarationException;
import dev.clnrm.bench.declare.Declarations;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.publish.Terminal;
import dev.clnrm.bench.render.Report;
import dev.clnrm.bench.render.RunView;
import dev.clnrm.bench.verdict.Judgement;
import java.nio.file.Path;
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
            Measuring measuring = new Measuring(
                    context, command, project, plan, declared.file().hooks(), resumed, terminal);
            Measuring.Result measured = measuring.measure(records -> promises.judge(records));
            Judgement judgement = promises.cutShort(measured.cutShort()).judge(measured.records());
            RunView view = new RunView(judgement, promises.budgets(), measured.facts());
            terminal.print(
                    Report.of(command.output.format.format, terminal.style()).render(view));
            return judgement.exit();
        } finally {
            Interruption.written();
        }
    }
}
