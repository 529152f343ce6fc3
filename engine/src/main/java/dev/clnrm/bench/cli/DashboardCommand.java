package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.BadFile;
import dev.clnrm.bench.app.Dashboards;
import dev.clnrm.bench.app.ExitStatus;
import dev.clnrm.bench.app.PastRuns;
import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.terminal.Terminal;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "dashboard",
        description =
                "Writes a web site of all stored runs: the budgets of the newest, change points, and the history of every"
                        + " case. It opens from disk and from any server and needs no network; data/history.json has the"
                        + " numbers.",
        footer = {
            "",
            "Examples:",
            "  clnrm-bench dashboard",
            "  clnrm-bench dashboard --store git:performance --out public",
            "",
            "A folder that contains anything else than a dashboard is not changed.",
            "Exit status: 0 the site is written, 2 no run, or a folder that is something else."
        })
final class DashboardCommand extends Subcommand {
    @Mixin
    private PastOptions past = new PastOptions();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "The folder to write (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("clnrm-dashboard");

    @Override
    public Integer call() throws DeclarationException, CheckoutException {
        PastRuns runs = past.read(context);
        BudgetsFile budgets = past.file.read();
        BadFile.unless(() -> {
            Dashboards.write(runs, budgets, past.commits(context), out);
            return out;
        });
        Terminal terminal = terminal();
        runs.notes().forEach(note -> terminal.say("clnrm-bench: note: " + note + "\n"));
        terminal.print(out.resolve("index.html") + "\n");
        return ExitStatus.WITHIN_BUDGET;
    }
}
