package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What JMH measured of a case beside its time.
 *
 * @param subject what the time of the case is
 * @param all percentiles first, then by name; empty where there is nothing
 */
public record Secondaries(Subject subject, List<Secondary> all) {
    /** A plain time and nothing beside it. */
    public static final Secondaries NONE = new Secondaries(Subject.MEAN, List.of());

    public Secondaries {
        all = List.copyOf(all);
    }

    /** What the time of a case is, of which a verdict says that it is ok. */
    public enum Subject {
        /** The mean of its operations. */
        MEAN,
        /** The rates of the members of a group added up, and turned into a time. */
        SUM_OF_GROUP,
        /** The mean over the threads of a group, whatever each of them did. */
        MEAN_OF_GROUP
    }

    /** What one side measured. */
    public static Secondaries of(CaseSamples samples, Spreads side, double confidence) {
        List<Secondary> all = new ArrayList<>();
        for (SecondaryMetric metric : SecondaryMetric.of(samples)) {
            Optional<Estimate> head =
                    metric.having(samples).map(having -> metric.estimate(metric.values(having), side, confidence));
            all.add(new Secondary(
                    metric.name(), metric.unit(), metric.kind(), Optional.empty(), head, Optional.empty(), false));
        }
        return all.isEmpty() ? NONE : new Secondaries(Group.subject(samples), all);
    }

    /**
     * What two sides measured, of every case that has something; {@code base} and {@code head} need not have the same cases.
     *
     * @param how its cases that do not gate are shown and move in nothing
     */
    public static Map<CaseKey, Secondaries> compared(
            Collection<CaseSamples> base, Collection<CaseSamples> head, Comparing how) {
        return SecondaryComparer.compare(base, head, how);
    }

    /** Whether there is something a reader is shown unasked. */
    public boolean isShown() {
        return all.stream().anyMatch(one -> one.kind() != Secondary.Kind.DETAIL);
    }
}
