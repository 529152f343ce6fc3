package dev.clnrm.bench.runs;

import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Commit;
import dev.clnrm.bench.git.Repository;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A revision that was checked out and measured.
 *
 * @param label its name for people: {@code main}; empty if it has none
 * @param commit the full hash of its commit
 * @param dirty whether files differed from the commit
 */
public record CheckedOut(Optional<String> label, Optional<String> commit, boolean dirty) {
    /** The commit that is checked out in a project's folder; empty outside of a repository. */
    public static Optional<CheckedOut> at(Path directory, Map<String, String> environment) {
        try {
            Repository repository = Repository.at(directory, environment);
            return Optional.of(new CheckedOut(
                    Optional.empty(), Optional.of(repository.head().hash()), repository.dirty()));
        } catch (CheckoutException e) {
            return Optional.empty();
        }
    }

    /** Whether the commit is a possible hash: hexadecimal digits, the full hash or at least the first seven. */
    boolean hasHash() {
        return commit.filter(hash -> hash.matches("[0-9a-f]{7,64}")).isPresent();
    }

    /** The text for people: {@code main (3f2c1ab)}, {@code 3f2c1ab with changes}; empty if nothing is known. */
    public String shown() {
        String name = label.orElse("");
        String hash = commit.orElse("");
        String brief = Commit.brief(hash);
        String state = dirty ? brief + " with changes" : brief;
        if (brief.isEmpty()) {
            return name;
        }
        return name.isEmpty() || names(name, hash, brief) ? state : name + " (" + state + ")";
    }

    /** Whether a label only repeats a commit's hash or the start of it. */
    private static boolean names(String label, String hash, String shortHash) {
        return !shortHash.isEmpty() && label.startsWith(shortHash) && hash.startsWith(label);
    }
}
