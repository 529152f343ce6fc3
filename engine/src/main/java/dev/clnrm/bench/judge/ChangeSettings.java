package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.stats.Spending;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How to judge changes.
 *
 * @param level α: the chance that a case is called slower in a suite without any change, in (0, 1)
 * @param confidence of the intervals shown, in (0, 1)
 * @param rules tolerance and thresholds
 * @param waivers regressions that are accepted, by case
 * @param failFrom the least severity that fails the check; empty for none
 * @param failOnInconclusive whether an inconclusive case fails the check
 * @param allowUnlike whether sides that were not measured alike are judged anyway
 * @param trustOtherTimes whether a regression between two runs fails the check, as one within a run does
 * @param looks after how many forks the samples were tested while measuring; absent if they are tested once
 * @param sameCode the cases whose classes are the same on both sides: a hint that few forks are enough, and where to look if they changed
 */
public record ChangeSettings(
        double level,
        double confidence,
        ChangeRules rules,
        Map<CaseName, Waived> waivers,
        Optional<Severity> failFrom,
        boolean failOnInconclusive,
        boolean allowUnlike,
        boolean trustOtherTimes,
        Optional<Spending> looks,
        Set<CaseName> sameCode) {
    /** The default level: the convention of the field. */
    public static final double LEVEL = 0.05;

    public ChangeSettings {
        waivers = Map.copyOf(waivers);
        sameCode = Set.copyOf(sameCode);
    }

    /** For sides that are tested once and whose code was not compared. */
    public ChangeSettings(
            double level,
            double confidence,
            ChangeRules rules,
            Map<CaseName, Waived> waivers,
            Optional<Severity> failFrom,
            boolean failOnInconclusive,
            boolean allowUnlike,
            boolean trustOtherTimes) {
        this(
                level,
                confidence,
                rules,
                waivers,
                failFrom,
                failOnInconclusive,
                allowUnlike,
                trustOtherTimes,
                Optional.empty(),
                Set.of());
    }

    /** The same for sides measured in turns in one run. */
    public ChangeSettings measuredTogether(Spending spending, Set<CaseName> same) {
        return new ChangeSettings(
                level,
                confidence,
                rules,
                waivers,
                failFrom,
                failOnInconclusive,
                allowUnlike,
                trustOtherTimes,
                Optional.of(spending),
                same);
    }
}
