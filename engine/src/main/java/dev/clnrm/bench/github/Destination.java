package dev.clnrm.bench.github;

import java.net.URI;

/**
 * The target of posts.
 *
 * @param api the address of GitHub's API; GitHub Enterprise has its own
 * @param repository owner and name: {@code clnrm/bench-action}
 * @param token the access token
 */
public record Destination(URI api, String repository, String token) {
    /** The address of github.com's API. */
    public static final URI PUBLIC = URI.create("https://api.github.com");

    /** Without the token, so that no message can contain it. */
    @Override
    public String toString() {
        return repository + " at " + api;
    }
}
