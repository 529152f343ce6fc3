package dev.clnrm.bench.app;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.config.SuiteLoader.CannotLoad;
import dev.clnrm.bench.git.Build;
import dev.clnrm.bench.git.BuildCache;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Commit;
import dev.clnrm.bench.terminal.Progress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Builds revisions in their folders, or reuses stored builds. Notes for the user go to {@code note}. */
record Builds(Asked asked, Consumer<String> note) {
    /**
     * Builds a revision in its folder and shows the elapsed time.
     *
     * @param word the side, for the name of the log: base or head
     * @param laidOver the digest of the overlay; empty if there is none
     * @throws dev.clnrm.bench.git.BuildFailed if the exit status is not 0
     */
    void run(Revision revision, String word, Build build, String laidOver)
            throws CheckoutException, InterruptedException {
        Path own = OwnFolder.made(asked.file());
        // In CI the code under test could change the stored builds of other jobs, so none are used there.
        boolean here = asked.environment().getOrDefault("CI", "").isEmpty();
        Optional<Commit> stored = here && isCheckedOut(revision) ? revision.commit() : Optional.empty();
        BuildCache builds = new BuildCache(own.resolve("builds"), asked.environment(), laidOver);
        String what = revision.shown() + (laidOver.isEmpty() ? "" : " with the head's benchmarks");
        if (stored.isPresent() && builds.restore(stored.get(), build, revision.folder())) {
            note.accept("the build of " + what + " is a stored one, by the same command and JDK");
            return;
        }
        String doing = "building the "
                + (laidOver.isEmpty()
                        ? word + " " + revision.shown()
                        : "base " + revision.shown() + " once more, with the head's new and edited benchmarks")
                + ": " + build.command();
        Optional<Progress> progress =
                asked.quiet() ? Optional.empty() : Optional.of(asked.terminal().progress());
        try {
            build.run(
                    revision.folder(),
                    asked.environment(),
                    own.resolve("build-" + word + ".log"),
                    seconds -> progress.ifPresent(shown -> shown.waiting(doing, seconds)));
        } finally {
            progress.ifPresent(Progress::done);
        }
        if (stored.isPresent()) {
            builds.keep(stored.get(), build, revision.folder())
                    .ifPresent(why -> note.accept("the build of " + what + " was not stored: " + why));
        }
    }

    /** Whether the revision has its own folder, separate from the user's work tree. */
    boolean isCheckedOut(Revision revision) {
        return !revision.folder().equals(Project.directoryOf(asked.file()));
    }

    /** The requested JDK. It must also build the code that runs on it. */
    Optional<Jvm> jdk(BudgetsFile declared) {
        return jdk(asked.request().override().java().or(() -> declared.measure().java()), asked.environment());
    }

    /** The JDK that a version or a folder means. */
    static Optional<Jvm> jdk(Optional<String> wanted, Map<String, String> environment) {
        try {
            return wanted.isPresent() ? Optional.of(Jvm.find(wanted.get(), environment)) : Optional.empty();
        } catch (CannotLoad e) {
            throw new UserException(String.valueOf(e.getMessage()), e.help());
        }
    }
}
