package dev.clnrm.bench.plan;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Forks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules for forks beyond those that every case gets.
 *
 * @param most the number of forks that a case gets however long that takes, by case; never more than its plan allows
 * @param open inconclusive promises, which get more forks while there is time
 * @param seconds the longest time of the whole run for those; it may take a quarter more than the forks that every case gets, if
 *     that is longer
 */
public record MoreForks(Map<CaseName, Integer> most, List<Open> open, double seconds) {
    /**
     * The factor for the forks that seem to decide a promise. An estimate moves as forks are added: with exactly that many forks,
     * about half of the promises would stay inconclusive.
     */
    private static final double MARGIN = 1.5;

    /** The factor by which a run may take longer than its minimum of forks. */
    private static final double LONGER = 1.25;

    public MoreForks {
        most = Collections.unmodifiableMap(new LinkedHashMap<>(most));
        open = List.copyOf(open);
    }

    /**
     * An inconclusive promise.
     *
     * @param cases the cases it depends on
     * @param forks the approximate number of forks of each case that would decide it; {@link Integer#MAX_VALUE} if unknown
     */
    public record Open(List<CaseName> cases, int forks) {
        public Open {
            cases = List.copyOf(cases);
        }
    }

    /** All forks that the plan allows. */
    public static MoreForks most(Collection<CaseName> cases) {
        Map<CaseName, Integer> most = new LinkedHashMap<>();
        cases.forEach(name -> most.put(name, Integer.MAX_VALUE));
        return new MoreForks(most, List.of(), 0);
    }

    /**
     * The time until which the run may go on for open promises, in seconds from its start.
     *
     * @param sure the time of the forks that every case gets
     */
    public double until(double sure) {
        return Math.max(seconds, LONGER * sure);
    }

    /** The cases that get a fork in this round however long it takes. */
    public List<PlannedCase> sure(List<PlannedCase> cases, int round) {
        return cases.stream()
                .filter(one -> round < most.getOrDefault(one.name(), 0))
                .toList();
    }

    /**
     * The number of forks of each case. Promises that need the fewest forks come first. Forks that one promise does not use go to
     * the next, and finally to the first promise that needs more than is left.
     *
     * @param plan the limits of forks for each case
     * @param affordable the approximate number of additional forks for which there is time
     */
    public Map<CaseName, Integer> allotted(Plan plan, double affordable) {
        Map<CaseName, Forks> limits = new HashMap<>();
        plan.cases().forEach(one -> limits.put(one.name(), new Forks(plan.sure(one), plan.most(one))));
        Allotting allotting = new Allotting(limits, affordable);
        most.forEach(allotting::give);
        List<Open> sorted = open.stream()
                .sorted(Comparator.comparingInt(Open::forks)
                        .thenComparingInt(one -> one.cases().size()))
                .toList();
        List<Open> left = new ArrayList<>();
        for (Open one : sorted) {
            int wanted = (int) Math.min(Integer.MAX_VALUE, Math.ceil(MARGIN * one.forks()));
            if (!allotting.fits(one.cases(), wanted)) {
                left.add(one);
            }
        }
        left.forEach(allotting::asManyAsFit);
        return allotting.forks;
    }

    /** The state while forks are given to one promise after the other. */
    private static final class Allotting {
        private final Map<CaseName, Forks> limits;
        private final Map<CaseName, Integer> forks = new LinkedHashMap<>();
        private double affordable;

        Allotting(Map<CaseName, Forks> limits, double affordable) {
            this.limits = limits;
            this.affordable = affordable;
        }

        void give(CaseName name, int most) {
            Forks limit = limits.get(name);
            if (limit != null && Math.min(most, limit.max()) > has(name, limit)) {
                int wanted = Math.min(most, limit.max());
                affordable -= wanted - has(name, limit);
                forks.put(name, wanted);
            }
        }

        private int has(CaseName name, Forks limit) {
            return Math.max(limit.min(), forks.getOrDefault(name, 0));
        }

        /** Gives each of the cases this many forks if there is time for all of them. */
        boolean fits(List<CaseName> cases, int wanted) {
            int more = 0;
            Set<CaseName> each = new HashSet<>(cases);
            for (CaseName name : each) {
                Forks limit = limits.get(name);
                more += limit == null ? 0 : Math.max(0, Math.min(wanted, limit.max()) - has(name, limit));
            }
            if (more > affordable) {
                return false;
            }
            each.forEach(name -> give(name, wanted));
            return true;
        }

        void asManyAsFit(Open one) {
            int wanted = one.cases().stream()
                    .map(limits::get)
                    .mapToInt(limit -> limit == null ? 0 : limit.max())
                    .max()
                    .orElse(0);
            while (wanted > 0 && !fits(one.cases(), wanted)) {
                wanted--;
            }
        }
    }
}
