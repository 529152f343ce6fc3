package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Relations between cases of one side, which are comparable between machines: linear contrasts of log case means, with the spread
 * learned from all cases of the side.
 */
public final class Relations {
    private Relations() {}

    /** t(slower) / t(faster). */
    public static Estimate ratio(CaseSamples slower, CaseSamples faster, Spreads side, double confidence) {
        return new Contrast(List.of(term(1, slower), term(-1, faster))).estimate(Math::exp, side, confidence);
    }

    /** t(one) · n / t(many): the work done in the time of one; 3 is 300 %. */
    public static Estimate efficiency(CaseSamples one, CaseSamples many, double n, Spreads side, double confidence) {
        return new Contrast(List.of(term(1, one), term(-1, many)))
                .estimate(log -> Math.exp(log + Math.log(n)), side, confidence);
    }

    /** t(of) / t(over) − 1; 0.05 is 5 %. */
    public static Estimate overhead(CaseSamples of, CaseSamples over, Spreads side, double confidence) {
        return new Contrast(List.of(term(1, of), term(-1, over))).estimate(Math::expm1, side, confidence);
    }

    /**
     * The exponent b of t = a · x^b: the slope of the least-squares line of log case means on log x. The slope is the contrast with
     * weights (ln xᵢ − mean) / Σ(ln xⱼ − mean)² (Draper &amp; Smith 1998, equation 1.2.9), so the forks' variances propagate through it.
     * The scatter of the cases about the line is not part of the interval; it is a separate warning.
     *
     * @param byParameter the cases by their value of x; at least two, x above 0
     */
    public static Estimate exponent(SortedMap<Double, CaseSamples> byParameter, Spreads side, double confidence) {
        if (byParameter.size() < 2 || !(byParameter.firstKey() > 0)) {
            throw new IllegalArgumentException(
                    "an exponent is fitted over at least two parameter values above 0, but these are "
                            + byParameter.keySet());
        }
        Values logs = Values.of(byParameter.keySet().stream().mapToDouble(Math::log));
        double mean = logs.stream().sum() / logs.size();
        double squares = logs.stream().map(x -> (x - mean) * (x - mean)).sum();
        List<Contrast.Term> terms = new ArrayList<>();
        for (Map.Entry<Double, CaseSamples> entry : byParameter.entrySet()) {
            terms.add(term((Math.log(entry.getKey()) - mean) / squares, entry.getValue()));
        }
        Estimate slope = new Contrast(terms).estimate(b -> b, side, confidence);
        double farthest =
                slope.value().isPresent() ? farthest(logs, terms, slope.value().get()) : 0;
        return farthest > MethodConstants.OFF_THE_LINE
                ? slope.warned(List.of(new Warning.OffTheLine(farthest)))
                : slope;
    }

    private static double farthest(Values logs, List<Contrast.Term> terms, double slope) {
        Values means = Values.of(
                terms.stream().mapToDouble(term -> term.forks().logMoments().mean()));
        double centre = means.stream().sum() / means.size();
        double mean = logs.stream().sum() / logs.size();
        double farthest = 0;
        for (int i = 0; i < means.size(); i++) {
            double fitted = centre + slope * (logs.get(i) - mean);
            farthest = Math.max(farthest, Math.expm1(Math.abs(means.get(i) - fitted)));
        }
        return farthest;
    }

    private static Contrast.Term term(double weight, CaseSamples samples) {
        return new Contrast.Term(
                weight, ForkValues.time(samples), CaseForks.of(samples).within());
    }
}
