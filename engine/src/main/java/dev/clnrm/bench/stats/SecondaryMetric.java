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
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A secondary result of JMH, and its values by fork.
 *
 * @param name JMH's name
 * @param unit the unit shown
 * @param kind what it is
 * @param percentile which percentile it is; empty if it is not a percentile
 */
record SecondaryMetric(String name, String unit, Secondary.Kind kind, Optional<Double> percentile) {
    private static final String RATE = "ops/s";

    /** The usual percentiles of latencies: the median, and what one in 10, 100 and 1,000 operations exceeds. */
    private static final List<SecondaryMetric> PERCENTILES =
            List.of(percentile("p50", 50), percentile("p90", 90), percentile("p99", 99), percentile("p99.9", 99.9));

    /** JMH adds percentiles of each iteration in sample mode: {@code p0.50}, and up to 1.36 {@code get·p0.50}. */
    private static final Pattern OF_ITERATIONS = Pattern.compile("(?:^|[^a-zA-Z0-9])p[01]\\.\\d{2,}$");

    private static SecondaryMetric percentile(String name, double percentile) {
        return new SecondaryMetric(name, Secondary.SECONDS, Secondary.Kind.PERCENTILE, Optional.of(percentile));
    }

    /** All secondary results of a case on one side: percentiles first, then by name. */
    static List<SecondaryMetric> of(CaseSamples samples) {
        Map<String, String> units = new TreeMap<>();
        boolean sampled = samples.mode() == Mode.SAMPLE;
        for (JournalEntry fork : samples.forks()) {
            sampled &= !fork.finished() || !fork.samples().histograms().isEmpty();
            if (fork.finished() && hasMore(fork.samples())) {
                fork.samples()
                        .secondary()
                        .keySet()
                        .forEach(name -> units.putIfAbsent(name, fork.samples().unit(name)));
            }
        }
        units.remove(ForkSamples.ALLOCATION);
        sampled &= samples.mode() == Mode.SAMPLE && !samples.finished().isEmpty();
        if (units.isEmpty()) {
            return sampled ? PERCENTILES : List.of();
        }
        List<SecondaryMetric> all = new ArrayList<>(sampled ? PERCENTILES : List.of());
        for (Map.Entry<String, String> one : units.entrySet()) {
            boolean told = sampled && OF_ITERATIONS.matcher(one.getKey()).find();
            Secondary.Kind kind = told ? Secondary.Kind.DETAIL : Secondary.kind(one.getKey());
            all.add(new SecondaryMetric(one.getKey(), shown(one.getValue()), kind, Optional.empty()));
        }
        return all;
    }

    private static boolean hasMore(ForkSamples fork) {
        int size = fork.secondary().size();
        return size > 1 || (size == 1 && !fork.secondary().containsKey(ForkSamples.ALLOCATION));
    }

    private static String shown(String unit) {
        return JmhUnit.of(unit).filter(known -> !known.rate()).isPresent() ? Secondary.SECONDS : unit;
    }

    /** The results of two sides. Results in units that cannot be converted into each other are separate. */
    static List<SecondaryMetric> of(List<SecondaryMetric> base, List<SecondaryMetric> head) {
        if (base.equals(head)) {
            return base;
        }
        List<SecondaryMetric> all = new ArrayList<>();
        for (SecondaryMetric one : base) {
            Optional<SecondaryMetric> rate = head.stream()
                    .filter(other -> other.name.equals(one.name) && isRate(other.unit) && isRate(one.unit))
                    .filter(other -> !other.unit.equals(one.unit))
                    .map(other -> new SecondaryMetric(one.name, RATE, one.kind, Optional.empty()))
                    .findFirst();
            all.add(rate.orElse(one));
        }
        for (SecondaryMetric one : head) {
            boolean known = all.stream()
                    .anyMatch(other -> other.name.equals(one.name)
                            && (other.unit.equals(one.unit) || (other.unit.equals(RATE) && isRate(one.unit))));
            if (!known) {
                all.add(one);
            }
        }
        return all;
    }

    private static boolean isRate(String unit) {
        return JmhUnit.of(unit).filter(JmhUnit::rate).isPresent();
    }

    /** The forks of a side that have it; empty if there are none. */
    Optional<CaseSamples> having(CaseSamples samples) {
        List<JournalEntry> some =
                samples.finished().stream().filter(fork -> isIn(fork.samples())).toList();
        return some.isEmpty()
                ? Optional.empty()
                : Optional.of(new CaseSamples(samples.name(), samples.side(), samples.mode(), some));
    }

    private boolean isIn(ForkSamples fork) {
        if (percentile.isPresent()) {
            return !fork.histograms().isEmpty();
        }
        return !values(fork).isEmpty() && scale(fork).isPresent();
    }

    /** One number per fork: a percentile, or the mean of its iterations. */
    ForkValues values(CaseSamples having) {
        return percentile.isPresent()
                ? ForkLevel.percentiles(having, percentile.get())
                : ForkValues.positive(
                        ForkValues.of(
                                having,
                                fork -> scale(fork.samples()).orElseThrow() * ForkSummary.mean(values(fork.samples()))),
                        having);
    }

    private Values values(ForkSamples fork) {
        return fork.secondary().getOrDefault(name, Values.NONE);
    }

    /** The factor from the unit of a fork to the unit shown; empty if there is none. */
    private Optional<Double> scale(ForkSamples fork) {
        String written = fork.unit(name);
        if (written.equals(unit)) {
            return Optional.of(1.0);
        }
        return JmhUnit.of(written)
                .filter(known -> known.rate() ? unit.equals(RATE) : unit.equals(Secondary.SECONDS))
                .map(known -> known.toBase(1));
    }

    /** The estimate of one side by itself. */
    Estimate estimate(ForkValues values, Spreads side, double confidence) {
        return ForkLevel.logScale(
                values,
                forks -> percentile.isPresent() ? side.percentile(forks, percentile.get()) : Spreads.own(forks),
                confidence);
    }
}
