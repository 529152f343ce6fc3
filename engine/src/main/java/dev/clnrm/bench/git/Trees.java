package dev.clnrm.bench.git;

import dev.clnrm.bench.os.HeldFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Work trees of commits in a temporary folder, deleted on close. Each is a small repository that borrows the objects of the
 * user's repository. A build cannot change the user's repository, and tools that need a folder {@code .git} find one. Hooks do
 * not run. The trees of a killed process are deleted when the next process opens its own.
 */
public final class Trees implements AutoCloseable {
    /** The start of the folder's name; the number of the process follows. */
    private static final String PREFIX = "clnrm-bench-trees-";

    private final Repository repository;
    private final HeldFolder held;
    private final Path folder;
    private final Map<String, Path> trees = new LinkedHashMap<>();

    private Trees(Repository repository, HeldFolder held, Path folder) {
        this.repository = repository;
        this.held = held;
        this.folder = folder;
    }

    /**
     * Creates the folder of the work trees.
     *
     * @param temporary an existing folder for temporary files
     * @throws CheckoutException if nothing can be written there
     */
    public static Trees open(Repository repository, Path temporary) throws CheckoutException {
        try {
            HeldFolder folder = HeldFolder.made(temporary, PREFIX);
            return new Trees(repository, folder, folder.path().toRealPath());
        } catch (IOException e) {
            throw new CheckoutException(
                    "no folder for work trees could be made in " + temporary + ": " + e.getMessage(),
                    "free some space, or set another folder with -Djava.io.tmpdir");
        }
    }

    /**
     * The folder of the project at a commit. The same commit is checked out only once.
     *
     * @throws CheckoutException if it cannot be checked out, or the project's folder is not in it
     */
    public Path of(Commit commit) throws CheckoutException {
        return of(commit, commit.shortHash());
    }

    private Path of(Commit commit, String name) throws CheckoutException {
        Path tree = trees.get(commit.hash() + name);
        if (tree == null) {
            tree = folder.resolve(name);
            trees.put(commit.hash() + name, tree);
            try {
                repository.copyInto(tree, commit);
            } catch (IOException e) {
                throw new CheckoutException(
                        "commit " + commit.shortHash() + " could not be checked out into " + tree + ": "
                                + e.getMessage(),
                        "free some space");
            }
        }
        Path project = tree.resolve(repository.prefix());
        if (!Files.isDirectory(project)) {
            throw new CheckoutException(
                    "commit " + commit.shortHash() + " has no folder " + repository.prefix(), "was it renamed since?");
        }
        return project;
    }

    /**
     * The folder of the project at a commit, in another work tree.
     *
     * @param word distinguishes it from other trees of the same commit
     */
    public Path another(Commit commit, String word) throws CheckoutException {
        return of(commit, commit.shortHash() + "-" + word);
    }

    @Override
    public void close() {
        held.close();
    }
}
