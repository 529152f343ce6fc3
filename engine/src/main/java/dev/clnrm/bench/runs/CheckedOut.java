package dev.clnrm.bench.runs;

import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.samples.JournalEntry;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Which commit a run of one side measured, as {@code run.json} keeps it. */
public final class CheckedOut {
    /** The section of a run of one side; one of two has its commits among its sides. */
    public static final String SECTION = "checkedOut";

    private CheckedOut() {}

    /** The commit a project's folder has checked out; empty outside of a repository. */
    public static Optional<Map<String, Object>> section(Path directory, Map<String, String> environment) {
        try {
            Repository repository = Repository.at(directory, environment);
            return Optional.of(Map.of("commit", repository.head().hash(), "dirty", repository.dirty()));
        } catch (CheckoutException e) {
            return Optional.empty();
        }
    }

    /** The full name of the commit of the head; empty where the run does not say, or says what is none. */
    static Optional<String> commit(RunInfo run) {
        return KeptRun.commit(run, JournalEntry.HEAD)
                .or(() -> run.sections().get(SECTION) instanceof Map<?, ?> facts
                        ? Optional.of(KeptRun.text(facts, "commit"))
                        : Optional.empty())
                .filter(CheckedOut::isHash);
    }

    /** Whether a text can be the name of a commit, in full or cut. */
    static boolean isHash(String text) {
        return text.matches("[0-9a-f]{7,64}");
    }

    /** Whether the head's files differed from its commit. */
    static boolean changed(RunInfo run) {
        Object said = run.sections().get("sides") instanceof Map<?, ?> sides
                ? sides.get(JournalEntry.HEAD)
                : run.sections().get(SECTION);
        return said instanceof Map<?, ?> facts && Boolean.TRUE.equals(facts.get("dirty"));
    }

    /** Whether a label is a commit's hash, whole or in part, and says nothing more. */
    public static boolean names(String label, String hash, String shortHash) {
        return !shortHash.isEmpty() && label.startsWith(shortHash) && hash.startsWith(label);
    }
}
