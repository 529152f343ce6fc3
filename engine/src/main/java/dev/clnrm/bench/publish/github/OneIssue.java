package dev.clnrm.bench.publish.github;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHRepository;

/**
 * One open issue: opened when there is bad news, kept up to date, and closed when all is well.
 *
 * @param own whether an issue by this login is ours
 */
record OneIssue(Predicate<String> own) {
    /** What the issue is found by, beside its marker. */
    static final String LABEL = "clnrm-bench";

    Posted post(GHRepository repository, String title, Message message, boolean bad) throws IOException {
        for (GHIssue issue : repository
                .queryIssues()
                .label(LABEL)
                .state(GHIssueState.OPEN)
                .pageSize(100)
                .list()) {
            Optional<Marker> marker = marker(issue, message.key());
            if (marker.isEmpty()) {
                continue;
            }
            if (marker.get().order().compareTo(message.order()) > 0) {
                return new Posted.Superseded(
                        "the issue there tells of run " + marker.get().order().run() + ", which is newer");
            }
            issue.setBody(message.body());
            if (!bad) {
                issue.close();
            }
            return new Posted.Done(String.valueOf(issue.getHtmlUrl()));
        }
        if (!bad) {
            return new Posted.Done("");
        }
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
