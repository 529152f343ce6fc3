package dev.clnrm.bench.github;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHIssueComment;

/**
 * One comment of a pull request. It is edited if the news is the same or better, and replaced if the news is worse. An older
 * result never overwrites it. If there are several, the newest stays; of several jobs of one workflow run, the worst.
 *
 * @param own whether a login is ours
 */
record StickyComment(Predicate<String> own) {
    /** A comment with our marker. */
    private record Found(GHIssueComment comment, Marker marker) {
        boolean isNewerThan(Message message) {
            return marker.order().isNewerThan(message.order());
        }

        boolean rivals(Message message) {
            return marker.order().rivals(message.order());
        }
    }

    /** Whether a comment exists. */
    boolean said(GHIssue pullRequest, String key) throws IOException {
        return !found(pullRequest, key).isEmpty();
    }

    Posted post(GHIssue pullRequest, Message message) throws IOException {
        List<Found> before = found(pullRequest, message.key());
        Optional<Found> newest = newest(before);
        if (newest.isPresent() && newest.get().isNewerThan(message)) {
            return superseded(newest.get());
        }
        boolean edit = newest.isPresent() && !worse(message, newest.get());
        if (edit && newest.get().rivals(message)) {
            return Posted.Shared.by("comment");
        }
        GHIssueComment said = edit ? edited(newest.get(), message) : pullRequest.comment(message.body());
        return settle(pullRequest, said, message);
    }

    /** Removes duplicates: another run may have posted between our read and our post. */
    private Posted settle(GHIssue pullRequest, GHIssueComment said, Message message) throws IOException {
        List<Found> after = found(pullRequest, message.key());
        boolean shared = after.stream().anyMatch(one -> one.rivals(message));
        Optional<Found> best = newest(after.stream()
                .filter(one -> one.isNewerThan(message)
                        || one.rivals(message)
                        || one.comment().getId() == said.getId())
                .toList());
        long kept = best.map(one -> one.comment().getId()).orElse(said.getId());
        for (Found one : after) {
            if (one.comment().getId() != kept) {
                deleted(one.comment());
            }
        }
        if (best.isPresent() && best.get().isNewerThan(message)) {
            return superseded(best.get());
        }
        return shared ? Posted.Shared.by("comment") : new Posted.Done(String.valueOf(said.getHtmlUrl()));
    }

    private List<Found> found(GHIssue pullRequest, String key) throws IOException {
        List<Found> found = new ArrayList<>();
        for (GHIssueComment comment :
                pullRequest.queryComments().list().withPageSize(100).toList()) {
            Optional<Marker> marker = Marker.in(String.valueOf(comment.getBody()))
                    .filter(one -> one.key().equals(key));
            if (marker.isPresent() && own.test(String.valueOf(comment.getUser().getLogin()))) {
                found.add(new Found(comment, marker.get()));
            }
        }
        return found;
    }

    private static Optional<Found> newest(List<Found> found) {
        return found.stream()
                .max(Comparator.comparing((Found one) -> one.marker().order())
                        .thenComparing(one -> one.marker().rank())
                        .thenComparing(one -> one.comment().getId()));
    }

    private static boolean worse(Message message, Found before) {
        return message.rank() > before.marker().rank()
                && !before.marker().order().equals(message.order());
    }

    private static GHIssueComment edited(Found before, Message message) throws IOException {
        try {
            before.comment().update(message.body());
            return before.comment();
        } catch (FileNotFoundException e) {
            throw new Attempts.Gone(e);
        }
    }

    private static void deleted(GHIssueComment comment) throws IOException {
        try {
            comment.delete();
        } catch (FileNotFoundException e) {
            // Somebody else deleted it, with the same effect.
            return;
        }
    }

    private static Posted superseded(Found newer) {
        return Posted.Superseded.by("comment", newer.marker().order());
    }
}
