package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.CaseName;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How to judge.
 *
 * @param confidence the confidence of intervals of cases without their own, in (0, 1)
 * @param confidenceByCase the confidence of cases that have their own
 * @param failOnInconclusive whether an inconclusive budget or law fails the run
 * @param cutShort whether the run ended early: what is proven broken stays so, everything else could have changed
 * @param doubts what is missing or contradictory in the samples, one clause each; with a doubt, the result is never within budget
 */
public record Settings(
        double confidence,
        Map<CaseName, Double> confidenceByCase,
        boolean failOnInconclusive,
        boolean cutShort,
        List<String> doubts) {
    /** The default confidence: the convention of the field. */
    public static final double CONFIDENCE = 0.95;

    /** 95 % intervals, an inconclusive budget or law does not fail. */
    public static final Settings DEFAULT = new Settings(CONFIDENCE, Map.of(), false, false, List.of());

    public Settings {
        confidenceByCase = Map.copyOf(confidenceByCase);
        doubts = List.copyOf(doubts);
    }

    public Settings withConfidence(double value) {
        return new Settings(value, confidenceByCase, failOnInconclusive, cutShort, doubts);
    }

    public Settings withConfidenceByCase(Map<CaseName, Double> values) {
        return new Settings(confidence, values, failOnInconclusive, cutShort, doubts);
    }

    public Settings withFailOnInconclusive(boolean value) {
        return new Settings(confidence, confidenceByCase, value, cutShort, doubts);
    }

    public Settings withCutShort(boolean value) {
        return new Settings(confidence, confidenceByCase, failOnInconclusive, value, doubts);
    }

    public Settings withDoubts(List<String> values) {
        return new Settings(confidence, confidenceByCase, failOnInconclusive, cutShort, values);
    }

    /** The confidence of the intervals of {@code name}. */
    public double confidenceOf(CaseName name) {
        return confidenceByCase.getOrDefault(name, confidence);
    }

    /** The confidence of a statement about several cases: the highest of theirs. */
    public double confidenceOf(Collection<CaseName> names) {
        return names.stream().mapToDouble(this::confidenceOf).max().orElse(confidence);
    }
}
