package dev.clnrm.bench.cli;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.BudgetsReader;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.app.PastRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which runs of other times are looked at, and by whose tolerances. */
final class PastOptions {
    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "A folder of run folders (default: the project's own runs).")
    @Nullable Path runs;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "The file with tolerances and budgets (default: budgets.yaml where there is one).")
    @Nullable Path file;

    /** The finished runs, at least one. */
    PastRuns read() {
        Path folder = folder();
        PastRuns past = BadFile.unless(() -> PastRuns.in(folder));
        if (past.runs().isEmpty()) {
            throw new UserException(
                    "there is no finished run in " + folder
                            + (past.notes().isEmpty() ? "" : "; " + past.notes().get(0)),
                    "measure some by `clnrm-bench run`, or name another folder: --runs DIR");
        }
        return past;
    }

    /** What the file says; nothing where none is named and none is there. */
    BudgetsFile budgets() throws DeclarationException {
        return file == null && Files.notExists(path()) ? BudgetsFile.empty(Defaults.FILE) : BudgetsReader.read(path());
    }

    private Path folder() {
        return runs == null ? Project.runs(path()) : runs;
    }

    private Path path() {
        return file == null ? Path.of(Defaults.FILE) : file;
    }
}
