package dev.clnrm.bench.judge;

import dev.clnrm.bench.config.FailOn;
import java.util.Optional;

/**
 * How strictly the user wants changes to be judged.
 *
 * @param failOn what fails; the value in the file if absent
 * @param differentHosts whether times are judged although machine, JDK or flags of the sides differ
 * @param failOnInconclusive whether an inconclusive result fails
 */
public record Strictness(Optional<FailOn> failOn, boolean differentHosts, boolean failOnInconclusive) {}
