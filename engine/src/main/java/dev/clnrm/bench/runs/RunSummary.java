package dev.clnrm.bench.runs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A finished run in few numbers: its head, one number a fork. It is derived from {@code run.json} and {@code samples.ndjson} and may be
 * deleted at any time; nothing is judged by it.
 *
 * @param id the run's name
 * @param started when it began
 * @param commit the full name of the commit measured; absent where the run does not say
 * @param changed whether files differed from that commit
 * @param cases in the order in which each was first seen
 */
public record RunSummary(
        String id, Instant started, Optional<String> commit, boolean changed, List<CaseSummary> cases) {
    public RunSummary {
        cases = List.copyOf(cases);
    }
}
