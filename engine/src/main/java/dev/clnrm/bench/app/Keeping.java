package dev.clnrm.bench.app;

import dev.clnrm.bench.report.CommandText;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.store.RunStore;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a run is stored.
 *
 * @param out the folder of the run; empty for a new one among the project's runs
 * @param resumed the folder of the run to resume
 * @param store the store that also receives the run when it has finished
 */
public record Keeping(Optional<Path> out, Optional<Path> resumed, Optional<RunStore> store) {
    /** A new folder among the project's runs. */
    public static final Keeping USUAL = new Keeping(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Adds a run that has ended to the store. If this fails, the run stays in its folder.
     *
     * @return the outcome in one clause; empty if there is no store
     */
    Optional<String> added(Path folder, RunManifest run) {
        return store.map(home -> {
            if (!run.finished()) {
                return "the run did not finish, so it is not added to " + home;
            }
            try {
                return home.add(folder) ? "added to " + home : "already in " + home + ", or a later run replaces it";
            } catch (FileException e) {
                return "the run is not in " + home + ": " + clause(e) + "; it is kept in " + folder
                        + ", add it later with `clnrm-bench push " + CommandText.quoted(folder.toString()) + " --store "
                        + CommandText.quoted(home.toString()) + "`";
            }
        });
    }

    /** A fault of a store and what to do, in one clause. */
    static String clause(FileException e) {
        String help = e.fault().help();
        return e.fault().message() + (help.isEmpty() ? "" : " (" + help + ")");
    }
}
