package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.CaseName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How to judge.
 *
 * @param confidence the confidence of intervals of cases without their own, in (0, 1)
 * @param confidenceByCase the confidence of cases that have their own
 * @param ungated cases that do not affect the exit status
 * @param failOnInconclusive whether an inconclusive budget or law fails the run
 * @param cutShort whether the run ended early: what is proven broken stays so, everything else could have changed
 * @param doubts what is missing or contradictory in the samples, one clause each; with a doubt, the result is never within budget
 */
public record Settings(
        double confidence,
        Map<CaseName, Double> confidenceByCase,
        Set<CaseName> ungated,
        boolean failOnInconclusive,
        boolean cutShort,
        List<String> doubts) {
    /** The default confidence: the convention of the field. */
    public static final double CONFIDENCE = 0.95;

    /** 95 % intervals, every case gated, an inconclusive budget or law does not fail. */
    public static final Settings DEFAULT = new Settings(CONFIDENCE, Map.of(), Set.of(), false, false, List.of());

    public Settings {
        confidenceByCase = Map.copyOf(confidenceByCase);
        ungated = Set.copyOf(ungated);
        doubts = List.copyOf(doubts);
    }

    public Settings withConfidence(double value) {
        return new Settings(value, confidenceByCase, ungated, failOnInconclusive, cutShort, doubts);
    }

    public Settings withConfidenceByCase(Map<CaseName, Double> values) {
        return new Settings(confidence, values, ungated, failOnInconclusive, cutShort, doubts);
    }

    public Settings withUngated(Set<CaseName> names) {
        return new Settings(confidence, confidenceByCase, names, failOnInconclusive, cutShort, doubts);
    }

    public Settings withFailOnInconclusive(boolean value) {
        return new Settings(confidence, confidenceByCase, ungated, value, cutShort, doubts);
    }

    public Settings withCutShort(boolean value) {
        return new Settings(confidence, confidenceByCase, ungated, failOnInconclusive, value, doubts);
    }

    public Settings withDoubts(List<String> values) {
        return new Settings(confidence, confidenceByCase, ungated, failOnInconclusive, cutShort, values);
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
