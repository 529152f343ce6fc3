package dev.clnrm.bench.samples;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Results of another tool with their time.
 *
 * @param when they were measured
 * @param commit the hash of the measured commit; empty if unknown
 * @param machine the name of the machine; empty if unknown
 * @param results at least one
 */
public record DatedResults(Instant when, Optional<String> commit, Optional<String> machine, List<JmhResult> results) {
    public DatedResults {
        results = List.copyOf(results);
    }
}
