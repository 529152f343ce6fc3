package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.BadFile;
import dev.clnrm.bench.app.ExitStatus;
import dev.clnrm.bench.app.Sources;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.WholeFolder;
import dev.clnrm.bench.store.RunStore;
import dev.clnrm.bench.terminal.Terminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds runs to a store. */
@Command(
        name = "push",
        description =
                "Adds stored runs to a store that lasts: a folder, a git branch or a database. A run that is there"
                        + " already, or that did not finish, is skipped.",
        footer = {
            "",
            "Examples:",
            "  clnrm-bench push .clnrm-bench/runs/20260727-135419-3fa2c1 --store git:performance",
            "  clnrm-bench push .clnrm-bench/runs/* --store jdbc:sqlite:runs.db",
            "  clnrm-bench push main --store jdbc:postgresql://db.example.org/performance",
            "",
            "A user and a password are taken from PGUSER and PGPASSWORD.",
            "Exit status: 0 every finished run is there, 2 no finished run, or bad file, 3 the store cannot be written."
        })
final class PushCommand extends Subcommand {
    @Parameters(paramLabel = "RUN", arity = "1..*", description = "A run folder, the name of a run, or a baseline.")
    private List<String> runs = new ArrayList<>();

    @Option(
            names = "--store",
            required = true,
            paramLabel = "STORE",
            description = "Where they are added: a folder, git:BRANCH or jdbc:URL.")
    private String store = "";

    @Mixin
    private BudgetsOption file = new BudgetsOption();

    @Override
    public Integer call() {
        Sources sources = Sources.of(file.path());
        RunStore home = StoreOption.of(store, file.path(), context);
        Terminal terminal = terminal();
        List<Path> all = runs.stream().map(sources::run).toList();
        List<Path> finished = all.stream().filter(PushCommand::finished).toList();
        all.stream()
                .filter(run -> !finished.contains(run))
                .forEach(run -> terminal.say("clnrm-bench: note: " + run + " is skipped: "
                        + (begun(run) ? "a killed program left it incomplete" : "the run did not finish") + "\n"));
        if (finished.isEmpty()) {
            throw new UserException(
                    "there is no finished run to add",
                    all.stream().allMatch(PushCommand::begun)
                            ? "name a complete run, and delete what a killed program left"
                            : "continue a run that did not finish with --resume");
        }
        for (Path run : finished) {
            terminal.print(run
                    + (home.add(run) ? " added to " + home : " is already in " + home + ", or a later run replaces it")
                    + "\n");
        }
        return ExitStatus.WITHIN_BUDGET;
    }

    private static boolean finished(Path run) {
        return !begun(run) && BadFile.unless(() -> RunFolder.read(run)).finished();
    }

    private static boolean begun(Path run) {
        return run.toString().endsWith(WholeFolder.BEGUN);
    }
}
