package dev.clnrm.bench.action;

import dev.clnrm.bench.app.Publication;
import dev.clnrm.bench.app.Stepped;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.git.CommitGraph;
import dev.clnrm.bench.report.markdown.StepsView;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.samples.FileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds a finished run to the earlier runs.
 *
 * @param history the earlier runs
 * @param workspace the repository
 * @param reporting reports the outcome
 * @param budgets the name of the budgets file
 * @param text the text of the budgets file; empty if there is none
 * @param commits the order of commits
 */
record Joining(
        StepHistory history,
        Path workspace,
        Reporting reporting,
        String budgets,
        Optional<String> text,
        CommitGraph commits) {
    /**
     * The outcome of adding a run.
     *
     * @param written the files and folders that were written to the workspace
     * @param stepped the change points; empty if the run was not added
     */
    record Joined(List<Path> written, Optional<StepsView> stepped) {
        Joined {
            written = List.copyOf(written);
        }
    }

    /**
     * Adds the run, puts the runs back into their folder, and writes the dashboard. So a workflow that saves the folder only if
     * there is a dashboard never saves a part of it.
     *
     * @param run the folder of the run, whose files were checked
     * @param folder the folder for the dashboard, relative to the workspace
     */
    Joined join(Path run, String folder, Publication.Places places) throws IOException, DeclarationException {
        boolean added = added(run);
        List<Path> written = new ArrayList<>();
        if (history.folder().isPresent()) {
            written.add(history.folder().get().put());
        }
        reporting
                .dashboard(history.runs(), budgets, text, commits, workspace, folder)
                .ifPresent(written::add);
        Optional<StepsView> stepped = added
                ? Optional.of(Stepped.by(RunFolder.read(run).id(), history.runs(), budgets, text, places, commits))
                : Optional.empty();
        if (stepped.isPresent()) {
            reporting.steps(stepped.get());
        }
        return new Joined(written, stepped);
    }

    /** Adds the run and returns whether it was added. If the store fails, the run is still in the workspace, from where it can be pushed. */
    private boolean added(Path run) throws IOException {
        try {
            return history.runs().add(run);
        } catch (FileException e) {
            reporting.notStored(history.runs().toString(), e.fault());
            return false;
        }
    }
}
