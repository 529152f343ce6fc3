package dev.clnrm.bench.stats;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How a level is spent over looks after more and more forks, so that looking often does not cause false alarms.
 *
 * <p>After n of at most N forks α · (n/N)³ of the level α is spent (the power family of Kim &amp; DeMets 1987, ρ = 3), and a look
 * tests at the level it adds. Little is spent early, because few forks decide badly. Several looks add up to {@value #KEPT} of
 * the level: if some forks run fast and some slow, several looks can raise a false alarm. With this share, several looks at the
 * same code give no more false alarms than a single look.
 *
 * @param looks after how many forks of each side, ascending; the first at least 3, because two forks say too little about
 *     variances
 */
public record Spending(List<Integer> looks) {
    /** The share of the level that several looks spend: docs/decisions/0050. */
    static final double KEPT = 0.8;

    public Spending {
        looks = List.copyOf(looks);
        int last = MethodConstants.PRIOR_FORKS - 1;
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
        return new Spending(IntStream.rangeClosed(first, most).boxed().toList());
    }

    /**
     * The level to test at.
     *
     * @param forks one of the looks
     * @param level the level of all looks together, in (0, 1)
     */
    public double level(int forks, double level) {
        int place = looks.indexOf(forks);
        if (place < 0) {
            throw new IllegalArgumentException("there is no look after " + forks + " forks, only after " + looks);
        }
        double before = place == 0 ? 0 : spent(looks.get(place - 1));
        double whole = looks.size() == 1 ? level : KEPT * level;
        return whole * (spent(forks) - before);
    }

    private double spent(int forks) {
        double share = (double) forks / looks.get(looks.size() - 1);
        return share * share * share;
    }
}
