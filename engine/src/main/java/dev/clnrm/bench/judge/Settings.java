package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.CaseName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How to judge.
 *
 * @param confidence of intervals where a case has none of its own, in (0, 1)
 * @param confidenceByCase where a case has its own
 * @param ungated cases the exit status does not answer for
 * @param failOnInconclusive whether an inconclusive promise is an error
 * @param cutShort whether something kept the run from its end: what is proven broken stays so, all else may have looked otherwise there
 * @param doubts what the samples lack or contradict, one clause each: while there is one, the result is never within budget
 */
public record Settings(
        double confidence,
        Map<CaseName, Double> confidenceByCase,
        Set<CaseName> ungated,
        boolean failOnInconclusive,
        boolean cutShort,
        List<String> doubts) {
    /** The confidence where nobody asks for another: the convention of the field. */
    public static final double CONFIDENCE = 0.95;

    /** 95 % intervals, every case gated, an inconclusive promise no error. */
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

    /** The confidence of what is said of several cases at once: what the most demanding of them asks. */
    public double confidenceOf(Collection<CaseName> names) {
        return names.stream().mapToDouble(this::confidenceOf).max().orElse(confidence);
    }
}
