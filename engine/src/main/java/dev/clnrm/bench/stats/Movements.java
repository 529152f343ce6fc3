package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.List;

/**
 * How a series of ratios moved: in steps, or gradually. A search for steps finds a staircase in a creep. So each stretch of steps
 * is compared with one ramp, and the better description stays.
 *
 * @param steps the steps that no creep explains, ascending; their indexes are places in the series
 * @param creeps ascending
 */
public record Movements(List<ChangePoint> steps, List<Creep> creeps) {
    /** The fewest parts of a creep. A change with fewer parts is shown as a step, because so few values cannot exclude one. */
    private static final int FEWEST_PARTS = 4;

    /** The most values of a ramp: the cost grows with the square, and older steps bound a newer creep. */
    private static final int LONGEST = 200;

    /**
     * The difference in BIC by which a creep must describe the values better: above 10 the evidence is very strong (Kass &amp;
     * Raftery 1995, section 3.2).
     */
    private static final double VERY_STRONG = 10;

    /** The level of steps, as in Apache Otava. */
    private static final double LEVEL = 0.001;

    /** The level of the test of the order of the values, which must show the creep too (Mann 1945). */
    private static final double LEVEL_OF_ORDER = 0.05;

    public Movements {
        steps = List.copyOf(steps);
        creeps = List.copyOf(creeps);
    }

    /**
     * The movements of a series.
     *
     * @param ratios above 0
     * @param platforms what each was measured on; a change of platform is not a step
     * @param smallest the magnitude that a movement exceeds: 0.05 is 5 %
     * @param confidence of the interval of a growth
     */
    public static Movements of(Values ratios, List<Integer> platforms, double smallest, double confidence) {
        Values logs = ratios.mapped(Math::log);
        List<ChangePoint> steps =
                new ArrayList<>(ChangePoints.exceeding(smallest).of(ratios, platforms));
        List<Creep> creeps = new ArrayList<>();
        List<Integer> taken = new ArrayList<>();
        while (true) {
            Candidate best = Candidate.NONE;
            for (int i = 0; i <= steps.size(); i++) {
                for (int j = i; j <= steps.size(); j++) {
                    Candidate one = Candidate.of(logs, steps, i, j);
                    boolean fresh = taken.stream().noneMatch(at -> one.from <= at && at < one.end);
                    best = fresh && one.gain > best.gain && one.holds(logs, smallest) ? one : best;
                }
            }
            if (best.gain <= 0) {
                creeps.sort((one, other) -> Integer.compare(one.from(), other.from()));
                return new Movements(steps, creeps);
            }
            creeps.add(best.creep(confidence));
            taken.add(best.from + best.ramp.from());
            steps.subList(best.i, best.j).clear();
        }
    }

    /**
     * One ramp instead of the steps from the i-th to before the j-th.
     *
     * @param from where the stretch begins: at the step before them
     * @param end where it ends: at the step after them
     * @param gain how much better it describes the stretch than the steps do, and than any single step
     */
    private record Candidate(int i, int j, int from, int end, Ramp ramp, double gain) {
        static final Candidate NONE = new Candidate(0, 0, 0, 0, new Ramp(0, 0, 0, 0, 1), 0);

        static Candidate of(Values logs, List<ChangePoint> steps, int i, int j) {
            int from = i == 0 ? 0 : steps.get(i - 1).split();
            int end = j == steps.size() ? logs.size() : steps.get(j).split();
            int n = end - from;
            if (n <= Ramp.PARAMETERS + 1 || n > LONGEST) {
                return NONE;
            }
            Values part = logs.slice(from, end);
            Ramp ramp = Ramp.best(part, FEWEST_PARTS, LONGEST);
            if (ramp.to() == 0) {
                return NONE;
            }
            double staircase = 0;
            for (int k = i; k <= j; k++) {
                int start = k == i ? from : steps.get(k - 1).split();
                int stop = k == j ? end : steps.get(k).split();
                staircase += squares(logs.slice(start, stop));
            }
            double flat = bic(squares(part), n, 1);
            double stepped = Math.min(
                    bic(staircase, n, 2 * (j - i) + 1),
                    bic(Ramp.best(part, 1, 1).squares(), n, 3));
            double creeping = bic(ramp.squares(), n, Ramp.PARAMETERS);
            return new Candidate(i, j, from, end, ramp, Math.min(flat - creeping - VERY_STRONG, stepped - creeping));
        }

        /**
         * Schwarz 1978: n ln(squares / n) + parameters · ln n. The rounding error is added to the squares, so that a perfect fit
         * has a finite value.
         */
        private static double bic(double squares, int n, int parameters) {
            return n * Math.log(squares / n + MethodConstants.ROUNDING * MethodConstants.ROUNDING)
                    + parameters * Math.log(n);
        }

        private static double squares(Values values) {
            double sd = Moments.of(values).sd();
            return sd * sd * (values.size() - 1);
        }

        boolean holds(Values logs, double smallest) {
            Creep creep = creep(0.5);
            return creep.magnitude() > smallest
                    && creep.p() < LEVEL
                    && MannKendall.twoSided(logs.slice(creep.from(), creep.to() + 1)) < LEVEL_OF_ORDER;
        }

        Creep creep(double confidence) {
            double df = end - from - (double) Ramp.PARAMETERS;
            double error = Math.sqrt(
                    (ramp.squares() / df + MethodConstants.ROUNDING * MethodConstants.ROUNDING) / ramp.weight());
            double half = StudentT.twoSided(confidence, df) * error;
            return new Creep(
                    from + ramp.from(),
                    from + ramp.to(),
                    new Interval(
                            Math.exp(ramp.growth() - half),
                            Math.exp(ramp.growth()),
                            Math.exp(ramp.growth() + half),
                            confidence),
                    2 * StudentT.above(Math.abs(ramp.growth()) / error, df));
        }
    }
}
