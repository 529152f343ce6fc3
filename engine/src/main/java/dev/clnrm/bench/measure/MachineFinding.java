package dev.clnrm.bench.measure;

/**
 * A fact about this machine, or about the declarations, that affects measuring.
 *
 * @param subject the subject, in a word or two
 * @param level its severity
 * @param message the finding
 * @param help what to do; empty if there is nothing to do
 */
public record MachineFinding(String subject, Level level, String message, String help) {
    /** The severity of a finding. */
    public enum Level {
        /** As it should be. */
        GOOD,
        /** It cannot be determined. */
        UNKNOWN,
        /** It makes measurements less precise or slower. */
        DISTURBS,
        /** It makes measuring impossible. */
        PREVENTS
    }
}
