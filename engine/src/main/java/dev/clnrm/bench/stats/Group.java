package dev.clnrm.bench.stats;

import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.JmhUnit;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Recognises a JMH group by its numbers, because no file names the groups. The rates of the members add up to the rate of the
 * group, and the time of a group is a mean over the threads of its members (JMH, {@code BenchmarkTaskResult} and
 * {@code AggregationPolicy}).
 */
final class Group {
    /** How far a sum of decimal numbers may be off. */
    private static final double ROUNDING = 1e-6;

    private Group() {}

    /** The kind of time that a case has. */
    static Secondaries.Subject subject(CaseSamples samples) {
        List<ForkSamples> forks =
                samples.finished().stream().map(JournalEntry::samples).toList();
        boolean rates = samples.mode() == Mode.THROUGHPUT;
        boolean group = !forks.isEmpty() && forks.stream().allMatch(fork -> fork.threads() > 1 && isGroup(fork, rates));
        return !group
                ? Secondaries.Subject.MEAN
                : rates ? Secondaries.Subject.SUM_OF_GROUP : Secondaries.Subject.MEAN_OF_GROUP;
    }

    private static boolean isGroup(ForkSamples fork, boolean rates) {
        List<Values> members = members(fork, rates);
        if (members.size() < 2 || fork.values().isEmpty()) {
            return false;
        }
        for (int i = 0; i < fork.values().size(); i++) {
            int iteration = i;
            double whole = fork.values().get(i);
            double[] parts = members.stream()
                    .mapToDouble(one -> one.get(iteration))
                    .sorted()
                    .toArray();
            boolean fits = rates
                    ? Math.abs(Values.of(parts).sum() - whole) <= ROUNDING * whole
                    : parts[0] * (1 - ROUNDING) <= whole && whole <= parts[parts.length - 1] * (1 + ROUNDING);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** The results in the unit of the group, iteration by iteration. */
    private static List<Values> members(ForkSamples fork, boolean rates) {
        List<Values> members = new ArrayList<>();
        for (Map.Entry<String, Values> one : fork.secondary().entrySet()) {
            JmhUnit.of(fork.unit(one.getKey()))
                    .filter(unit -> unit.rate() == rates
                            && one.getValue().size() == fork.values().size())
                    .ifPresent(unit ->
                            members.add(Values.of(one.getValue().stream().map(unit::toBase))));
        }
        return members;
    }
}
