package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.Outcome;
import java.util.Optional;

/**
 * A case with a failed fork, or one that was never measured.
 *
 * @param name the case
 * @param how the failure of its first failed fork; empty if no fork was started
 * @param failed the number of failed forks
 * @param of the number of started forks
 */
public record FailedCase(CaseName name, Optional<Outcome.Failed> how, int failed, int of) {}
