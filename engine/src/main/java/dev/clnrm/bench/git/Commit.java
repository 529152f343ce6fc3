package dev.clnrm.bench.git;

import java.time.Instant;

/**
 * A commit.
 *
 * @param hash its full name in hexadecimal digits, 40 or 64 of them
 * @param subject the first line of its message
 * @param time when it was committed
 */
public record Commit(String hash, String subject, Instant time) {
    private static final int SHORT = 7;

    public Commit {
        if (!hash.matches("[0-9a-f]{40}|[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no full name of a commit: " + hash);
        }
    }

    /** The first seven digits of its name. */
    public String shortHash() {
        return hash.substring(0, SHORT);
    }
}
