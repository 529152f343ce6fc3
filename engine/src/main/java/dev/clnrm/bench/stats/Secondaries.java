package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JMH's secondary results of a case.
 *
 * @param subject the kind of the case's time
 * @param all percentiles first, then by name; empty if there are none
 */
public record Secondaries(Subject subject, List<Secondary> all) {
    /** A plain time without secondary results. */
    public static final Secondaries NONE = new Secondaries(Subject.MEAN, List.of());

    public Secondaries {
        all = List.copyOf(all);
    }

    /** The kind of time that is judged. */
    public enum Subject {
        /** The mean of its operations. */
        MEAN,
        /** The sum of the rates of a group's members, converted to a time. */
        SUM_OF_GROUP,
        /** The mean over the threads of a group, over all its methods. */
        MEAN_OF_GROUP
    }

    /** The results of one side. */
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
     * The results of two sides, for every case that has results; {@code base} and {@code head} need not have the same cases.
     *
     * @param how how to compare; results of cases that are not gated are shown but never count as moved
     */
    public static Map<CaseKey, Secondaries> compared(
            Collection<CaseSamples> base, Collection<CaseSamples> head, Comparing how) {
        return SecondaryComparer.compare(base, head, how);
    }

    /** Whether a result is shown by default. */
    public boolean isShown() {
        return all.stream().anyMatch(one -> one.kind() != Secondary.Kind.DETAIL);
    }
}
