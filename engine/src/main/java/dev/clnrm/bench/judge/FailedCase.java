package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.Outcome;
import java.util.Optional;

/**
 * A case of which a fork failed, or that was never measured.
 *
 * @param name the case
 * @param how what the first failing fork said; absent when no fork was started
 * @param failed how many forks failed
 * @param of how many were started
 * @param gated whether the exit status answers for it
 */
public record FailedCase(CaseName name, Optional<Outcome.Failed> how, int failed, int of, boolean gated) {}
