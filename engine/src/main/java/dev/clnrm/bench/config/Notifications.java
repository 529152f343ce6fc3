package dev.clnrm.bench.config;

import java.util.Optional;

/**
 * Who is told, beside those who read the report.
 *
 * @param webhook a web address the verdicts are posted to
 */
public record Notifications(Optional<Webhook> webhook) {
    /** Nobody. */
    public static final Notifications NOBODY = new Notifications(Optional.empty());

    /**
     * A web address the verdicts are posted to.
     *
     * @param urlFrom the environment variable that holds the address, which is a secret
     * @param when on which outcome
     */
    public record Webhook(String urlFrom, When when) {}

    /** On which outcome somebody is told. */
    public enum When {
        /** Something regressed or is over budget. */
        REGRESSED("regressed"),
        /** Something changed for better or worse. */
        CHANGED("changed"),
        /** After every run. */
        ALWAYS("always");

        private final String word;

        When(String word) {
            this.word = word;
        }

        /** The word in the file. */
        public String word() {
            return word;
        }
    }
}
