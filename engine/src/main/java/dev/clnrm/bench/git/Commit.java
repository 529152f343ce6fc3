package dev.clnrm.bench.git;

/**
 * A commit.
 *
 * @param hash its full name in hexadecimal digits, 40 or 64 of them
 */
public record Commit(String hash) {
    private static final int SHORT = 7;
    private static final int SHA256 = 64;

    public Commit {
        if (!hash.matches("[0-9a-f]{40}|[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not the full hash of a commit: " + hash);
        }
    }

    /** Whether it belongs to a repository with SHA-256 object names. */
    boolean isSha256() {
        return hash.length() == SHA256;
    }

    /** The first seven digits of its name. */
    public String shortHash() {
        return brief(hash);
    }

    /** A name as people cut it. */
    public static String brief(String hash) {
        return hash.substring(0, Math.min(SHORT, hash.length()));
    }
}
