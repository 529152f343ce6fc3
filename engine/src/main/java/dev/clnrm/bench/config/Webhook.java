package dev.clnrm.bench.config;

/**
 * A web address that is told of results.
 *
 * @param urlFrom the environment variable that holds the address, which is a secret
 * @param when of which results
 * @param shape in which form
 */
public record Webhook(String urlFrom, NotifyWhen when, Shape shape) {
    /** What it understands. */
    public enum Shape {
        /** Fields of our own. */
        JSON,
        /** A message of Slack's incoming webhooks. */
        SLACK,
        /** An adaptive card, as workflows of Microsoft Teams take it. */
        TEAMS
    }
}
