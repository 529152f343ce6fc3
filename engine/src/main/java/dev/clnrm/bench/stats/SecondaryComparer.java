package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the secondary results of two sides by forks. Each name is compared over all cases that have it, so that the spread of
 * forks is learned from the suite, as for times. Evidence is adjusted over all secondary results together. They are a family of
 * their own, separate from the times.
 */
final class SecondaryComparer {
    private final Comparing how;
    private final List<One> all = new ArrayList<>();
    private final Map<Integer, Difference> differences = new HashMap<>();

    private SecondaryComparer(Comparing how) {
        this.how = how;
    }

    /** One metric of one case; a side without it is empty. */
    private record One(CaseKey key, SecondaryMetric metric, Optional<Forks> base, Optional<Forks> head) {}

    private record Forks(CaseSamples samples, ForkValues values) {}

    static Map<CaseKey, Secondaries> compare(
            Collection<CaseSamples> base, Collection<CaseSamples> head, Comparing how) {
        return new SecondaryComparer(how).compare(byKey(base), byKey(head));
    }

    private Map<CaseKey, Secondaries> compare(Map<CaseKey, CaseSamples> base, Map<CaseKey, CaseSamples> head) {
        Set<CaseKey> keys = new LinkedHashSet<>(base.keySet());
        keys.addAll(head.keySet());
        keys.forEach(key -> collect(key, Optional.ofNullable(base.get(key)), Optional.ofNullable(head.get(key))));
        if (all.isEmpty()) {
            return Map.of();
        }
        differ();
        Set<Integer> moved = moved();
        Map<CaseKey, List<Secondary>> results = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            results.computeIfAbsent(all.get(i).key, key -> new ArrayList<>()).add(result(i, moved.contains(i)));
        }
        Map<CaseKey, Secondaries> found = new LinkedHashMap<>();
        results.forEach((key, list) -> {
            CaseSamples any = Optional.ofNullable(head.get(key)).orElseGet(() -> base.get(key));
            found.put(key, new Secondaries(Group.subject(any), list));
        });
        return found;
    }

    private static Map<CaseKey, CaseSamples> byKey(Collection<CaseSamples> side) {
        Map<CaseKey, CaseSamples> cases = new LinkedHashMap<>();
        side.forEach(samples -> cases.put(CaseKey.of(samples), samples));
        return cases;
    }

    private void collect(CaseKey key, Optional<CaseSamples> base, Optional<CaseSamples> head) {
        List<SecondaryMetric> ofBase = base.map(SecondaryMetric::of).orElse(List.of());
        List<SecondaryMetric> ofHead = head.map(SecondaryMetric::of).orElse(List.of());
        for (SecondaryMetric metric : SecondaryMetric.of(ofBase, ofHead)) {
            all.add(new One(key, metric, forks(metric, base), forks(metric, head)));
        }
    }

    private static Optional<Forks> forks(SecondaryMetric metric, Optional<CaseSamples> side) {
        return side.flatMap(metric::having).map(having -> new Forks(having, metric.values(having)));
    }

    /** The differences of all results that both sides have in two or more forks, name by name. */
    private void differ() {
        Map<String, List<Integer>> names = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).base.isPresent() && all.get(i).head.isPresent()) {
                names.computeIfAbsent(all.get(i).metric.name(), name -> new ArrayList<>())
                        .add(i);
            }
        }
        for (List<Integer> places : names.values()) {
            Map<Integer, CaseLooks> looks = new LinkedHashMap<>();
            places.forEach(place -> {
                CaseLooks one = looks(all.get(place));
                if (one.comparable()) {
                    looks.put(place, one);
                }
            });
            List<Difference> found = Moderation.of(ForkStatistic.MEAN, List.copyOf(looks.values()), false)
                    .differences();
            int next = 0;
            for (int place : looks.keySet()) {
                differences.put(place, found.get(next++));
            }
        }
    }

    private static CaseLooks looks(One one) {
        Forks base = one.base.orElseThrow();
        Forks head = one.head.orElseThrow();
        return CaseLooks.of(new TwoSides(base.samples, head.samples), base.values, head.values);
    }

    /**
     * The results with a significant change. If the sides cannot be compared, no result has moved. Results of the garbage
     * collector are not tested.
     */
    private Set<Integer> moved() {
        List<Integer> asked = differences.keySet().stream()
                .filter(place -> all.get(place).metric.kind() != Secondary.Kind.DETAIL
                        && !how.ungated().contains(all.get(place).key.name()))
                .sorted()
                .toList();
        Values adjusted = Holm.adjust(Values.of(asked.stream().mapToDouble(place -> {
            Difference difference = Objects.requireNonNull(differences.get(place));
            return Math.min(1, 2 * Math.min(difference.slower(), difference.faster()));
        })));
        Set<Integer> moved = new LinkedHashSet<>();
        for (int i = 0; i < asked.size(); i++) {
            if (adjusted.get(i) < how.level()) {
                moved.add(asked.get(i));
            }
        }
        return moved;
    }

    private Secondary result(int place, boolean moved) {
        One one = all.get(place);
        Optional<Interval> ratio =
                Optional.ofNullable(differences.get(place)).map(difference -> difference.ratio(how.confidence()));
        return new Secondary(
                one.metric.name(),
                one.metric.unit(),
                one.metric.kind(),
                one.base.map(forks -> one.metric.estimate(forks.values, how.base(), how.confidence())),
                one.head.map(forks -> one.metric.estimate(forks.values, how.head(), how.confidence())),
                ratio,
                moved && ratio.filter(interval -> !interval.holds(1)).isPresent());
    }
}
