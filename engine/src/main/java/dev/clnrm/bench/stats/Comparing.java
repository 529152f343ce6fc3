package dev.clnrm.bench.stats;

import dev.clnrm.bench.model.CaseName;
import java.util.Set;

/**
 * How to compare.
 *
 * @param confidence the confidence of the intervals shown, two-sided, in (0, 1)
 * @param level the chance that a case is called slower in a family without any change, in (0, 1); the same level applies to faster
 * @param ungated the cases that are not gated: compared like all others, but not part of the family
 * @param base the spread of forks, learned from all cases of the base, for the base by itself
 * @param head the same for the head
 */
public record Comparing(double confidence, double level, Set<CaseName> ungated, Spreads base, Spreads head) {
    /** Intervals of 95 %, a level of 5 %, all cases in the family. */
    public static final Comparing DEFAULT = new Comparing(MethodConstants.CONFIDENCE, MethodConstants.LEVEL, Set.of());

    /** For comparisons only: each side by itself does not learn from its other cases. */
    public Comparing(double confidence, double level, Set<CaseName> ungated) {
        this(confidence, level, ungated, Spreads.ALONE, Spreads.ALONE);
    }

    public Comparing {
        Levels.check(confidence);
        Levels.check(level);
        ungated = Set.copyOf(ungated);
    }
}
