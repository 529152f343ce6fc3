package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.CaseSamples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two sides compared after more and more forks, in the order measured. Each look compares all cases together; a case that is
 * already decided keeps the forks it had then. Looks are repeated from the samples, so the same samples always give the same
 * answer.
 *
 * <p>The evidence of a case is the smallest value over its looks of p · α / αₖ, where αₖ is the level that the look may spend
 * ({@link Spending}). It is below the level α exactly if one look was below its own level.
 *
 * @param comparisons at the last look of each case
 * @param decided whether more forks cannot change the result, by the position of each case
 */
public record Sequential(Comparisons comparisons, List<Boolean> decided) {
    public Sequential {
        decided = List.copyOf(decided);
    }

    /**
     * Repeats the looks at cases.
     *
     * @param cases with all their forks
     * @param looks after how many forks of each side
     */
    public static Sequential of(List<TwoSides> cases, Comparing how, Spending looks, Stopping stopping) {
        return new Looking(cases, how, looks, stopping).look();
    }

    private static final class Looking {
        private final List<TwoSides> cases;
        private final Comparing how;
        private final Spending spending;
        private final Stopping stopping;
        private final int[] forks;
        private final boolean[] decided;
        private final Map<Integer, Evidence> slower = new HashMap<>();
        private final Map<Integer, Evidence> faster = new HashMap<>();

        Looking(List<TwoSides> cases, Comparing how, Spending spending, Stopping stopping) {
            this.cases = cases;
            this.how = how;
            this.spending = spending;
            this.stopping = stopping;
            this.forks = new int[cases.size()];
            this.decided = new boolean[cases.size()];
        }

        Sequential look() {
            Optional<Comparisons> last = Optional.empty();
            for (int look : spending.looks()) {
                boolean more = false;
                for (int i = 0; i < forks.length; i++) {
                    int there = there(cases.get(i));
                    more |= !decided[i] && there >= look;
                    forks[i] = decided[i] ? forks[i] : Math.min(look, there);
                }
                if (more) {
                    Comparisons all = compare();
                    note(all, look);
                    last = Optional.of(all);
                }
            }
            Comparisons all = last.orElseGet(this::compare);
            List<Boolean> ended = new ArrayList<>();
            for (boolean one : decided) {
                ended.add(one);
            }
            return new Sequential(withEvidence(all), ended);
        }

        private static int there(TwoSides sides) {
            return Math.min(
                    sides.base().finished().size(), sides.head().finished().size());
        }

        private Comparisons compare() {
            List<TwoSides> first = new ArrayList<>();
            for (int i = 0; i < forks.length; i++) {
                TwoSides sides = cases.get(i);
                first.add(new TwoSides(first(sides.base(), forks[i]), first(sides.head(), forks[i])));
            }
            return Comparisons.of(first, how);
        }

        /** The first forks that finished. If none finished, all forks, to show how they failed. */
        private static CaseSamples first(CaseSamples samples, int forks) {
            return samples.finished().size() <= forks || forks == 0
                    ? samples
                    : new CaseSamples(
                            samples.name(),
                            samples.side(),
                            samples.mode(),
                            samples.finished().subList(0, forks));
        }

        private void note(Comparisons all, int look) {
            double level = spending.level(look, how.level());
            List<Comparison> times = times(all);
            for (int i = 0; i < forks.length; i++) {
                Comparison one = times.get(i);
                if (decided[i] || forks[i] < look) {
                    continue;
                }
                int place = i;
                one.slower().ifPresent(e -> slower.merge(place, spent(e, level), Evidence::stronger));
                one.faster().ifPresent(e -> faster.merge(place, spent(e, level), Evidence::stronger));
                decided[i] = stopping.settled(one, level);
            }
        }

        private Evidence spent(Evidence one, double level) {
            return one.times(how.level() / level);
        }

        private static List<Comparison> times(Comparisons all) {
            return all.all().stream().filter(c -> c.metric() == Metric.TIME).toList();
        }

        private Comparisons withEvidence(Comparisons all) {
            List<Comparison> with = new ArrayList<>();
            int place = -1;
            for (Comparison one : all.all()) {
                place += one.metric() == Metric.TIME ? 1 : 0;
                with.add(
                        one.metric() == Metric.TIME
                                ? one.withEvidence(
                                        evidence(one.slower(), slower, place), evidence(one.faster(), faster, place))
                                : one);
            }
            return new Comparisons(with, all.family(), all.moderated(), all.noiseFloor());
        }

        /** The result of the looks; a case with too few forks for any look has no evidence yet. */
        private static Optional<Evidence> evidence(Optional<Evidence> last, Map<Integer, Evidence> looked, int place) {
            return last.map(e -> looked.getOrDefault(place, new Evidence(1, 1, e.look())));
        }
    }
}
