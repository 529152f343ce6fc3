package dev.clnrm.bench.action;

import dev.clnrm.bench.app.Publication;
import dev.clnrm.bench.app.Stepped;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.samples.FileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A finished run joins those before it.
 *
 * @param history those before it
 * @param workspace the repository
 * @param reporting says what came of it
 * @param budgets the file of budgets as it is called
 * @param text what it says; empty if there is none
 */
record Joining(StepHistory history, Path workspace, Reporting reporting, String budgets, Optional<String> text) {
    /**
     * What came of it.
     *
     * @param written files and folders of the workspace that were written
     * @param stepped where times stepped; empty if the run did not join
     */
    record Joined(List<Path> written, Optional<Stepped> stepped) {
        Joined {
            written = List.copyOf(written);
        }
    }

    /**
     * Adds the run, draws all of them, and puts them where they were.
     *
     * @param run a folder whose files were checked
     * @param folder where the dashboard goes, relative to the workspace
     */
    Joined join(Path run, String folder, Publication.Places places) throws IOException, DeclarationException {
        boolean added = added(run);
        Optional<Path> site = reporting.dashboard(history.runs(), budgets, text, workspace, folder);
        Optional<Stepped> stepped = added
                ? Optional.of(Stepped.by(RunFolder.read(run).id(), history.runs(), budgets, text, places))
                : Optional.empty();
        List<Path> written = new ArrayList<>(site.stream().toList());
        if (history.folder().isPresent()) {
            written.add(history.folder().get().put());
        }
        if (stepped.isPresent()) {
            reporting.steps(stepped.get());
        }
        return new Joined(written, stepped);
    }

    /** A run that could not be added is in the workspace, from where it can be pushed. */
    private boolean added(Path run) throws IOException {
        try {
            return history.runs().add(run);
        } catch (FileException e) {
            reporting.notStored(history.runs().toString(), e.fault());
            return false;
        }
    }
}
