package dev.clnrm.bench.analyse;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import java.util.List;
import java.util.Optional;

/**
 * Base against head: one metric of one case. Ratios are head / base of time or bytes per operation: above 1 is worse, whatever the
 * mode.
 *
 * @param name the case
 * @param mode what its values mean
 * @param metric what is compared
 * @param base the base by itself, in base units
 * @param head the head by itself, in base units
 * @param change the ratio of the means (geometric over forks), two-sided at the confidence asked for; absent where it cannot be had
 * @param floor the same of the fast end; of time only
 * @param equivalence the two-sided 90 % interval of the change, for two one-sided tests (Schuirmann 1987)
 * @param slower evidence that the head is slower, or allocates more
 * @param faster evidence of the opposite
 * @param spread the standard deviation of the logarithms of fork means the interval rests on: 0.01 is about 1 %
 * @param degrees its degrees of freedom; infinite where the suite settles it
 * @param detectable the smallest change seen with 80 % power: 0.041 is 4.1 %
 * @param baseForks how many forks of the base finished
 * @param headForks how many forks of the head finished
 * @param warnings what qualifies it; says why something is absent
 */
public record Comparison(
        CaseName name,
        Mode mode,
        Metric metric,
        Estimate base,
        Estimate head,
        Optional<Interval> change,
        Optional<Interval> floor,
        Optional<Interval> equivalence,
        Optional<Evidence> slower,
        Optional<Evidence> faster,
        Optional<Double> spread,
        Optional<Double> degrees,
        Optional<Double> detectable,
        int baseForks,
        int headForks,
        List<Warning> warnings) {
    public Comparison {
        warnings = List.copyOf(warnings);
    }

    /** The same with other evidence. */
    Comparison withEvidence(Optional<Evidence> ofSlower, Optional<Evidence> ofFaster) {
        return new Comparison(
                name,
                mode,
                metric,
                base,
                head,
                change,
                floor,
                equivalence,
                ofSlower,
                ofFaster,
                spread,
                degrees,
                detectable,
                baseForks,
                headForks,
                warnings);
    }
}
