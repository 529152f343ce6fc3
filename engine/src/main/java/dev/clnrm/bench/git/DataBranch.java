package dev.clnrm.bench.git;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A branch with files that are not in any work tree. It is read and written as git objects, so the checkout does not change. If
 * the repository has a remote {@code origin}, the branch there is fetched before use and pushed after a write. Commits are only
 * added. If two writers write at the same time, their changes are merged. If both changed one file, the remote's is taken.
 */
public final class DataBranch {
    /** The prefix of the references that record the last known tip of the remote branch. */
    private static final String SEEN = "refs/clnrm-bench/";

    private static final String REMOTE = "origin";
    private static final String REJECTED = "[rejected]";

    /** The number of attempts after which a branch that is still rejected counts as rewritten. */
    private static final int AHEAD = 4;

    /** The most attempts if other writers come first: eight writers at once need about twenty. */
    private static final int MOST_ATTEMPTS = 100;

    private static final Pattern BEATEN =
            Pattern.compile("fetch first|non-fast-forward|cannot lock ref|failed to update ref|incorrect old value"
                    + "|reference already exists|Not updating|failed to lock|Unable to create .*\\.lock");
    private static final Pattern PASSWORD = Pattern.compile("([a-z+]+://)[^/@\\s]*@");

    private final Git git;
    private final String name;
    private final boolean remote;

    private DataBranch(Git git, String name, boolean remote) {
        this.git = git;
        this.name = name;
        this.remote = remote;
    }

    /**
     * The content of the branch here and at the remote.
     *
     * @param parents the parents of the next commit: none if there is no branch, two if both sides added something
     * @param files the blob of each path
     * @param behind whether the remote lacks a commit of this branch
     * @param rewritten the commit that the remote branch contained before and no longer contains; empty if its history is intact
     * @param unreachable why the remote could not be read; empty if it was read, or if there is none
     */
    public record State(
            List<String> parents,
            Map<String, String> files,
            boolean behind,
            Optional<String> rewritten,
            Optional<String> unreachable) {
        public State {
            parents = List.copyOf(parents);
            files = Map.copyOf(files);
        }
    }

    /**
     * What a commit changes.
     *
     * @param added files by their paths
     * @param removed paths
     * @param message the commit's
     */
    public record Change(Map<String, byte[]> added, Set<String> removed, String message) {
        public Change {
            added = Map.copyOf(added);
            removed = Set.copyOf(removed);
        }

        boolean none() {
            return added.isEmpty() && removed.isEmpty();
        }
    }

    /** Computes the change of the branch from its current state. */
    @FunctionalInterface
    public interface Editing {
        Change of(State state) throws CheckoutException;
    }

    /** Receives the content of a file, or nothing if the repository has lost it. */
    @FunctionalInterface
    public interface Taking {
        void take(int place, Optional<byte[]> content);
    }

    /**
     * A branch of the repository that contains a folder.
     *
     * @throws CheckoutException if there is no git or no repository, or if the name is not valid for a branch
     */
    public static DataBranch of(Path directory, Map<String, String> environment, String name) throws CheckoutException {
        Repository.at(directory, environment);
        Git git = Git.in(directory, environment).reaching(environment);
        if (name.startsWith("-")
                || !git.run("check-ref-format", "refs/heads/" + name).ok()) {
            throw new CheckoutException("`" + name + "` cannot be the name of a branch", "");
        }
        return new DataBranch(git, name, git.run("remote", "get-url", REMOTE).ok());
    }

    public State state() throws CheckoutException {
        Optional<String> unreachable = Optional.empty();
        Optional<String> rewritten = Optional.empty();
        if (remote) {
            Optional<String> before = commit(SEEN + name);
            Git.Result fetched = fetch();
            if (fetched.err().contains("couldn't find remote ref")
                    || fetched.err().contains(REJECTED)) {
                rewritten = before;
            } else if (!fetched.ok()) {
                unreachable = Optional.of(why(fetched.err()));
            }
        }
        Optional<String> here = commit("refs/heads/" + name);
        Optional<String> there = remote ? commit(SEEN + name) : Optional.empty();
        List<String> parents = parents(here, there);
        Map<String, String> files = merged(parents);
        boolean behind = remote && !(parents.size() == 1 && there.equals(Optional.of(parents.get(0))));
        return new State(parents, files, behind && !parents.isEmpty(), rewritten, unreachable);
    }

    private List<String> parents(Optional<String> here, Optional<String> there) throws CheckoutException {
        if (here.isEmpty() || there.isEmpty()) {
            return Stream.concat(here.stream(), there.stream()).toList();
        }
        if (contains(there.get(), here.get())) {
            return List.of(there.get());
        }
        return contains(here.get(), there.get()) ? List.of(here.get()) : List.of(there.get(), here.get());
    }

    /** The files of all parents. If a path differs, the second parent's is taken if only that one changed it. */
    private Map<String, String> merged(List<String> parents) throws CheckoutException {
        Map<String, String> files = new TreeMap<>();
        for (String parent : parents) {
            files(parent).forEach(files::putIfAbsent);
        }
        Optional<String> base = parents.size() > 1
                ? git.said("merge-base", parents.get(0), parents.get(1)).map(String::strip)
                : Optional.empty();
        if (base.isPresent()) {
            Map<String, String> before = files(base.get());
            files(parents.get(1)).forEach((path, blob) -> {
                if (before.containsKey(path)) {
                    files.replace(path, before.get(path), blob);
                }
            });
        }
        return files;
    }

