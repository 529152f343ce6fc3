package dev.clnrm.bench.analyse;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Two sides of every case made into a family of comparisons. */
final class Comparer {
    private Comparer() {}

    static Comparisons compare(List<TwoSides> cases, Comparing how) {
        List<TimeComparison> times =
                cases.stream().map(sides -> TimeComparison.of(sides, how)).toList();
        List<TimeComparison> family =
                times.stream().filter(time -> gates(time, how)).toList();
        Values slower = adjusted(family, TimeComparison::slowerP);
        Values faster = adjusted(family, TimeComparison::fasterP);
        List<Comparison> all = new ArrayList<>();
        int place = 0;
        for (TimeComparison time : times) {
            boolean gated = gates(time, how);
            all.add(time.comparison(
                    how, gated ? slower.get(place) : time.slowerP(), gated ? faster.get(place) : time.fasterP()));
            place += gated ? 1 : 0;
            allocation(time.sides(), how).ifPresent(all::add);
        }
        return new Comparisons(all, family.size(), Optional.empty(), noiseFloor(times));
    }

    private static boolean gates(TimeComparison time, Comparing how) {
        return time.difference().isPresent()
                && !how.ungated().contains(time.sides().name());
    }

    private static Values adjusted(List<TimeComparison> family, ToDoubleFunction<TimeComparison> p) {
        return Holm.adjust(Values.of(family.stream().mapToDouble(p)));
    }

    private static Optional<Double> noiseFloor(List<TimeComparison> times) {
        double[] spreads = times.stream()
                .flatMap(time -> time.difference().stream())
                .mapToDouble(Difference::sd)
                .sorted()
                .toArray();
        int half = spreads.length / 2;
        return spreads.length == 0
                ? Optional.empty()
                : Optional.of(spreads.length % 2 == 1 ? spreads[half] : (spreads[half - 1] + spreads[half]) / 2);
    }

    private static Optional<Comparison> allocation(TwoSides sides, Comparing how) {
        return measuresAllocation(sides.base()) && measuresAllocation(sides.head())
                ? Optional.of(AllocationComparison.of(sides, how))
                : Optional.empty();
    }

    private static boolean measuresAllocation(CaseSamples samples) {
        return ForkLevel.allocation(samples, Defaults.CONFIDENCE).value().isPresent();
    }
}
