package dev.clnrm.bench.store;

import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.DataBranch;
import dev.clnrm.bench.runs.Baselines;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.UnreadableFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A store of finished runs and of baselines: a folder, a branch of the repository, or a database. Several programs may use it at the same
 * time. Its methods throw a {@link FileException} if it cannot be reached or if a newer version wrote it.
 */
public interface RunStore {
    /** The prefix of a branch. */
    String GIT = "git:";

    /** The prefix of a database. */
    String JDBC = "jdbc:";

    /**
     * The contents of a store.
     *
     * @param runs the runs, each once, in no particular order
     * @param notes the omitted runs, and why
     */
    record Contents(List<Held> runs, List<String> notes) {
        public Contents {
            runs = List.copyOf(runs);
            notes = List.copyOf(notes);
        }

        static Contents note(String note) {
            return new Contents(List.of(), List.of(note));
        }

        /** The contents that were read one by one. */
        static Contents of(List<Contents> parts) {
            return new Contents(
                    parts.stream().flatMap(part -> part.runs.stream()).toList(),
                    parts.stream().flatMap(part -> part.notes.stream()).toList());
        }
    }

    /** Reads the summaries of the finished runs. An unreadable run is omitted, with a note. */
    Contents read();

    /**
     * Adds a finished run, either completely or not at all.
     *
     * @param run the folder of the run
     * @return whether it was added; false if it did not finish, if the store already has it, or if it is old and a later one replaces it
     */
    boolean add(Path run);

    /** The folder of a run. It is fetched if necessary. */
    Optional<Path> find(String name);

    /** The names of baselines, sorted. */
    List<String> baselines();

    /** The folder of the run that is stored as a baseline. */
    Optional<Path> baseline(String name);

    /**
     * Stores a run under the names of baselines. It replaces earlier baselines of these names.
     *
     * @return whether it was stored; false if the run did not finish
     */
    boolean save(List<String> baselines, Path run);

    /**
     * The store that a word names.
     *
     * @param word {@code DIR}, {@code git:BRANCH} or {@code jdbc:URL}
     * @param project a folder of the repository
     * @param fetched the folder for fetched runs
     * @throws UnreadableFileException if there can be no such store
     */
    static RunStore of(String word, Path project, Path fetched, Map<String, String> environment) {
        if (word.startsWith(JDBC)) {
            return JdbcStore.of(word, project, fetched, environment);
        }
        if (word.startsWith(GIT)) {
            try {
                String branch = word.substring(GIT.length());
                return new GitStore(branch, DataBranch.of(project, environment, branch), fetched);
            } catch (CheckoutException e) {
                throw StoreFault.unreadable(word, String.valueOf(e.getMessage()), e.help());
            }
        }
        return in(Path.of(word));
    }

    static boolean isFolder(String word) {
        return !word.startsWith(GIT) && !word.startsWith(JDBC);
    }

    static RunStore in(Path runs) {
        return new DirectoryStore(runs, new Baselines(runs.resolve("baselines")));
    }
}
