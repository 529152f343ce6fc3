package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.ExitStatus;
import dev.clnrm.bench.app.NoMatchingCase;
import dev.clnrm.bench.app.PastRuns;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.config.CaseFilter;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Nearest;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.terminal.Color;
import dev.clnrm.bench.terminal.Terminal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "history",
        subcommands = {BackfillCommand.class, ImportCommand.class},
        description =
                "Prints the times of cases in all stored runs, and marks changes above the tolerance. Runs on"
                        + " another machine, JDK or flags are separate series. Runs of all branches are in one series, unless"
                        + " --branch chooses. They are in the order of commits as far as the repository has them, else of time."
                        + " Ratios to a commit that was measured beside them are one series over all machines; its steps and its gradual growth are listed at the end.",
        footer = {
            "",
            "Examples:",
            "  clnrm-bench history cleanroom_creation",
            "  clnrm-bench history 'container_reuse/*' --limit 10",
            "  clnrm-bench history metrics --branch main",
            "  clnrm-bench history metrics --forecast    where the next value is expected",
            "  clnrm-bench history metrics --format csv",
            "  clnrm-bench history metrics --store git:performance",
            "  clnrm-bench history backfill v1.0..HEAD   measures the commits of the past",
            "  clnrm-bench history import data.js        what github-action-benchmark kept",
            "",
            "Exit status: 0 printed, 2 no such case, no run, or bad file."
        })
final class HistoryCommand extends Subcommand {
    @Parameters(
            paramLabel = "CASE",
            arity = "0..*",
            description = "Cases whose names contain one of these words; * matches anything.")
    private List<String> filters = new ArrayList<>();

    @Mixin
    private PastOptions past = new PastOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "The last N runs of each case (default: ${DEFAULT-VALUE}).")
    private int limit = 60;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The form of the output: table, json, csv, openmetrics for Prometheus, or data-js for"
                    + " github-action-benchmark (default: table).")
    private HistoryFormat format = HistoryFormat.TABLE;

    @Option(
            names = "--forecast",
            description = "Show where 95 %% of the next values lie if the code does not change, how many of the last"
                    + " values lay where they were expected, and which did not. In a table or json.")
    private boolean forecast;

    @Option(names = "--color", paramLabel = "WHEN", description = "Colours: auto, always or never (default: auto).")
    private Color color = Color.AUTO;

    @Mixin
    private WideOption wide = new WideOption();

    @Override
    public Integer call() throws DeclarationException, CheckoutException {
        if (limit < 1) {
            throw new UserException("--limit is at least 1", "leave it out for the last 60 runs");
        }
        if (forecast && format != HistoryFormat.TABLE && format != HistoryFormat.JSON) {
            throw new UserException("--forecast is shown in a table or json", "leave out --format, or use json");
        }
        if (filters.isEmpty()) {
            throw new UserException(
                    "no case is named", "name some, as in `clnrm-bench history parse`; '*' shows all cases");
        }
        PastRuns runs = past.read(context);
        Set<CaseName> known = runs.names();
        if (known.stream().noneMatch(name -> CaseFilter.any(filters, name))) {
            List<String> near = NoMatchingCase.near(filters, known);
            throw new UserException(
                    "no case of these runs matches `" + String.join("` or `", filters) + "`",
                    near.isEmpty() ? "`clnrm-bench history '*'` shows all cases" : Nearest.didYouMean(near));
        }
        Rules rules = Rules.of(past.file.read(), DeclaredRules.NONE, known, known, LocalDate.now(ZoneOffset.UTC));
        History history = runs.history(name -> CaseFilter.any(filters, name), rules, past.commits(context));
        Terminal terminal = Terminal.ofThisProcess(color, context.environment());
        history.notes().forEach(note -> terminal.say("clnrm-bench: note: " + note + "\n"));
        terminal.print(format.render(history, limit, forecast, terminal.style().wide(wide.wide)));
        return ExitStatus.WITHIN_BUDGET;
    }
}
