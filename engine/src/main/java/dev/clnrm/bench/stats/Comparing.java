package dev.clnrm.bench.stats;

import dev.clnrm.bench.model.CaseName;
import java.util.Set;

/**
 * How to compare.
 *
 * @param confidence of the intervals shown, two-sided, in (0, 1)
 * @param level the chance that a family without any change has one called slower, in (0, 1); it is spent on slower and on faster alike
 * @param ungated the cases that do not gate: compared like all others, but no part of the family
 * @param base what all cases of the base say about spread, for the base by itself
 * @param head the same of the head
 */
public record Comparing(double confidence, double level, Set<CaseName> ungated, Spreads base, Spreads head) {
    /** Intervals of 95 %, a level of 5 %, every case in the family. */
    public static final Comparing DEFAULT = new Comparing(MethodConstants.CONFIDENCE, MethodConstants.LEVEL, Set.of());

    /** Where nobody asks how the sides are by themselves. */
    public Comparing(double confidence, double level, Set<CaseName> ungated) {
        this(confidence, level, ungated, Spreads.ALONE, Spreads.ALONE);
    }

    public Comparing {
        Levels.check(confidence);
        Levels.check(level);
        ungated = Set.copyOf(ungated);
    }
}
