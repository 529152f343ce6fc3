package dev.clnrm.bench.github;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHRepository;

/**
 * Our open issues of a repository.
 *
 * @param own whether an issue by this login is ours
 */
record OpenIssues(Predicate<String> own) {
    /** What an issue is found by, beside its marker. */
    static final String LABEL = "clnrm-bench";

    /**
     * An issue that carries our marker.
     *
     * @param marker the one its text begins with
     */
    record Found(GHIssue issue, Marker marker) {
        Posted superseded() {
            return new Posted.Superseded(
                    "the existing issue is from run " + marker.order().run() + ", which is newer");
        }

        Posted done() {
            return new Posted.Done(String.valueOf(issue.getHtmlUrl()));
        }
    }

    /** The issue with this key. */
    Optional<Found> with(String key, GHRepository repository) throws IOException {
        for (GHIssue issue : repository
                .queryIssues()
                .label(LABEL)
                .state(GHIssueState.OPEN)
                .pageSize(100)
                .list()) {
            Optional<Marker> marker = marker(issue, key);
            if (marker.isPresent()) {
                return Optional.of(new Found(issue, marker.get()));
            }
        }
        return Optional.empty();
    }

    /** Opens an issue. */
    Posted open(GHRepository repository, String title, Message message) throws IOException {
        GHIssue opened =
                repository.createIssue(title).body(message.body()).label(LABEL).create();
        return new Posted.Done(String.valueOf(opened.getHtmlUrl()));
    }

    private Optional<Marker> marker(GHIssue issue, String key) throws IOException {
        String author = issue.getUser().getLogin();
        return issue.isPullRequest() || !own.test(String.valueOf(author))
                ? Optional.empty()
                : Marker.in(String.valueOf(issue.getBody()))
                        .filter(marker -> marker.key().equals(key));
    }
}
