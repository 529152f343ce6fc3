package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.BadFile;
import dev.clnrm.bench.app.Judged;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.runs.RunFolder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "Prints a stored run as `run` or `check` printed it, in any format. It measures nothing. The"
                + " budgets file is read as it is now.",
        footer = {
            "",
            "Examples:",
            "  clnrm-bench show 20260727-135419-3fa2c1",
            "  clnrm-bench show main --wide            a baseline, with every column and name",
            "  clnrm-bench show downloaded/clnrm-bench-run --format json",
            "",
            "Exit status: that of the run: 0 within budget, 1 regressed or over budget, 3 could not measure, 4 inconclusive",
            "and --fail-on-inconclusive is given; 2 wrong use or bad file."
        })
final class ShowCommand extends Subcommand {
    @Parameters(paramLabel = "RUN", description = "A run folder, the name of a run, or a baseline.")
    private String run = "";

    @Mixin
    private StoreOption store = new StoreOption();

    @Mixin
    private BudgetsOption file = new BudgetsOption();

    @Mixin
    private ChangeOptions change = new ChangeOptions();

    @Mixin
    private PrintOptions output = new PrintOptions();

    @Mixin
    private TemplatesOption templates = new TemplatesOption();

    @Override
    public Integer call() throws DeclarationException {
        Path folder = store.sources(file.path(), context).run(run);
        Judged.Terms terms = Judged.Terms.of(file.read(), change.strictness());
        Judged judged = BadFile.unless(() -> Judged.of(folder, terms, LocalDate.now(ZoneOffset.UTC)));
        Report report = judged.report();
        String stored = RunFolder.shown(folder).toString();
        return templates.print(report.with(report.facts().storedIn(stored)), output, output.terminal(context));
    }
}
