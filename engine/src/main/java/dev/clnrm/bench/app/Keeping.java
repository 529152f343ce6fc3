package dev.clnrm.bench.app;

import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.store.RunStore;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a run is kept.
 *
 * @param out its folder; absent: a new one among the project's runs
 * @param resumed the folder of the run to go on with
 * @param store where it is added when it has finished, beside its folder
 */
public record Keeping(Optional<Path> out, Optional<Path> resumed, Optional<RunStore> store) {
    /** In a new folder among the project's runs. */
    public static final Keeping USUAL = new Keeping(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Adds a run that has ended to the store. If that fails, the run stays where it is.
     *
     * @return what became of it, in one clause; empty if there is no store
     */
    Optional<String> added(Path folder, RunManifest run) {
        return store.map(home -> {
            if (!run.finished()) {
                return "the run did not finish, so it is not added to " + home;
            }
            try {
                home.add(folder);
                return "added to " + home;
            } catch (FileException e) {
                String help = e.fault().help();
                return "the run is not in " + home + ": " + e.fault().message()
                        + (help.isEmpty() ? "" : " (" + help + ")") + "; it is kept in " + folder
                        + ", add it later with `clnrm-bench push " + folder + " --store " + home + "`";
            }
        });
    }
}
