package dev.clnrm.bench.github;

import java.net.URI;

/**
 * Where to publish.
 *
 * @param api the address of GitHub's interface; GitHub Enterprise has its own
 * @param repository owner and name: {@code clnrm/bench-action}
 * @param token what allows it
 */
public record Destination(URI api, String repository, String token) {
    /** The address of github.com's interface. */
    public static final URI PUBLIC = URI.create("https://api.github.com");

    /** Without the token, so that no message can hold it. */
    @Override
    public String toString() {
        return repository + " at " + api;
    }
}
