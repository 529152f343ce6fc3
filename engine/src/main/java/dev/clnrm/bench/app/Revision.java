package dev.clnrm.bench.app;

import dev.clnrm.bench.git.Build;
import dev.clnrm.bench.git.BuildFailed;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Commit;
import dev.clnrm.bench.runs.CheckedOut;
import dev.clnrm.bench.terminal.Progress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A state of the project that is measured as one side.
 *
 * @param label what people call it
 * @param folder where its files are
 * @param commit the commit it is; of a work tree, the commit it was changed from
 * @param dirty whether its files differ from that commit
 */
public record Revision(String label, Path folder, Optional<Commit> commit, boolean dirty) {
    /** The commit in few letters, with a sign for changes beside it. */
    String shown() {
        return checkedOut().shown();
    }

    /** What other commands call it; empty for a work tree with changes, which has no name. */
    public Optional<String> name() {
        return dirty ? Optional.empty() : commit.map(Commit::shortHash);
    }

    /**
     * Builds the project here, while people see for how long.
     *
     * @param what what they see being built
     * @param log gets what the build prints
     * @throws BuildFailed if the command ends with another status than 0
     */
    void build(Build build, String what, Path log, Map<String, String> environment, Optional<Progress> progress)
            throws CheckoutException, InterruptedException {
        try {
            String doing = "building " + what + ": " + build.command();
            build.run(folder, environment, log, seconds -> progress.ifPresent(shown -> shown.waiting(doing, seconds)));
        } finally {
            progress.ifPresent(Progress::done);
        }
    }

    /** What is said if it does not build. */
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

    /** As {@code run.json} says it. */
    CheckedOut checkedOut() {
        return new CheckedOut(Optional.of(label), commit.map(Commit::hash), dirty);
    }
}
