package dev.clnrm.bench.github;

/**
 * A text that is posted once and kept up to date.
 *
 * @param key distinguishes it from other messages of its kind; letters, digits, {@code .}, {@code _} and {@code -}, and after a
 *     {@code /}, which a check's own key never has, the part of the check
 * @param text markdown
 * @param rank how bad the news is; worse news is posted again, because an edit notifies nobody
 * @param order the order of its result
 * @param commit what was measured
 */
public record Message(String key, String text, int rank, Order order, String commit) {
    /** The pattern of a key. */
    static final String KEY = "[A-Za-z0-9._-]{1,100}(?:/[a-z0-9-]{1,40})?";

    public Message {
        if (!key.matches(KEY)) {
            throw new IllegalArgumentException("a key has 1 to 100 letters, digits, `.`, `_` and `-`: " + key);
        }
        if (!commit.matches("[0-9a-f]{0,64}")) {
            throw new IllegalArgumentException("not a commit: " + commit);
        }
    }

    /** The same with another key. */
    Message withKey(String another) {
        return new Message(another, text, rank, order, commit);
    }

    /** The text with the hidden marker. */
    String body() {
        return Marker.of(this).text() + "\n" + text;
    }
}
