package dev.clnrm.bench.judge;

import dev.clnrm.bench.config.FailOn;
import java.util.Optional;

/**
 * How strictly changes are judged, as whoever asks says it.
 *
 * @param failOn what fails; what the file says where nothing is said
 * @param differentHosts whether times are judged though machine, JDK or flags of the two sides differ
 * @param failOnInconclusive whether what is inconclusive is an error
 */
public record Strictness(Optional<FailOn> failOn, boolean differentHosts, boolean failOnInconclusive) {}
