package dev.clnrm.bench.action;

import dev.clnrm.bench.app.Publication;
import dev.clnrm.bench.app.Stepped;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.runs.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A finished run joins those before it.
 *
 * @param history those before it
 * @param reporting says what came of it
 * @param budgets the file of budgets as it is called
 * @param text what it says; empty if there is none
 */
record Joining(KeptHistory history, Reporting reporting, String budgets, Optional<String> text) {
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
        boolean added = history.add(run);
        Optional<Path> site = reporting.dashboard(history.copy(), budgets, text, history.workspace(), folder);
        Optional<Stepped> stepped = added
                ? Optional.of(Stepped.by(RunFolder.read(run).id(), history.copy(), budgets, text, places))
                : Optional.empty();
        Path put = history.put();
        if (stepped.isPresent()) {
            reporting.steps(stepped.get());
        }
        return new Joined(Stream.concat(site.stream(), Stream.of(put)).toList(), stepped);
    }
}
