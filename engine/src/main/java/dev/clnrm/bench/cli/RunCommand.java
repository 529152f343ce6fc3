package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.Asked;
import dev.clnrm.bench.app.Run;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.report.Renderer;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.report.format.Format;
import dev.clnrm.bench.report.table.TableReport;
import dev.clnrm.bench.runs.BaselineNames;
import dev.clnrm.bench.runs.Baselines;
import dev.clnrm.bench.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures a project, judges the result and prints it. */
@Command(
        name = "run",
        description = "Measures suites, checks budgets and laws, prints the table, keeps the run.",
        footer = {
            "",
            "Examples:",
            "  clnrm-bench run --quick",
            "  clnrm-bench run --suite cleanroom --format markdown",
            "  clnrm-bench run 'container_reuse/*' --forks 10",
            "  clnrm-bench run --resume            continue a run that was killed",
            "  clnrm-bench run --save-baseline main    save the run as a baseline",
            "  clnrm-bench run --baseline main         compare with that baseline",
            "  clnrm-bench run --store git:performance     keep the run in a branch as well",
            "",
            "A run is kept in .clnrm-bench/runs; every finished fork is on disk at once."
        })
final class RunCommand extends Subcommand {
    @Mixin
    RunOptions options = new RunOptions();

    @Mixin
    FileOption file = new FileOption();

    @Mixin
    OutputOptions output = new OutputOptions();

    @Mixin
    KeepingOptions keeping = new KeepingOptions();

    @Option(
            names = "--save-baseline",
            paramLabel = "NAME",
            description = "Save the run as a baseline with this name; an older one is replaced.")
    @Nullable String saveBaseline;

    @Option(names = "--baseline", paramLabel = "NAME", description = "Compare the run with this baseline.")
    @Nullable String baseline;

    @Mixin
    ChangeOptions change = new ChangeOptions();

    @Override
    public Integer call() throws Exception {
        checkBaselines();
        if (keeping.resume == null) {
            return run(Optional.empty());
        }
        Resumed.refuse(!options.isUntouched());
        Resumed resumed = Resumed.of(keeping, file.file, "run");
        RunCommand before = resumed.into(new RunCommand(), context);
        before.output = output;
        before.saveBaseline = saveBaseline == null ? before.saveBaseline : saveBaseline;
        before.baseline = baseline == null ? before.baseline : baseline;
        before.options.shared.limitedAs(options.shared);
        before.keeping.keptAs(keeping);
        before.change.judgedAs(change);
        before.checkBaselines();
        return before.run(Optional.of(resumed.folder()));
    }

    private int run(Optional<Path> resumed) throws DeclarationException {
        Asked asked =
                options.shared.asked(context, file.file, options.request(), keeping, "run", List.of(), resumed, output);
        return new Run(
                        asked,
                        options.archives(),
                        change.strictness(),
                        Optional.ofNullable(saveBaseline),
                        Optional.ofNullable(baseline))
                .run(outcome -> show(asked.terminal(), outcome));
    }

    private int show(Terminal terminal, Run.Outcome outcome) {
        Style style = output.style(terminal);
        Format format = output.format;
        Renderer renderer = format.renderer(style);
        if (outcome.since().isEmpty()) {
            terminal.print(renderer.render(outcome.view()));
            return outcome.view().exit();
        }
        Report since = outcome.since().get();
        if (format == Format.TABLE) {
            terminal.print(renderer.render(outcome.view()) + "\n");
            terminal.print(new TableReport(style, false).render(since));
        } else {
            // Programs get only the comparison, which also has all budgets and laws.
            terminal.print(renderer.render(since));
        }
        return since.exit();
    }

    /** Checks the options for baselines before measuring, so that no measurement is wasted. */
    private void checkBaselines() {
        if (saveBaseline != null
                && (!Baselines.allows(saveBaseline) || saveBaseline.length() > BaselineNames.LONGEST)) {
            throw new UserException(
                    "`" + saveBaseline + "` cannot be the name of a baseline",
                    "use at most " + BaselineNames.LONGEST
                            + " letters, digits, `.`, `_` and `-`, and begin with a letter or digit");
        }
        if (baseline != null) {
            keeping.store.sources(file.file, context).mustHave(baseline);
        } else if (!change.isUntouched() && keeping.resume == null) {
            throw new UserException(
                    "--fail-on and --allow-different-hosts apply only to a comparison", "add --baseline NAME");
        }
    }
}
