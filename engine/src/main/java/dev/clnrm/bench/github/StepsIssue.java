package dev.clnrm.bench.github;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.kohsuke.github.GHRepository;

/**
 * An issue that tells of steps. The run that opens it has its text; each later one has a comment of its own, because an edit notifies nobody.
 * People close it.
 *
 * @param own whether an issue or a comment by this login is ours
 */
record StepsIssue(Predicate<String> own) {
    Posted post(GHRepository repository, String title, Message message) throws IOException {
        OpenIssues issues = new OpenIssues(own);
        Optional<OpenIssues.Found> found = issues.with(message.key(), repository);
        if (found.isEmpty()) {
            return issues.open(repository, title, message);
        }
        OpenIssues.Found there = found.get();
        if (there.marker().order().compareTo(message.order()) > 0) {
            return there.superseded();
        }
        if (there.marker().order().run() == message.order().run()) {
            there.issue().setBody(message.body());
            return there.done();
        }
        return new StickyComment(own)
                .post(
                        there.issue(),
                        message.withKey(message.key() + "-" + message.order().run()));
    }
}
