package dev.clnrm.bench.judge;

import dev.clnrm.bench.config.FailOn;
import java.util.Optional;

/**
 * How strictly the user wants a run to be judged.
 *
 * @param failOn the smallest severity that fails, also between two runs; if empty, the file decides, and regressions between two runs do
 *     not fail
 * @param differentHosts whether times are judged although machine, JDK or flags of the sides differ
 * @param failOnInconclusive whether an inconclusive result fails
 * @param together how many runs share the significance level, because each platform of a commit has a run; at least 1
 */
public record Strictness(Optional<FailOn> failOn, boolean differentHosts, boolean failOnInconclusive, int together) {
    /** The strictness of the file. */
    public static final Strictness USUAL = new Strictness(Optional.empty(), false, false);

    /** For a run that is judged alone. */
    public Strictness(Optional<FailOn> failOn, boolean differentHosts, boolean failOnInconclusive) {
        this(failOn, differentHosts, failOnInconclusive, 1);
    }

    /** The same for one of several runs that share the significance level. */
    public Strictness together(int runs) {
        return new Strictness(failOn, differentHosts, failOnInconclusive, runs);
    }

    /** The same, except that sides with different conditions are compared. */
    Strictness comparingUnlike() {
        return new Strictness(failOn, true, failOnInconclusive, together);
    }
}
