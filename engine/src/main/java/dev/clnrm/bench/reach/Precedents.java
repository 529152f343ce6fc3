package dev.clnrm.bench.reach;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.reach.Foreseen.HitRate;
import dev.clnrm.bench.reach.Foreseen.Likelihood;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What past changes tell of the next one.
 *
 * <p>The probability that a change moves a case is the mean of a beta distribution: of n past changes of the same files, k moved the case, and two
 * changes more are imagined that moved it as often as the case moves whatever is changed. That rate is the mean of another one in the same way, with
 * two changes imagined that moved it as often as all cases move, and that of all cases with two of which one moved (Gelman et al. 2013, sections 2.4
 * and 5.1: binomial counts with a beta prior, in levels).
 *
 * @param changes the earliest first
 * @param sources which files the code of each case comes from today
 */
public record Precedents(List<PastChange> changes, SourceReach sources) {
    /** With fewer past changes nothing is said. */
    public static final int FEWEST = 8;

    /** How many changes are imagined at each level. */
    private static final double IMAGINED = 2;

    public Precedents {
        changes = List.copyOf(changes);
    }

    /** A case that a past change reached. */
    private record Trial(CaseName name, Set<String> files, boolean moved) {}

    /** What is known after some changes. */
    private static final class Past {
        private final Map<CaseName, List<Trial>> trials = new HashMap<>();
        private int moved;
        private int of;

        void add(List<Trial> change) {
            for (Trial one : change) {
                trials.computeIfAbsent(one.name, name -> new ArrayList<>()).add(one);
                moved += one.moved ? 1 : 0;
                of++;
            }
        }

        private static int moved(List<Trial> some) {
            return (int) some.stream().filter(Trial::moved).count();
        }

        private static double rate(int moved, int of, double before) {
            return (moved + IMAGINED * before) / (of + IMAGINED);
        }

        Likelihood of(CaseName name, Set<String> files) {
            List<Trial> own = trials.getOrDefault(name, List.of());
            List<Trial> same = own.stream()
                    .filter(one -> !Collections.disjoint(one.files, files))
                    .toList();
            double ofCase = rate(moved(own), own.size(), rate(moved, of, 0.5));
            return new Likelihood(name, rate(moved(same), same.size(), ofCase), moved(same), same.size());
        }
    }

    /**
     * What a change will likely move.
     *
     * @param files the files it changes, relative to the repository
     * @param reached the cases that it reaches
     */
    public Foreseen of(Collection<String> files, List<CaseName> reached) {
        List<List<Trial>> all = changes.stream()
                .map(this::trials)
                .filter(some -> !some.isEmpty())
                .toList();
        if (all.size() < FEWEST) {
            return new Foreseen(all.size(), List.of(), Optional.empty());
        }
        Past past = new Past();
        all.forEach(past::add);
        return new Foreseen(
                all.size(),
                reached.stream()
                        .map(name -> past.of(name, sources.among(name, files)))
                        .sorted(Comparator.comparingDouble(Likelihood::probability)
                                .reversed())
                        .toList(),
                tried(all));
    }

    private List<Trial> trials(PastChange change) {
        List<Trial> trials = new ArrayList<>();
        change.moved().forEach((name, moved) -> {
            Set<String> files = sources.among(name, change.files());
            if (!files.isEmpty()) {
                trials.add(new Trial(name, files, moved));
            }
        });
        return trials;
    }

    private static Optional<HitRate> tried(List<List<Trial>> all) {
        Past past = new Past();
        int tried = 0;
        int moved = 0;
        int likely = 0;
        int right = 0;
        double squares = 0;
        for (int i = 0; i < all.size(); i++) {
            for (Trial one : i < FEWEST ? List.<Trial>of() : all.get(i)) {
                Likelihood foreseen = past.of(one.name, one.files);
                tried++;
                moved += one.moved ? 1 : 0;
                likely += foreseen.likely() ? 1 : 0;
                right += foreseen.likely() && one.moved ? 1 : 0;
                double miss = foreseen.probability() - (one.moved ? 1 : 0);
                squares += miss * miss;
            }
            past.add(all.get(i));
        }
        return tried == 0 ? Optional.empty() : Optional.of(new HitRate(tried, moved, likely, right, squares / tried));
    }
}
