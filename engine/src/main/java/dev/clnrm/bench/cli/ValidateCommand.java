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
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "validate",
        description =
                "Checks budgets.yaml, the suites and paths it names and their class paths; runs no benchmark. All faults are shown"
                        + " at once.",
        footer = {"", "Example:", "  clnrm-bench validate budgets.yaml"})
final class ValidateCommand extends Subcommand {
    @Mixin
    private FileArgument file = new FileArgument();

    @Override
    public Integer call() throws Exception {
        try (Project project = Project.open(file.file(), context.environment())) {
            Declarations declared = project.declare();
            BuildRule.checkOverlay(declared.file().text(), project.directory());
            List<Diagnostic> refused = SignatureFiles.check(declared, project.directory());
            if (!refused.isEmpty()) {
                throw new DeclarationException(refused);
            }
            say(DiagnosticRenderer.render(declared.warnings()));
            long budgeted = declared.cases()
                    .filter(c -> !c.budget().equals(Budget.NONE))
                    .count();
            print(file.file() + ": " + Counts.count(declared.suites().size(), "suite") + ", "
                    + Counts.count(declared.cases().count(), "case") + ", " + budgeted + " with a budget, "
                    + Counts.count(declared.laws().size(), "law") + ": nothing wrong\n");
            return ExitStatus.WITHIN_BUDGET;
        }
    }
}
