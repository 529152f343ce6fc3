package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.BadFile;
import dev.clnrm.bench.app.PastRuns;
import dev.clnrm.bench.app.Project;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.CommitGraph;
import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.store.RunStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for which stored runs are shown, and with which tolerances. */
final class PastOptions {
    @Option(
            names = {"--store", "--runs"},
            paramLabel = "STORE",
            description =
                    "Where the runs are: a folder of run folders, git:BRANCH or jdbc:URL (default: the project's own).")
    @Nullable String store;

    @Option(
            names = "--branch",
            paramLabel = "REV",
            description =
                    "Only the runs of commits that this branch or revision contains (default: the runs of all branches).")
    @Nullable String branch;

    @Mixin
    BudgetsOption file = new BudgetsOption();

    /** Reads the finished runs. There is at least one. */
    PastRuns read(Context context) throws CheckoutException {
        RunStore home = store == null ? Project.store(file.path()) : StoreOption.of(store, file.path(), context);
        PastRuns past = BadFile.unless(() -> PastRuns.in(home));
        if (past.runs().isEmpty()) {
            throw new UserException(
                    "there is no finished run in " + home
                            + (past.notes().isEmpty() ? "" : "; " + past.notes().get(0)),
                    "measure some with `clnrm-bench run`, or choose where they are: --store STORE");
        }
        return branch == null ? ofAllBranches(past, context) : ofBranch(past, branch, context);
    }

    private PastRuns ofBranch(PastRuns past, String revision, Context context) throws CheckoutException {
        PastRuns some = past.of(revision, repository(context));
        if (some.runs().isEmpty()) {
            throw new UserException(
                    "none of the runs measured a commit that `" + revision + "` contains",
                    "leave out --branch for the runs of all branches");
        }
        return some;
    }

    /** The runs of all branches. Outside a repository branches are unknown. */
    private PastRuns ofAllBranches(PastRuns past, Context context) {
        try {
            return past.notingBranches(repository(context));
        } catch (CheckoutException e) {
            return past;
        }
    }

    /** The order of commits. It is unknown if there is no repository. */
    CommitGraph commits(Context context) {
        return Project.commits(file.path(), branch == null ? "HEAD" : branch, context.environment());
    }

    private Repository repository(Context context) throws CheckoutException {
        return Project.repository(file.path(), context.environment());
    }
}
