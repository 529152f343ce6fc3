package dev.clnrm.bench.runs;

import dev.clnrm.bench.judge.Judge;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.judge.RunSamples;
import dev.clnrm.bench.judge.Trust;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Metric;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A summary of a finished run: its general facts, and one number per fork. It is derived from {@code run.json} and {@code samples.ndjson}
 * and may be deleted at any time; no verdict uses it.
 *
 * @param id the run's name
 * @param started when it started
 * @param commit the full hash of the measured commit; empty if it is unknown
 * @param changed whether files differed from that commit
 * @param base the base that was measured in turns with it; empty for a run of one side
 * @param parts the runs that were merged into it, by their names
 * @param cases its cases, in the order in which each was first seen
 */
public record RunSummary(
        String id,
        Instant started,
        Optional<String> commit,
        boolean changed,
        Optional<CheckedOut> base,
        List<String> parts,
        List<CaseSummary> cases) {
    public RunSummary {
        parts = List.copyOf(parts);
        cases = List.copyOf(cases);
    }

    /** A summary of a run that was measured as a whole. */
    public RunSummary(
            String id,
            Instant started,
            Optional<String> commit,
            boolean changed,
            Optional<CheckedOut> base,
            List<CaseSummary> cases) {
        this(id, started, commit, changed, base, List.of(), cases);
    }

    static RunSummary of(StoredRun run) {
        RunManifest manifest = run.manifest();
        Optional<CheckedOut> code = manifest.code().head();
        Map<CaseKey, Interval> changes = changes(run.toJudge());
        return new RunSummary(
                manifest.id(),
                manifest.started(),
                code.flatMap(CheckedOut::commit),
                code.filter(CheckedOut::dirty).isPresent(),
                run.sides().map(sides -> manifest.code().base()),
                manifest.end().parts(),
                run.head(JournalEntry.HEAD).cases().stream()
                        .map(one -> CaseSummary.of(one, Optional.ofNullable(changes.get(CaseKey.of(one.samples())))))
                        .toList());
    }

    /** Head divided by base of each case, as the comparison shows it. */
    private static Map<CaseKey, Interval> changes(RunSamples run) {
        Map<CaseKey, Interval> changes = new HashMap<>();
        if (run.base().isPresent()) {
            Judge.judge(run, Rules.none(), Trust.STORED).change().ifPresent(change -> change.verdicts().stream()
                    .filter(verdict -> verdict.metric() == Metric.TIME)
                    .forEach(verdict -> verdict.change().ifPresent(ratio -> changes.put(verdict.key(), ratio))));
        }
        return changes;
    }
}
