package dev.clnrm.bench.action;

import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Commit;
import dev.clnrm.bench.git.Git;
import dev.clnrm.bench.git.Repository;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The commit that the head is compared with: where both parted from each other.
 *
 * @param workspace where the repository is
 * @param environment the variables that git sees
 * @param event what happened, with the head
 */
record ComparedCommit(Path workspace, Map<String, String> environment, Event event) {
    /** The word for a run that is not compared. */
    static final String NONE = "none";

    /**
     * What the head is compared with.
     *
     * @param word the revision for the measuring command: the commit, or {@value Repository#LATEST_RELEASE}
     * @param judging the commit whose budgets file judges; empty if that of the head does
     */
    record Compared(String word, Optional<String> judging) {}

    /**
     * The commit; empty if there is nothing to compare with.
     *
     * @param word the input `base`
     */
    Optional<Compared> of(Optional<String> word, Mode mode, WorkflowLog log) throws CheckoutException {
        if (word.equals(Optional.of(NONE))) {
            return Optional.empty();
        }
        if (word.isPresent()) {
            String revision = named(word.get());
            return Optional.of(revision.equals(word.get()) ? judging(parted(revision)) : release(revision));
        }
        if (event.scheduled() && mode == Mode.ALL) {
            return release(log);
        }
        return event.base().isPresent()
                ? Optional.of(judging(parted(event.base().get())))
                : Optional.empty();
    }

    private static Compared judging(String commit) {
        return new Compared(commit, Optional.of(commit));
    }

    /** A release, whose budgets file does not judge. A proposed change is judged by the file of its own base, because nobody has reviewed the head's. */
    private Compared release(String revision) throws CheckoutException {
        parted(revision);
        return new Compared(
                Repository.LATEST_RELEASE,
                event.base().isPresent() ? Optional.of(parted(event.base().get())) : Optional.empty());
    }

    /** The newest release, beside which a scheduled run is measured; empty if there is none. */
    private Optional<Compared> release(WorkflowLog log) throws CheckoutException {
        String release;
        try {
            release = named(Repository.LATEST_RELEASE);
        } catch (CheckoutException e) {
            log.notice("measured without a release beside it: " + e.getMessage());
            return Optional.empty();
        }
        log.notice("measured in turns with the newest release, " + release + "; `base: " + NONE
                + "` measures the workspace alone");
        return Optional.of(release(release));
    }

    private String named(String word) throws CheckoutException {
        return Repository.at(workspace, environment).base(word, new Commit(event.commit()));
    }

    private String parted(String branch) throws CheckoutException {
        return Git.in(workspace, environment)
                .said("merge-base", branch, event.commit())
                .map(String::strip)
                .filter(text -> text.matches("[0-9a-f]{40,64}"))
                .orElseThrow(() -> new UserException(
                        "the merge base is missing: git merge-base " + branch + " " + event.commit() + " found nothing",
                        "set `fetch-depth: 0` and `ref: ${{ github.event.pull_request.head.sha }}`"));
    }
}
