package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.ExitStatus;
import dev.clnrm.bench.app.Project;
import dev.clnrm.bench.config.BuildRule;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.config.Diagnostic;
import dev.clnrm.bench.config.DiagnosticRenderer;
import dev.clnrm.bench.config.SignatureFiles;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.report.Counts;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks the declarations. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Checks budgets.yaml, the suites and paths it names and their class paths; runs no benchmark. All faults are shown"
                        + " at once.",
        footer = {"", "Example:", "  clnrm-bench validate budgets.yaml"})
final class ValidateCommand implements Callable<Integer> {
    private final Context context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private FileArgument file = new FileArgument();

    ValidateCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (Project project = Project.open(file.file(), context.environment())) {
            Declarations declared = project.declare();
            BuildRule.checkOverlay(declared.file().text(), project.directory());
            List<Diagnostic> refused = SignatureFiles.check(declared, project.directory());
            if (!refused.isEmpty()) {
                throw new DeclarationException(refused);
            }
            PrintWriter out = spec.commandLine().getOut();
            spec.commandLine().getErr().print(DiagnosticRenderer.render(declared.warnings()));
            spec.commandLine().getErr().flush();
            long budgeted = declared.cases()
                    .filter(c -> !c.budget().equals(Budget.NONE))
                    .count();
            out.println(file.file() + ": " + Counts.count(declared.suites().size(), "suite") + ", "
                    + Counts.count(declared.cases().count(), "case") + ", " + budgeted + " with a budget, "
                    + Counts.count(declared.laws().size(), "law") + ": nothing wrong");
            return ExitStatus.WITHIN_BUDGET;
        }
    }
}
