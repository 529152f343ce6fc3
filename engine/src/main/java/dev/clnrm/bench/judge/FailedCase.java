package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.Outcome;
import java.util.Optional;

/**
 * A case with a failed fork, or one that was never measured.
 *
 * @param name the case
 * @param how the failure of its first failed fork; absent if no fork was started
 * @param failed how many forks failed
 * @param of how many were started
 */
public record FailedCase(CaseName name, Optional<Outcome.Failed> how, int failed, int of) {}
