package dev.clnrm.bench.verdict;

import dev.clnrm.bench.model.CaseName;
import java.util.Map;
import java.util.Optional;

/**
 * How to judge changes.
 *
 * @param level α: the chance that a suite without any change has a case called slower, in (0, 1)
 * @param confidence of the intervals shown, in (0, 1)
 * @param rules tolerance and thresholds
 * @param waivers regressions that are accepted, by case
 * @param failFrom the least severity that fails the check; empty for none
 * @param failOnInconclusive whether an undecided case is an error
 * @param allowUnlike whether sides that were not measured alike are judged all the same
 * @param trustOtherTimes whether a regression against another run fails the check as well as one inside a run
 */
public record ChangeSettings(
        double level,
        double confidence,
        ChangeRules rules,
        Map<CaseName, Waived> waivers,
        Optional<Severity> failFrom,
        boolean failOnInconclusive,
        boolean allowUnlike,
        boolean trustOtherTimes) {
    /** The level where nobody asks for another: the convention of the field. */
    public static final double LEVEL = 0.05;

    public ChangeSettings {
        waivers = Map.copyOf(waivers);
    }
}
