package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A series whose values were measured on several platforms, each with a level of its own.
 *
 * @param values the series
 * @param platforms what each value was measured on
 */
record OnPlatforms(Values values, List<Integer> platforms) {
    OnPlatforms {
        platforms = List.copyOf(platforms);
        if (platforms.size() != values.size()) {
            throw new IllegalArgumentException(values.size() + " values on " + platforms.size() + " platforms");
        }
    }

    int size() {
        return values.size();
    }

    OnPlatforms slice(int from, int to) {
        return new OnPlatforms(values.slice(from, to), platforms.subList(from, to));
    }

    /** Whether one platform measured all. */
    boolean alone() {
        return platforms.stream().distinct().count() <= 1;
    }

    /**
     * The values as if all platforms were alike. The distance between two platforms is the median of the changes from one
     * platform to the other between successive values. A step affects few of these changes; if it affects most, it cannot be
     * distinguished from the platform.
     */
    Values levelled() {
        Map<Integer, Double> apart = new HashMap<>(Map.of(platforms.get(0), 0.0));
        int all = (int) platforms.stream().distinct().count();
        while (apart.size() < all) {
            Map<List<Integer>, List<Double>> changes = new LinkedHashMap<>();
            for (int i = 1; i < size(); i++) {
                int before = platforms.get(i - 1);
                int after = platforms.get(i);
                double change = values.get(i) - values.get(i - 1);
                if (apart.containsKey(before) && !apart.containsKey(after)) {
                    changes.computeIfAbsent(List.of(before, after), pair -> new ArrayList<>())
                            .add(change);
                } else if (apart.containsKey(after) && !apart.containsKey(before)) {
                    changes.computeIfAbsent(List.of(after, before), pair -> new ArrayList<>())
                            .add(-change);
                }
            }
            Map.Entry<List<Integer>, List<Double>> most = changes.entrySet().stream()
                    .max(Comparator.comparingInt(one -> one.getValue().size()))
                    .orElseThrow();
            double known = apart.getOrDefault(most.getKey().get(0), 0.0);
            apart.put(
                    most.getKey().get(1),
                    known + Moments.median(Values.of(most.getValue().stream().mapToDouble(Double::doubleValue))));
        }
        double[] levelled = new double[size()];
        for (int i = 0; i < levelled.length; i++) {
            levelled[i] = values.get(i) - apart.getOrDefault(platforms.get(i), 0.0);
        }
        return Values.of(levelled);
    }

    /**
     * The difference between the values from {@code index} on and those before: the least-squares estimate of the model platform
     * + side, without interaction. That is the mean of the differences on each platform, weighted by nm/(n + m), with the
     * variance pooled over all cells (Searle 1971, section 7.1), and at least that of the resolution. On one platform it is Student's
     * test. Empty if no platform is on both sides, or no variance is left.
     */
    Optional<Difference> difference(int from, int index, int end) {
        double estimate = 0;
        double weights = 0;
        double squares = 0;
        int df = 0;
        for (int platform : new TreeSet<>(platforms.subList(from, end))) {
            Values before = on(platform, from, index);
            Values after = on(platform, index, end);
            if (!before.isEmpty() && !after.isEmpty()) {
                Moments b = Moments.of(before);
                Moments a = Moments.of(after);
                double weight = (double) b.n() * a.n() / (b.n() + a.n());
                estimate += weight * (a.mean() - b.mean());
                weights += weight;
            }
            for (Values cell : List.of(before, after)) {
                if (!cell.isEmpty()) {
                    Moments moments = Moments.of(cell);
                    squares += moments.variance() * (moments.n() - 1);
                    df += moments.n() - 1;
                }
            }
        }
        return weights == 0 || df == 0
                ? Optional.empty()
                : Optional.of(new Difference(
                        estimate / weights, Math.max(squares / df, ofResolution(from, end)), df, 2 * weights));
    }

    /**
     * The variance that values have because their source rounds them: d² / 12 if it rounds to multiples of d (Sheppard 1898). The smallest
     * distance of two values on a platform is at least d. Without ties the pooled variance is larger anyway.
     */
    private double ofResolution(int from, int end) {
        double rounding =
                MethodConstants.ROUNDING * Math.abs(values.slice(from, end).mean());
        double distance = Double.POSITIVE_INFINITY;
        for (int platform : new TreeSet<>(platforms.subList(from, end))) {
            double[] sorted = on(platform, from, end).stream().sorted().toArray();
            for (int i = 1; i < sorted.length; i++) {
                double gap = sorted[i] - sorted[i - 1];
                distance = gap > rounding ? Math.min(distance, gap) : distance;
            }
        }
        double least = rounding * rounding;
        return Double.isInfinite(distance) ? least : Math.max(least, distance * distance / 12);
    }

    /**
     * Two values of one platform, without another of it between them.
     *
     * @param before the index of the earlier
     * @param after the index of the later
     */
    record Pair(int before, int after) {}

    /** The nearest values on both sides of {@code index} that one platform measured; there must be a platform on both sides. */
    Pair around(int from, int index, int end) {
        Map<Integer, Integer> last = new HashMap<>();
        for (int i = from; i < index; i++) {
            last.put(platforms.get(i), i);
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = index; i < end; i++) {
            Integer before = last.remove(platforms.get(i));
            if (before != null) {
                pairs.add(new Pair(before, i));
            }
        }
        return pairs.stream()
                .min(Comparator.comparingInt(pair -> pair.after - pair.before))
                .orElseThrow();
    }

    private Values on(int platform, int from, int to) {
        List<Double> some = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (platforms.get(i) == platform) {
                some.add(values.get(i));
            }
        }
        return Values.of(some.stream().mapToDouble(Double::doubleValue));
    }
}
