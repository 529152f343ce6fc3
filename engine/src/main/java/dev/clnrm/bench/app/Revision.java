package dev.clnrm.bench.app;

import dev.clnrm.bench.git.BuildFailed;
import dev.clnrm.bench.git.Commit;
import dev.clnrm.bench.runs.CheckedOut;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A state of the project that is measured as one side.
 *
 * @param label the name for people
 * @param folder the folder of its files
 * @param commit its commit; for a work tree, the commit that it was changed from
 * @param dirty whether its files differ from that commit
 */
public record Revision(String label, Path folder, Optional<Commit> commit, boolean dirty) {
    /** The abbreviated commit, with a sign for uncommitted changes. */
    String shown() {
        return checkedOut().shown();
    }

    /** The name for other commands; empty for a work tree with changes, which has no name. */
    public Optional<String> name() {
        return dirty ? Optional.empty() : commit.map(Commit::shortHash);
    }

    /** The error if the revision does not build. */
    UnmeasurableException unbuilt(String side, BuildFailed failed) {
        return new UnmeasurableException(
                ExitStatus.COULD_NOT_MEASURE,
                side,
                "the " + side + " " + shown() + " does not build, so nothing was measured: " + failed.getMessage()
                        + "\n  " + String.join("\n  ", failed.lastLines()),
                failed.help()
                        + (failed.ofJdk()
                                ? "; to build and measure both sides on another JDK, use --java VERSION"
                                : ""));
    }

    /** The revision as it is written to {@code run.json}. */
    CheckedOut checkedOut() {
        return new CheckedOut(Optional.of(label), commit.map(Commit::hash), dirty);
    }
}
