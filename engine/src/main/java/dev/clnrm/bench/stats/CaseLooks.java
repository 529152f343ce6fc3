package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Values;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Both sides of one case, for every look: one logarithm per fork.
 *
 * @param sides the samples
 * @param logs by look; only looks whose values all have logarithms; empty if a side has fewer than two forks
 * @param within the noise inside forks
 * @param single whether every fork gave one value, so that all looks are the same
 * @param base the value of each fork of the base whose change is shown
 * @param head the same of the head
 */
record CaseLooks(
        TwoSides sides,
        Map<ForkStatistic, Logs> logs,
        Within within,
        boolean single,
        ForkValues base,
        ForkValues head) {
    /** The looks at times. */
    static final List<ForkStatistic> TIMES =
            List.of(ForkStatistic.MEAN, ForkStatistic.FLOOR, ForkStatistic.BODY, ForkStatistic.TAIL);

    /**
     * The logarithms of fork values for one look.
     *
     * @param base one per finished fork of the base
     * @param head one per finished fork of the head
     */
    record Logs(Values base, Values head) {}

    /**
     * The mean variance of the logarithms of iterations inside a fork.
     *
     * @param base over the forks of the base
     * @param head over those of the head
     * @param both over all of them
     */
    record Within(double base, double head, double both) {
        private static final Within NONE = new Within(0, 0, 0);

        private static Within of(List<ForkLooks> base, List<ForkLooks> head) {
            double ofBase = sum(base);
            double ofHead = sum(head);
            return new Within(
                    ofBase / Math.max(1, base.size()),
                    ofHead / Math.max(1, head.size()),
                    (ofBase + ofHead) / Math.max(1, base.size() + head.size()));
        }

        private static double sum(List<ForkLooks> forks) {
            return forks.stream().mapToDouble(ForkLooks::within).sum();
        }
    }

    static CaseLooks of(TwoSides sides) {
        List<ForkLooks> base = looks(sides.base());
        List<ForkLooks> head = looks(sides.head());
        Map<ForkStatistic, Logs> logs = new EnumMap<>(ForkStatistic.class);
        if (base.size() > 1 && head.size() > 1) {
            for (ForkStatistic look : TIMES) {
                Values b = logs(base, look);
                Values h = logs(head, look);
                if (finite(b) && finite(h)) {
                    logs.put(look, new Logs(b, h));
                }
            }
            if (!logs.containsKey(ForkStatistic.MEAN)) {
                logs.clear();
            }
        }
        boolean single = base.stream().allMatch(f -> f.iterations() == 1)
                && head.stream().allMatch(f -> f.iterations() == 1);
        return new CaseLooks(
                sides,
                logs,
                Within.of(base, head),
                single,
                ForkValues.time(sides.base()),
                ForkValues.time(sides.head()));
    }

    /** One number per fork of a secondary result; it has only one look. */
    static CaseLooks of(TwoSides sides, ForkValues base, ForkValues head) {
        Map<ForkStatistic, Logs> logs = new EnumMap<>(ForkStatistic.class);
        if (base.forks() > 1 && head.forks() > 1 && base.haveLogarithms() && head.haveLogarithms()) {
            logs.put(
                    ForkStatistic.MEAN,
                    new Logs(base.values().mapped(Math::log), head.values().mapped(Math::log)));
        }
        return new CaseLooks(sides, logs, Within.NONE, true, base, head);
    }

    /** Whether both sides have logarithms for a look. */
    boolean has(ForkStatistic look) {
        return logs.containsKey(look);
    }

    /** The logarithms for a look that has them. */
    Logs logs(ForkStatistic look) {
        return Objects.requireNonNull(logs.get(look), "a look without logarithms");
    }

    /** Whether the times can be compared. */
    boolean comparable() {
        return !logs.isEmpty();
    }

    private static List<ForkLooks> looks(CaseSamples samples) {
        return samples.finished().stream().map(ForkLooks::of).toList();
    }

    private static Values logs(List<ForkLooks> forks, ForkStatistic look) {
        return Values.of(forks.stream().mapToDouble(fork -> Math.log(fork.at(look))));
    }

    private static boolean finite(Values values) {
        return values.stream().allMatch(Double::isFinite);
    }
}
