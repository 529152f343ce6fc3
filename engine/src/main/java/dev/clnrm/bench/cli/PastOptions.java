package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.BadFile;
import dev.clnrm.bench.app.PastRuns;
import dev.clnrm.bench.app.Project;
import dev.clnrm.bench.app.UserException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which runs of other times are looked at, and by whose tolerances. */
final class PastOptions {
    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "A folder of run folders (default: the project's own runs).")
    @Nullable Path runs;

    @Mixin
    BudgetsOption file = new BudgetsOption();

    /** The finished runs, at least one. */
    PastRuns read() {
        Path folder = folder();
        PastRuns past = BadFile.unless(() -> PastRuns.in(folder));
        if (past.runs().isEmpty()) {
            throw new UserException(
                    "there is no finished run in " + folder
                            + (past.notes().isEmpty() ? "" : "; " + past.notes().get(0)),
                    "measure some with `clnrm-bench run`, or choose another folder: --runs DIR");
        }
        return past;
    }

    private Path folder() {
        return runs == null ? Project.runs(file.path()) : runs;
    }
}
