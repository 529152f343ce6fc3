package dev.clnrm.bench.report.html;

import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.ForkLevel;
import dev.clnrm.bench.stats.Spreads;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An earlier run.
 *
 * @param label its name
 * @param started when it started
 * @param times seconds per operation of its cases
 */
public record Past(String label, Instant started, Map<CaseKey, Estimate> times) {
    public Past {
        times = Collections.unmodifiableMap(new LinkedHashMap<>(times));
    }

    /**
     * A run from its samples, with intervals of {@code confidence}.
     *
     * @param side the spread of forks, learned from all cases of the run
     */
    public static Past of(
            String label, Instant started, Collection<CaseSamples> samples, Spreads side, double confidence) {
        Map<CaseKey, Estimate> times = new LinkedHashMap<>();
        for (CaseSamples one : samples) {
            times.put(CaseKey.of(one), ForkLevel.time(one, side, confidence));
        }
        return new Past(label, started, times);
    }
}
