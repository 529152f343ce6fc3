package dev.clnrm.bench.store;

import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.DataBranch;
import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.runs.Baselines;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.UnreadableFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A home of finished runs, and of the names of some of them: a folder, a branch of the repository, or a database. Several programs may use
 * it at once. Its methods throw a {@link FileException} if it cannot be reached or was written by a newer version.
 */
public interface RunStore {
    /** What marks the spelling of a branch. */
    String GIT = "git:";

    /** What marks the spelling of a database. */
    String JDBC = "jdbc:";

    /**
     * All that a home holds.
     *
     * @param runs each once, in no order
     * @param notes what is omitted, and why
     */
    record Contents(List<Held> runs, List<String> notes) {
        public Contents {
            runs = List.copyOf(runs);
            notes = List.copyOf(notes);
        }
    }

    /** The finished runs in few numbers. One that cannot be read is omitted and noted. */
    Contents read();

    /**
     * Adds a finished run. It is there as a whole, or not at all.
     *
     * @param run its folder
     * @return whether it was added: it is not if it did not finish, or if it is there
     */
    boolean add(Path run);

    /** The folder of a run, fetched if need be. */
    Optional<Path> find(String name);

    /** The names of baselines, sorted. */
    List<String> baselines();

    /** The folder of the run that is stored as a baseline. */
    Optional<Path> baseline(String name);

    /** Stores a run as a baseline; what was called so before is so no longer. */
    void save(String baseline, Path run);

    /**
     * The home that somebody means.
     *
     * @param word {@code DIR}, {@code git:BRANCH} or {@code jdbc:URL}
     * @param project a folder of the repository
     * @param fetched where runs that are fetched go
     * @throws UnreadableFileException if there can be no such home
     */
    static RunStore of(String word, Path project, Path fetched, Map<String, String> environment) {
        if (word.startsWith(JDBC)) {
            return JdbcStore.of(word, repository(project, environment), fetched, environment);
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

    /** Whether a word means a folder. */
    static boolean isFolder(String word) {
        return !word.startsWith(GIT) && !word.startsWith(JDBC);
    }

    /** A folder of run folders. */
    static RunStore in(Path runs) {
        return new DirectoryStore(runs, new Baselines(runs.resolve("baselines")));
    }

    /** What the repository is called in a database; empty outside of one. */
    private static String repository(Path project, Map<String, String> environment) {
        try {
            return Repository.at(project, environment).name().orElse("");
        } catch (CheckoutException e) {
            return "";
        }
    }
}
