package dev.clnrm.bench.github;

import java.io.IOException;
import java.util.Optional;
import org.kohsuke.github.GHRepository;

/**
 * One open issue: opened when there is bad news, kept up to date, and closed when all is well.
 *
 * @param issues those that are ours
 */
record OneIssue(OpenIssues issues) {
    Posted post(GHRepository repository, String title, Message message, boolean bad) throws IOException {
        Optional<OpenIssues.Found> found = issues.with(message.key(), repository);
        if (found.isEmpty()) {
            return bad ? issues.open(repository, title, message) : new Posted.Done("");
        }
        OpenIssues.Found there = found.get();
        if (there.marker().order().compareTo(message.order()) > 0) {
            return there.superseded();
        }
        there.issue().setBody(message.body());
        if (!bad) {
            there.issue().close();
        }
        return there.done();
    }
}
