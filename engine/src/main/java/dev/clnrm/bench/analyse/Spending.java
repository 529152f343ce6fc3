package dev.clnrm.bench.analyse;

import java.util.List;

/**
 * How a level is spent over looks after more and more forks, so that looking often does not find what is not there.
 *
 * <p>After n of at most N forks the level spent is α · c · (n/N)³ (the power family of Kim &amp; DeMets 1987, ρ = 3), and a look tests at
 * what it adds. Little is spent early, where few forks decide badly. c = 1.1, because a look repeats most of what the one before saw;
 * over looks at 3, 4 and 5 forks, same code is called slower as rarely as over one look at 5 (docs/performance/method.md).
 *
 * @param looks after how many forks of each side, ascending; the first at least 3, for two forks say too little about variances
 */
public record Spending(List<Integer> looks) {
    private static final double OVERLAP = 1.1;

    public Spending {
        looks = List.copyOf(looks);
        int last = Defaults.PRIOR_FORKS - 1;
        for (int look : looks) {
            if (look <= last) {
                throw new IllegalArgumentException("looks ascend from at least 3 forks, but these are " + looks);
            }
            last = look;
        }
        if (looks.isEmpty()) {
            throw new IllegalArgumentException("there is at least one look");
        }
    }

    /** Looks after each number of forks from {@code first} to {@code most}. */
    public static Spending each(int first, int most) {
        return new Spending(java.util.stream.IntStream.rangeClosed(first, most).boxed().toList());
    }

    /**
     * The level to test at.
     *
     * @param forks one of the looks
     * @param level of the whole, in (0, 1)
     */
    public double level(int forks, double level) {
        int place = looks.indexOf(forks);
        if (place < 0) {
            throw new IllegalArgumentException("there is no look after " + forks + " forks, only after " + looks);
        }
        if (looks.size() == 1) {
            return level;
        }
        double before = place == 0 ? 0 : spent(looks.get(place - 1));
        return Math.min(level, level * OVERLAP * (spent(forks) - before));
    }

    private double spent(int forks) {
        double share = (double) forks / looks.get(looks.size() - 1);
        return share * share * share;
    }
}
