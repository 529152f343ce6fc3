package dev.clnrm.bench.config;

/**
 * A web address that receives results.
 *
 * @param urlFrom the environment variable that contains the address, which is a secret
 * @param when the results that are sent
 * @param shape the format
 */
public record Webhook(String urlFrom, NotifyWhen when, Shape shape) {
    public enum Shape {
        /** Our own JSON format. */
        JSON,
        /** A message of Slack's incoming webhooks. */
        SLACK,
        /** An adaptive card for workflows of Microsoft Teams. */
        TEAMS
    }
}
