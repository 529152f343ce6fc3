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
 * What more forks might decide after those that every case gets.
 *
 * @param most by case up to how many forks it gets, however long that takes; never more than its plan allows
 * @param open promises that get more while there is time
 * @param seconds how long the whole run may go on for those; it may take a quarter more than the forks that every case gets, if that is
 *     longer
 */
public record MoreForks(Map<CaseName, Integer> most, List<Open> open, double seconds) {
    /**
     * What is asked for beyond the forks that seem to decide a promise: an estimate moves as forks are added, and of the promises that get
     * just so many about half would stay open.
     */
    private static final double MARGIN = 1.5;

    /** How much longer than for its sure forks a run may take. */
    private static final double LONGER = 1.25;

    public MoreForks {
        most = Collections.unmodifiableMap(new LinkedHashMap<>(most));
        open = List.copyOf(open);
    }

    /**
     * A promise that is not decided.
     *
     * @param cases it rests on
     * @param forks about how many forks of each would decide it; {@link Integer#MAX_VALUE} where that is not known
     */
    public record Open(List<CaseName> cases, int forks) {
        public Open {
            cases = List.copyOf(cases);
        }
    }

    /** All the forks that their plan allows. */
    public static MoreForks most(Collection<CaseName> cases) {
        Map<CaseName, Integer> most = new LinkedHashMap<>();
        cases.forEach(name -> most.put(name, Integer.MAX_VALUE));
        return new MoreForks(most, List.of(), 0);
    }

    /**
     * How long the run may go on for open promises, in seconds from its begin.
     *
     * @param sure how long the forks took that every case gets
     */
    public double until(double sure) {
        return Math.max(seconds, LONGER * sure);
    }

    /** The cases that get a fork of this round however long it takes. */
    public List<PlannedCase> sure(List<PlannedCase> cases, int round) {
        return cases.stream()
                .filter(one -> round < most.getOrDefault(one.name(), 0))
                .toList();
    }

    /**
     * By case up to how many forks it gets. Open promises come in the order of the forks they seem to need, the nearest to decided first;
     * what one leaves goes to the next, and in the end to the first that needs more than is left.
     *
     * @param plan says how many forks a case may have
     * @param affordable about how many further forks there is time for
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

    /** Forks given away one promise after the other. */
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

        /** Gives each of the cases so many if there is time for all of it. */
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
