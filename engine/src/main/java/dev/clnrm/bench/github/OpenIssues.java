package dev.clnrm.bench.github;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHRepository;

/**
 * Our open issues in a repository.
 *
 * @param own whether a login is ours
 * @param repository the repository
 */
record OpenIssues(Predicate<String> own, GHRepository repository) {
    /** The label by which an issue is found, in addition to its marker. */
    static final String LABEL = "clnrm-bench";

    /**
     * An issue with our marker.
     *
     * @param marker the one at the start of its text
     */
    private record Found(GHIssue issue, Marker marker) {
        boolean isNewerThan(Message message) {
            return marker.order().isNewerThan(message.order());
        }

        Posted superseded() {
            return Posted.Superseded.by("issue", marker.order());
        }

        /** Edits the text, and the title if it differs. */
        void edit(String title, Message message) throws IOException {
            issue.setBody(message.body());
            if (!title.equals(issue.getTitle())) {
                issue.setTitle(title);
            }
        }

        Posted done() {
            return new Posted.Done(String.valueOf(issue.getHtmlUrl()));
        }
    }

    /** Opens an issue if there is bad news, keeps it up to date, and closes it when all is well. */
    Posted state(String title, Message message, boolean bad) throws IOException {
        Optional<Found> found = find(message.key());
        if (found.isEmpty()) {
            return bad ? open(title, message) : new Posted.Done("");
        }
        Found there = found.get();
        if (there.isNewerThan(message)) {
            return there.superseded();
        }
        boolean shared = there.marker().order().rivals(message.order());
        if (shared && (!bad || message.rank() <= there.marker().rank())) {
            return Posted.Shared.by("issue");
        }
        there.edit(title, message);
        if (!bad) {
            there.issue().close();
        }
        return shared ? Posted.Shared.by("issue") : there.done();
    }

    /**
     * Posts change points. The job that opens the issue writes its text; each other job and each later run adds a comment, because an edit
     * notifies nobody. People close it.
     */
    Posted steps(String title, Message message) throws IOException {
        Optional<Found> found = find(message.key());
        if (found.isEmpty()) {
            return open(title, message);
        }
        Found there = found.get();
        if (there.isNewerThan(message)) {
            return there.superseded();
        }
        Order order = message.order();
        boolean opened = there.marker().order().run() == order.run();
        if (opened && !there.marker().order().differs(order)) {
            there.edit(title, message);
            return there.done();
        }
        String suffix = order.job().isEmpty() ? "" : "-" + order.job();
        return new StickyComment(own).post(there.issue(), message.withKey(message.key() + "-" + order.run() + suffix));
    }

    private Optional<Found> find(String key) throws IOException {
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

    private Posted open(String title, Message message) throws IOException {
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
