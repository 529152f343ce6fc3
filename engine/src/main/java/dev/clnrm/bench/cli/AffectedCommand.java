package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.BadFile;
import dev.clnrm.bench.app.ExitStatus;
import dev.clnrm.bench.app.Project;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.report.AffectedReport;
import dev.clnrm.bench.report.format.Format;
import dev.clnrm.bench.report.json.ReachJson;
import dev.clnrm.bench.report.table.AffectedTable;
import dev.clnrm.bench.store.RunStore;
import dev.clnrm.bench.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "affected",
        description = "Shows which cases a change of the code can reach, which changed code no case reaches, and the"
                + " command that measures just these cases. It builds both sides and compares their class files; it"
                + " measures nothing.",
        footer = {
            "",
            "Examples:",
            "  clnrm-bench affected                    the work tree against its merge base with the main branch",
            "  clnrm-bench affected HEAD~1 HEAD        what one commit reaches",
            "  clnrm-bench affected --base v1.4 --wide all that changed since v1.4",
            "  clnrm-bench affected --history          with the cases that it will likely move",
            "  clnrm-bench affected --format json      for programs",
            "  clnrm-bench check --affected            measure what the change can reach",
            "",
            "Exit status: 0, whatever the change reaches; 2 wrong use or bad file, 3 a side does not build."
        })
final class AffectedCommand extends Subcommand {
    @Mixin
    private RevisionOptions revisions = new RevisionOptions();

    @Parameters(paramLabel = "BASE HEAD", arity = "0..2", description = "The same as --base BASE --head HEAD.")
    private List<String> sides = new ArrayList<>();

    @Option(
            names = "--only",
            paramLabel = "FILTER",
            description =
                    "Look at cases whose names contain this word; * matches anything. May be given several times.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--suite",
            paramLabel = "NAME",
            description = "Look at this suite only; may be given several times.")
    private List<String> suites = new ArrayList<>();

    @Option(
            names = "--history",
            description = "Also say which cases the change will likely move, by what stored runs of two sides found of"
                    + " changes of the same files, and how good such predictions were.")
    private boolean history;

    @Mixin
    private StoreOption store = new StoreOption();

    @Mixin
    private FileOption file = new FileOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private TemplatesOption templates = new TemplatesOption();

    @Override
    public Integer call() throws DeclarationException, CheckoutException {
        Format format = output.format;
        if (format == Format.CSV || format == Format.JUNIT) {
            throw new UserException("`affected` has no format " + format.word(), "use table, json or markdown");
        }
        Terminal terminal = output.terminal(context);
        RevisionOptions given = revisions.or(sides);
        if (!history && !store.isUntouched()) {
            throw new UserException("--store applies only with --history", "add --history");
        }
        Optional<RunStore> runs = history
                ? Optional.of(store.given(file.file, context).orElseGet(() -> Project.store(file.file)))
                : Optional.empty();
        AffectedReport report = given.affected(suites, only, file.file, context, terminal, output.quiet, runs)
                .report();
        terminal.print(
                switch (format) {
                    case JSON -> ReachJson.render(report);
                    case MARKDOWN -> BadFile.unless(() -> templates.templates().affected(report));
                    default -> AffectedTable.render(report, output.style(terminal));
                });
        return ExitStatus.WITHIN_BUDGET;
    }
}
