package dev.clnrm.bench.samples;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Results of another tool with the time they are from.
 *
 * @param when they were measured
 * @param commit the hash of what was measured; absent if it is not known
 * @param results at least one
 */
public record DatedResults(Instant when, Optional<String> commit, List<JmhResult> results) {
    public DatedResults {
        results = List.copyOf(results);
    }
}
