package dev.clnrm.bench.report.history;

import dev.clnrm.bench.samples.CaseKey;
import java.util.Comparator;
import java.util.List;

/**
 * One case over all runs.
 *
 * @param key the case
 * @param series one for each platform, in the order in which each was first seen; at least one
 * @param anchored the same over all platforms, as ratios to what was measured beside it; one for each anchor, none if nothing was
 */
public record CaseHistory(CaseKey key, List<Series> series, List<AnchoredSeries> anchored) {
    public CaseHistory {
        series = List.copyOf(series);
        anchored = List.copyOf(anchored);
        if (series.isEmpty()) {
            throw new IllegalArgumentException("a case of a history was never measured: " + key.name());
        }
    }

    /** The series that the newest run belongs to. */
    public Series current() {
        return series.stream()
                .max(Comparator.comparingInt(one -> one.last().run()))
                .orElseThrow();
    }
}
