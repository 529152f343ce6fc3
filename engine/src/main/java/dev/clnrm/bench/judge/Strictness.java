package dev.clnrm.bench.judge;

import dev.clnrm.bench.config.FailOn;
import java.util.Optional;

/**
 * How strictly the user wants a run to be judged.
 *
 * @param failOn the smallest severity that fails, also if the sides come from two runs; if absent, what the file says, and a
 *     regression between two runs does not fail
 * @param differentHosts whether times are judged although machine, JDK or flags of the sides differ
 * @param failOnInconclusive whether an inconclusive result fails
 */
public record Strictness(Optional<FailOn> failOn, boolean differentHosts, boolean failOnInconclusive) {
    /** As the file says. */
    public static final Strictness USUAL = new Strictness(Optional.empty(), false, false);
}
