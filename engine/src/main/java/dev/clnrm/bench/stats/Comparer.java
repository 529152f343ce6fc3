package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a family of comparisons from the two sides of every case. */
record Comparer(Comparing how) {
    Comparisons compare(List<CaseLooks> looks) {
        List<Map<ForkStatistic, Difference>> differences = new ArrayList<>();
        looks.forEach(one -> differences.add(new EnumMap<>(ForkStatistic.class)));
        boolean paired = Blocks.help(looks);
        boolean moderated = false;
        for (ForkStatistic look : CaseLooks.TIMES) {
            boolean found = moderate(look, looks, differences, paired);
            moderated = look == ForkStatistic.MEAN ? found : moderated;
        }
        List<TimeEvidence> times = new ArrayList<>();
        for (int i = 0; i < looks.size(); i++) {
            times.add(new TimeEvidence(looks.get(i), differences.get(i), moderated));
        }
        return judged(times, moderated);
    }

    /** Adds the differences of a look to those of their cases; returns whether they are moderated. */
    private static boolean moderate(
            ForkStatistic look, List<CaseLooks> looks, List<Map<ForkStatistic, Difference>> into, boolean paired) {
        List<Integer> having = new ArrayList<>();
        for (int i = 0; i < looks.size(); i++) {
            if (looks.get(i).has(look)) {
                having.add(i);
            }
        }
        Moderation moderation =
                Moderation.of(look, having.stream().map(looks::get).toList(), paired);
        for (int k = 0; k < having.size(); k++) {
            into.get(having.get(k)).put(look, moderation.differences().get(k));
        }
        return moderation.moderated();
    }

    private Comparisons judged(List<TimeEvidence> times, boolean moderated) {
        List<TimeEvidence> family = times.stream().filter(this::gates).toList();
        List<TimeEvidence.Unadjusted> slower =
                times.parallelStream().map(TimeEvidence::slower).toList();
        List<TimeEvidence.Unadjusted> faster =
                times.parallelStream().map(TimeEvidence::faster).toList();
        Values adjustedSlower = adjusted(times, slower);
        Values adjustedFaster = adjusted(times, faster);
        List<Comparison> all = IntStream.range(0, times.size())
                .parallel()
                .mapToObj(i -> {
                    Comparison time = TimeComparison.of(
                            times.get(i),
                            slower.get(i).adjusted(adjustedSlower.get(i), family.size()),
                            faster.get(i).adjusted(adjustedFaster.get(i), family.size()),
                            how);
                    return Stream.concat(
                            Stream.of(time),
                            AllocationComparison.of(times.get(i).looks().sides(), how).stream());
                })
                .flatMap(both -> both)
                .toList();
        return new Comparisons(all, family.size(), moderated, noiseFloor(all));
    }

    private boolean gates(TimeEvidence time) {
        return time.looks().comparable()
                && !how.ungated().contains(time.looks().sides().name());
    }

    /** The evidence, adjusted over the gated cases. The evidence of other cases stays as it is. */
    private Values adjusted(List<TimeEvidence> times, List<TimeEvidence.Unadjusted> unadjusted) {
        double[] all =
                unadjusted.stream().mapToDouble(TimeEvidence.Unadjusted::p).toArray();
        List<Integer> gated = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            if (gates(times.get(i))) {
                gated.add(i);
            }
        }
        Values adjusted = Holm.adjust(Values.of(gated.stream().mapToDouble(i -> all[i])));
        for (int k = 0; k < gated.size(); k++) {
            all[gated.get(k)] = adjusted.get(k);
        }
        return Values.of(all);
    }

    private static Optional<Double> noiseFloor(List<Comparison> all) {
        double[] spreads = all.stream()
                .flatMap(one -> one.precision().stream())
                .mapToDouble(Precision::spread)
                .toArray();
        return spreads.length == 0 ? Optional.empty() : Optional.of(Moments.median(Values.of(spreads)));
    }
}
