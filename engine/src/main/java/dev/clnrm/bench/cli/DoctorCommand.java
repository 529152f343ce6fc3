package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.ExitStatus;
import dev.clnrm.bench.app.Project;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.config.DeclaredCase;
import dev.clnrm.bench.config.Diagnostic;
import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.config.SignatureFiles;
import dev.clnrm.bench.measure.MachineCheck;
import dev.clnrm.bench.measure.MachineFinding;
import dev.clnrm.bench.measure.MachineFinding.Level;
import dev.clnrm.bench.model.Budget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what would disturb a measurement on this machine. */
@Command(
        name = "doctor",
        description =
                "Shows what would disturb a measurement here, and what to do about it; changes nothing and runs no benchmark.",
        footer = {
            "",
            "Example:",
            "  clnrm-bench doctor",
            "",
            "Exit status: 0 even if something disturbs; 3 if nothing can be measured."
        })
final class DoctorCommand extends Subcommand {
    @Mixin
    private FileArgument file = new FileArgument();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The form of the output: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Form format = Form.table;

    enum Form {
        table,
        json
    }

    @Override
    public Integer call() throws Exception {
        List<MachineFinding> found = new ArrayList<>();
        found.add(jdk());
        found.addAll(MachineCheck.ofThisMachine(
                Project.runs(file.file()), Path.of(System.getProperty("java.io.tmpdir", ""))));
        found.add(declared());
        print(format == Form.json ? DoctorText.json(found) : DoctorText.table(found));
        return found.stream().anyMatch(one -> one.level() == Level.PREVENTS)
                ? ExitStatus.COULD_NOT_MEASURE
                : ExitStatus.WITHIN_BUDGET;
    }

    private static MachineFinding jdk() {
        Jvm own = Jvm.own();
        String words = (own.version() + " " + own.vendor()).strip() + " at " + own.home();
        return Files.isExecutable(own.launcher())
                ? new MachineFinding("JDK", Level.GOOD, words, "")
                : new MachineFinding("JDK", Level.PREVENTS, words + " has no launcher", "install a JDK of 17 or later");
    }

    private MachineFinding declared() {
        if (!Files.exists(file.file())) {
            return declarations(Level.UNKNOWN, "there is no " + file.file(), "name it with --file");
        }
        try (Project project = Project.open(file.file(), context.environment())) {
            Declarations declared = project.declare();
            List<Diagnostic> refused = SignatureFiles.check(declared, project.directory());
            if (!refused.isEmpty()) {
                return declarations(
                        Level.PREVENTS, refused.get(0).message(), "run `clnrm-bench validate` to see what to do");
            }
            List<DeclaredCase> free = declared.cases()
                    .filter(one -> one.budget().equals(Budget.NONE))
                    .toList();
            return declarations(
                    Level.GOOD,
                    declared.cases().count() + " cases, " + free.size() + " of them without a budget",
                    free.isEmpty()
                            ? ""
                            : "a case without a budget is only checked for changes: "
                                    + free.get(0).name());
        } catch (DeclarationException e) {
            return declarations(
                    Level.PREVENTS,
                    file.file() + " has faults: " + e.diagnostics().size(),
                    "run `clnrm-bench validate` to see them");
        }
    }

    private static MachineFinding declarations(Level level, String message, String help) {
        return new MachineFinding("declarations", level, message, help);
    }
}
