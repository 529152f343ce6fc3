package dev.clnrm.bench.runs;

import dev.clnrm.bench.samples.JournalEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A finished run in few numbers: its head, one number per fork. It is derived from {@code run.json} and {@code samples.ndjson} and may be
 * deleted at any time; nothing is judged by it.
 *
 * @param id the run's name
 * @param started when it began
 * @param commit the full hash of the commit measured; absent if the run does not say
 * @param changed whether files differed from that commit
 * @param cases in the order in which each was first seen
 */
public record RunSummary(
        String id, Instant started, Optional<String> commit, boolean changed, List<CaseSummary> cases) {
    public RunSummary {
        cases = List.copyOf(cases);
    }

    static RunSummary of(StoredRun run) {
        RunManifest manifest = run.manifest();
        Optional<CheckedOut> code = manifest.code().head();
        return new RunSummary(
                manifest.id(),
                manifest.started(),
                code.flatMap(CheckedOut::commit),
                code.filter(CheckedOut::dirty).isPresent(),
                run.head(JournalEntry.HEAD).cases().stream()
                        .map(CaseSummary::of)
                        .toList());
    }
}
