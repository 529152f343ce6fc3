package dev.clnrm.bench.analyse;

import dev.clnrm.bench.model.CaseName;
import java.util.Set;

/**
 * How to compare.
 *
 * @param confidence of the intervals shown, two-sided, in (0, 1)
 * @param level the chance that a family without any change has one called slower, in (0, 1); it is spent on slower and on faster alike
 * @param ungated the cases that do not gate: compared like all others, but no part of the family
 */
public record Comparing(double confidence, double level, Set<CaseName> ungated) {
    /** Intervals of 95 %, a level of 5 %, every case in the family. */
    public static final Comparing DEFAULT = new Comparing(Defaults.CONFIDENCE, Defaults.LEVEL, Set.of());

    public Comparing {
        Levels.check(confidence);
        Levels.check(level);
        ungated = Set.copyOf(ungated);
    }
}