    private boolean contains(String commit, String ancestor) throws CheckoutException {
        return git.run("merge-base", "--is-ancestor", ancestor, commit).ok();
    }

    /** Fetches the branch. Other processes may fetch or push at the same time, so the reference may already be newer. */
    private Git.Result fetch() throws CheckoutException {
        String refs = "refs/heads/" + name + ":" + SEEN + name;
        for (int attempt = 1; ; attempt++) {
            Git.Result fetched = git.run("fetch", "--no-tags", "--no-write-fetch-head", REMOTE, refs);
            int most = fetched.err().contains(REJECTED) ? AHEAD : MOST_ATTEMPTS;
            if (fetched.ok()
                    || attempt >= most
                    || !BEATEN.matcher(fetched.err()).find()) {
                return fetched;
            }
            pause();
        }
    }

    private Optional<String> commit(String ref) throws CheckoutException {
        return git.said("rev-parse", "--verify", "--quiet", ref + "^{commit}").map(String::strip);
    }

    private Map<String, String> files(String commit) throws CheckoutException {
        Map<String, String> files = new LinkedHashMap<>();
        for (String line :
                git.must("ls-tree", "-r", "-z", "--full-tree", commit).split("\0", -1)) {
            int tab = line.indexOf('\t');
            if (tab > 0 && line.startsWith("100644 blob ")) {
                files.put(line.substring(tab + 1), line.substring("100644 blob ".length(), tab));
            }
        }
        return files;
    }

    /** Passes on the content of files one by one, in this order. A damaged file counts as lost. */
    public void read(List<String> blobs, Taking taking) throws CheckoutException {
        new Blobs(git, blobs).read(taking);
    }

    /**
     * Commits a change here and at the remote. If another writer comes first, the change is computed again from the new state.
     *
     * @param change computes the change; it may be empty
     * @return whether there was something to commit
     * @throws CheckoutException if it cannot be written here
     * @throws NotPushed if it is written here but not at the remote
     */
    public boolean write(Editing change) throws CheckoutException {
        mayWrite();
        boolean written = false;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            State state = state();
            if (state.rewritten().isPresent()) {
                throw rewritten(state.rewritten().get());
            }
            Change next = change.of(state);
            if (!next.none() || state.parents().size() > 1) {
                if (!commit(state, next)) {
                    pause();
                    continue;
                }
                written |= !next.none();
            } else if (!state.behind()) {
                return written;
            }
            if (!remote) {
                return written;
            }
            if (state.unreachable().isPresent()) {
                throw new NotPushed(state.unreachable().get());
            }
            if (pushed(state)) {
                return written;
            }
            pause();
        }
        throw new CheckoutException(
                "other writers came first " + MOST_ATTEMPTS + " times", "try again when fewer write to the branch");
    }

    /** The error about a remote branch that lost commits, with advice. */
    public CheckoutException rewritten(String lost) {
        String seen = SEEN + name;
        return new CheckoutException(
                "the branch was rewritten or deleted at " + REMOTE + ": it no longer contains "
                        + new Commit(lost).shortHash() + ", which is still here as " + seen,
                "to restore it: git push --force " + REMOTE + " " + seen + ":refs/heads/" + name
                        + "; to accept it: git update-ref -d " + seen + " && git update-ref -d refs/heads/" + name);
    }

    private void mayWrite() throws CheckoutException {
        if (git.must("worktree", "list", "--porcelain").lines().anyMatch(("branch refs/heads/" + name)::equals)) {
            throw new CheckoutException(
                    "the branch `" + name + "` is checked out, and its files would not be updated",
                    "check out another branch there");
        }
    }

    /** Commits; returns false if another writer moved the branch first. */
    private boolean commit(State state, Change change) throws CheckoutException {
        Git.Result imported = git.piped(
                new BranchCommit(name, state, change)::write,
                InputStream::readAllBytes,
                "fast-import",
                "--quiet",
                "--done");
        if (imported.ok()) {
            return true;
        }
        if (BEATEN.matcher(imported.err()).find()) {
            return false;
        }
        throw new CheckoutException(
                "the commit could not be written: " + why(imported.err()), "free some space, or repair the repository");
    }

    /** Pushes; returns false if another writer moved the remote branch first. */
    private boolean pushed(State before) throws CheckoutException {
        String tip = commit("refs/heads/" + name)
                .or(() -> before.parents().stream().findFirst())
                .orElseThrow();
        Git.Result pushed = git.run("push", "--quiet", REMOTE, tip + ":refs/heads/" + name);
        if (pushed.ok()) {
            // The next fetch updates it anyway.
            git.run("update-ref", SEEN + name, tip);
            return true;
        }
        if (BEATEN.matcher(pushed.err()).find()) {
            return false;
        }
        throw new NotPushed(why(pushed.err()));
    }

    /** The line with the reason of the failure, without credentials in addresses. */
    private static String why(String err) {
        String line = err.lines()
                .filter(one -> one.contains("rejected]") || one.startsWith("fatal: "))
                .findFirst()
                .orElse(Git.lastLine(err))
                .strip()
                .replaceFirst("^(fatal|error): ", "");
        return PASSWORD.matcher(line).replaceAll("$1");
    }

    private static void pause() throws CheckoutException {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(10, 150));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CheckoutException("writing the branch was interrupted", "");
        }
    }

    /** The branch is written here, but the remote does not have it. */
    public static final class NotPushed extends CheckoutException {
        NotPushed(String why) {
            super(why, "");
        }
    }
}
