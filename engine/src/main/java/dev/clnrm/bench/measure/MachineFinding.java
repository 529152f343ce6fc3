package dev.clnrm.bench.measure;

/**
 * Something about this machine or what is declared that bears on measuring.
 *
 * @param subject what was looked at, in a word or two
 * @param level how bad it is
 * @param message what was found
 * @param help what to do about it; empty if there is nothing to do
 */
public record MachineFinding(String subject, Level level, String message, String help) {
    /** How bad it is. */
    public enum Level {
        /** As it should be. */
        GOOD,
        /** Nobody can tell from here. */
        UNKNOWN,
        /** It makes measurements less sure or slower. */
        DISTURBS,
        /** With this nothing can be measured. */
        PREVENTS
    }
}
