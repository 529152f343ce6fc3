package dev.clnrm.bench.app;

import dev.clnrm.bench.report.html.Past;
import dev.clnrm.bench.runs.CaseSummary;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Spreads;
import dev.clnrm.bench.store.Held;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Earlier and later runs of the same cases on the same machine, JDK and flags. Runs on other machines cannot show a change.
 *
 * @param results the results that are shown
 * @param confidence the confidence of intervals
 */
record EarlierRuns(StoredResults results, double confidence) {
    /** The most runs that are drawn, the latest ones. More cannot be told apart on a page. */
    private static final int MOST = 60;

    /** The comparable runs and the one shown, the earliest first; empty if there are no others. */
    List<Past> of(PastRuns runs) {
        Map<CaseKey, Conditions> shown = new LinkedHashMap<>();
        results.samples().head().cases().forEach(one -> shown.put(CaseKey.of(one.samples()), one.conditions()));
        List<Past> all = new ArrayList<>();
        List<Held> stored = runs.runs();
        for (int i = stored.size() - 1; i >= 0 && all.size() < MOST; i--) {
            Held run = stored.get(i);
            if (!isShown(run)) {
                past(run, shown).ifPresent(all::add);
            }
        }
        if (all.isEmpty()) {
            return List.of();
        }
        Instant started = results.run().map(RunManifest::started).orElseGet(Instant::now);
        all.add(Past.of(
                label(),
                started,
                results.samples().head().samples(),
                Spreads.of(results.samples().head().family()),
                confidence));
        all.sort(Comparator.comparing(Past::started));
        return all;
    }

    /** The name of the run. The side of a one-sided run has no name. */
    private String label() {
        String label = results.samples().head().label();
        return label.isEmpty() ? results.folder().map(Path::toString).orElse("") : label;
    }

    private boolean isShown(Held run) {
        return results.run().filter(own -> own.id().equals(run.summary().id())).isPresent();
    }

    private Optional<Past> past(Held run, Map<CaseKey, Conditions> shown) {
        Map<CaseKey, Estimate> times = new LinkedHashMap<>();
        Spreads spreads = PastRuns.spreads(run.summary());
        for (CaseSummary one : run.summary().cases()) {
            if (Optional.ofNullable(shown.get(one.key()))
                    .filter(own -> alike(own, one.conditions()))
                    .isPresent()) {
                PastRuns.time(one, spreads, confidence).ifPresent(time -> times.put(one.key(), time));
            }
        }
        return times.isEmpty()
                ? Optional.empty()
                : Optional.of(new Past(run.name(), run.summary().started(), times));
    }

    /** Two unknown machines count as the same. */
    private static boolean alike(Conditions one, Conditions other) {
        return one.host().equals(other.host())
                && one.differences(other).stream()
                        .noneMatch(difference -> difference.aspect().forbids());
    }
}
