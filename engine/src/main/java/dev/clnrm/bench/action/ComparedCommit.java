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
    private static final String NONE = "none";

    /**
     * The commit; empty if there is nothing to compare with.
     *
     * @param word the input `base`
     */
    Optional<String> of(Optional<String> word, Mode mode, WorkflowLog log) throws CheckoutException {
        if (word.equals(Optional.of(NONE))) {
            return Optional.empty();
        }
        if (word.isPresent()) {
            return Optional.of(parted(named(word.get())));
        }
        if (event.scheduled() && mode == Mode.ALL) {
            return release(log);
        }
        return event.base().isPresent() ? Optional.of(parted(event.base().get())) : Optional.empty();
    }

    /** The newest release, beside which a scheduled run is measured; empty if there is none. */
    private Optional<String> release(WorkflowLog log) throws CheckoutException {
        String release;
        try {
            release = named(Repository.LATEST_RELEASE);
        } catch (CheckoutException e) {
            log.notice("measured without a release beside it: " + e.getMessage());
            return Optional.empty();
        }
        log.notice("measured in turns with the newest release, " + release + "; `base: " + NONE
                + "` measures the workspace alone");
        return Optional.of(parted(release));
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
